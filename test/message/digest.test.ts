import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digest } from '../../src/command/digest/digest.ts';
import { commandSpecs } from '../../src/command/table.ts';
import type { Problem } from '../../src/command/types.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import type { Day, RefusalReason, SkipReason } from '../../src/digest/records.ts';
import { refusalReasons, skipReasons } from '../../src/digest/records.ts';
import type { DigestAnswer, Excerpt } from '../../src/digest/types.ts';
import { plain } from '../../src/message/plain.ts';
import { markedLate, presentPaused, presentPost } from '../../src/message/present/digest/post.ts';
import { present } from '../../src/message/present.ts';
import type { Message, Quotation } from '../../src/message/types.ts';
import { createSearch } from '../../src/search/search.ts';
import { noDigest } from '../digest/no-digest.ts';
import { linkTo } from '../gallery/desk.ts';
import {
  drawOf,
  excerptOf,
  monday,
  never,
  occurrenceOf,
  onAnswer,
  place,
  schedule,
  stateOf,
  statusAnswer,
  subscriptionOf,
  tuesday,
  whyAnswer,
} from '../gallery/digest-samples.ts';
import { platformOf } from '../platforms.ts';
import { actionsOf, commandsOf, quotationsOf } from './reading.ts';

const corpus = await readCorpus('seeds');
const one = excerptOf(corpus, 'four-point-approach:18');
const sent = occurrenceOf(one);

const quotationOf = (message: Message): Quotation => {
  const [found] = quotationsOf(message);
  if (found === undefined) throw new TypeError('The message has no quotation');
  return found;
};

const said = (answer: DigestAnswer, command = `digest ${answer.action}`): string =>
  plain(present(answer, command, linkTo));

/** Every stretch of one or two sentences of every passage. */
const excerpts: readonly Excerpt[] = [...corpus.articles.values()].flatMap((article) =>
  article.paragraphs.flatMap((paragraph) =>
    paragraph.sentences.flatMap(({ start }, at) =>
      paragraph.sentences.slice(at, at + 2).map(({ end }) => ({ article, paragraph, start, end })),
    ),
  ),
);

describe('the daily post', () => {
  const post = presentPost(drawOf(one), '2026-11-23', linkTo);

  it('quotes the excerpt alone, whatever its passage says beside it, and says how much that is', () => {
    expect(excerpts.length).toBeGreaterThan(200);
    for (const excerpt of excerpts) {
      const { article, paragraph, start, end } = excerpt;
      const { parts } = quotationOf(presentPost(drawOf(excerpt), '2026-11-23', linkTo));
      const text = article.text.slice(start, end);
      expect(parts.filter((part) => part.type === 'verbatim')).toEqual([
        { type: 'verbatim', text, start, end, marked: false },
      ]);
      const left = parts.map((part) => (part.type === 'gap' ? part.omitted : 0));
      expect(left.reduce((sum, each) => sum + each, 0)).toBe(paragraph.end - paragraph.start - text.length);
    }
  });

  it('carries its citation, and the date of its article beside a date such as “next year”', () => {
    const { citation, url } = quotationOf(
      presentPost(drawOf(excerptOf(corpus, one.paragraph.id, 2)), '2026-11-23', linkTo),
    );
    const line = citation.map(({ text }) => text).join('');
    expect(line).toContain('India Writes Network (author and publisher) · undated · four-point-approach:18');
    expect(line).toContain('“next year”: the article is undated');
    expect(url).toBe('http://localhost:3000/a/four-point-approach#p18');
  });

  it('is headed with its date, and offers to read on, related passages, a citation, the draw and the source', () => {
    expect(post.blocks[0]).toEqual({ type: 'heading', text: 'Excerpt of the day, 23 November 2026' });
    expect(actionsOf(post)).toEqual([
      { type: 'run', label: 'Read on', command: 'open four-point-approach:18' },
      { type: 'run', label: 'Related', command: 'related four-point-approach:18' },
      { type: 'run', label: 'Cite', command: 'cite four-point-approach:18' },
      { type: 'run', label: 'Why this one', command: 'digest why 2026-11-23' },
      { type: 'link', label: 'Source', url: 'http://localhost:3000/a/four-point-approach#p18' },
    ]);
  });

  it('says under its heading when it was due, where it is late, and changes nothing else', () => {
    const late = markedLate(post, monday);
    const [heading, note, ...rest] = late.blocks;
    expect(note).toEqual({ type: 'note', runs: [{ text: 'Late: this was due at 08:30 (Asia/Shanghai).' }] });
    expect([heading, ...rest]).toEqual(post.blocks);
  });

  it('is the same once it has been kept as JSON', () => {
    expect(JSON.parse(JSON.stringify(post))).toEqual(post);
  });
});

describe('what is told of a paused digest', () => {
  it.each([
    ['slack', 'https://slack.com/app_redirect?team=T012AB3CD&channel=C012AB3CD'],
    ['discord', 'https://discord.com/channels/T012AB3CD/C012AB3CD'],
  ] as const)(
    'on %s leads to the channel, and says what goes on with the same filters',
    (platform, address) => {
      const paused = presentPaused(
        subscriptionOf({ ...place(platform), filters: 'from:"Global Times"' }),
        platformOf(platform),
      );
      const text = plain(paused);
      expect(text).toContain(`(${address})`);
      expect(text).toContain('digest on from:"Global Times"');
      // Read in a direct message, where a button would switch on another digest.
      expect(actionsOf(paused)).toEqual([]);
    },
  );
});

describe('digest on', () => {
  it('says when the first one comes, on which days and from what', () => {
    const text = said(onAnswer(stateOf({ filters: 'in:way-forward' })));
    expect(text).toContain(
      'The first excerpt comes on Tuesday 24 November 2026 at 08:30 (Asia/Shanghai, UTC+08:00), then from Monday to Friday at 08:30.',
    );
    expect(text).toContain('what in:way-forward leaves: 47 excerpts');
  });

  it.each<[readonly Day[], string]>([
    [[1, 2, 3, 4, 5, 6, 7], 'then every day at'],
    [[6, 7], 'then every Saturday and Sunday at'],
    [[1, 3, 5], 'then every Monday, Wednesday and Friday at'],
    [[2, 3, 4], 'then from Tuesday to Thursday at'],
    [[7], 'then every Sunday at'],
    [[1, 5, 6, 7], 'then every Monday, Friday, Saturday and Sunday at'],
  ])('says the days %j as “%s”', (days, words) => {
    expect(said(onAnswer(stateOf({ schedule: { ...schedule, days } })))).toContain(words);
  });

  it.each([
    ['profile', 'Asia/Shanghai, from your Slack profile. For another: digest on 08:30 Europe/London'],
    ['setting', 'Asia/Shanghai, the desk’s own, since yours is not known.'],
    ['before', 'Asia/Shanghai, as before.'],
  ] as const)('says of a zone from “%s” where it is from, and how to have another', (zoneFrom, words) => {
    expect(said(onAnswer(stateOf(), { zoneFrom }))).toContain(`The zone is ${words}`);
  });

  it('says nothing of a zone that was typed, and offers another than the one it is', () => {
    expect(said(onAnswer(stateOf()))).not.toContain('The zone is');
    const london = stateOf({ schedule: { ...schedule, zone: 'Europe/London' } });
    expect(said(onAnswer(london, { zoneFrom: 'before' }))).toContain(
      'For another: digest on 08:30 Asia/Shanghai',
    );
  });

  it('says where nothing is ever posted that nothing is, and does not say that it comes', () => {
    const text = said(onAnswer(stateOf({ place: place('terminal') })));
    expect(text).toContain('would come on');
    expect(text).toContain('Nothing is ever posted here');
    expect(text).not.toContain('excerpt comes');
  });
});

/** What there is to do, by reason: on Slack, on Discord. */
const remedies: Readonly<Record<RefusalReason, readonly [slack: string, discord: string]>> = {
  'not-a-member': ['/invite @sco-desk', 'Add it to the server'],
  'no-permission': ['slack-manifest.yaml', 'Give its role View Channel, Send Messages'],
  archived: ['Unarchive the channel', 'Reopen the thread'],
  gone: ['/invite @sco-desk', 'in another channel'],
  token: ['SLACK_BOT_TOKEN', 'DISCORD_TOKEN'],
  refused: ['the app is allowed to post', 'the bot is allowed to post'],
};

describe.each(refusalReasons)('a refusal, %s,', (reason) => {
  it.each([
    ['slack', 0],
    ['discord', 1],
  ] as const)('comes on %s with what to do, before the first post and after it', (platform, at) => {
    const state = stateOf({ place: place(platform) });
    const trouble = { reason, detail: 'what_it_said', date: monday.date };
    expect(said(onAnswer(state, { obstacle: reason }))).toContain(remedies[reason][at]);
    const status = said(statusAnswer({ ...state, trouble }));
    expect(status).toContain(remedies[reason][at]);
    expect(status).toContain('The post of 2026-11-23 was refused');
    expect(status).toContain('(what_it_said).');
  });
});

describe('digest status', () => {
  it('says what is next, what came last with its link, and what is left of the round', () => {
    const message = present(
      statusAnswer(stateOf({ last: { occurrence: sent, sent: monday } })),
      'digest status',
      linkTo,
    );
    const text = plain(message);
    expect(text).toContain('Next: Tuesday 24 November 2026 at 08:30 (Asia/Shanghai, UTC+08:00)');
    expect(text).toContain('Last: Monday 23 November 2026 at 08:30 (Asia/Shanghai), four-point-approach:18');
    expect(text).toContain(sent.link);
    expect(text).toContain('Round 2: 35 of 47 excerpts still to come');
    expect(text).toContain('Articles: all\n');
    expect(said(statusAnswer(stateOf({ filters: 'from:global' })))).toContain('Articles: from:global\n');
    expect(commandsOf(message)).toContain('digest why 2026-11-23');
  });

  it('says of a post that cannot be known of that it is not sent again', () => {
    const trouble = { reason: 'unknown', detail: '', date: monday.date } as const;
    const text = said(statusAnswer(stateOf({ trouble })));
    expect(text).toContain('Whether the post of 2026-11-23 arrived cannot be known');
    expect(text).toContain('It is not sent again');
    expect(text).toContain('cannot be read. It is');
  });

  it('names the days that were skipped by their reason', () => {
    const text = said(
      statusAnswer(
        stateOf({
          skipped: [
            { date: '2026-11-20', reason: 'missed' },
            { date: '2026-11-19', reason: 'asked' },
            { date: '2026-11-18', reason: 'missed' },
          ],
        }),
      ),
    );
    expect(text).toContain(
      'Skipped: 2026-11-20 and 2026-11-18 (the desk could not post in time); 2026-11-19 (somebody asked for it)',
    );
  });

  it.each([
    ['paused', 'Every post for 14 days was refused'],
    ['off', 'The daily digest is off'],
  ] as const)('of a digest that is %s offers to go on with its schedule and filters', (state, words) => {
    const answer = statusAnswer(stateOf({ state, due: null, filters: 'from:"Global Times"' }));
    expect(said(answer)).toContain(words);
    expect(commandsOf(present(answer, 'digest status', linkTo))[0]).toBe(
      'digest on 08:30 Asia/Shanghai mon-fri from:"Global Times"',
    );
  });

  it('where there never was one says how to start', () => {
    expect(said(statusAnswer(never))).toContain('There is no daily digest here');
  });
});

describe('the button that switches a digest on again', () => {
  const core = {
    corpus,
    linkTo,
    search: createSearch(corpus),
    commands: commandSpecs,
    digest: noDigest,
    random: () => 0.5,
  };
  const days = fc
    .uniqueArray(fc.constantFrom<Day>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 })
    .map((each) => each.toSorted((a, b) => a - b));
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':'));
  const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));

  it('carries its time, zone and days, whatever they are', () => {
    fc.assert(
      fc.property(days, time, zone, (ofWeek, at, where) => {
        const state = stateOf({ state: 'off', schedule: { days: ofWeek, time: at, zone: where } });
        const [line = ''] = commandsOf(present(statusAnswer(state), 'digest status', linkTo));
        expect(digest.parse(line.replace(/^digest /, ''), core).command).toEqual({
          verb: 'digest',
          action: 'on',
          time: at,
          zone: where,
          days: ofWeek,
          filters: '',
        });
      }),
    );
  });
});

describe('digest preview', () => {
  const preview = (state = stateOf()): DigestAnswer => ({
    kind: 'digest',
    action: 'preview',
    state,
    draw: drawOf(one),
  });

  it('shows the excerpt as the post will, and when', () => {
    const message = present(preview(), 'digest preview', linkTo);
    const { actions: _, ...shown } = quotationOf(message);
    const { actions: __, ...posted } = quotationOf(presentPost(drawOf(one), tuesday.date, linkTo));
    expect(shown).toEqual(posted);
    expect(plain(message)).toContain('To be posted on Tuesday 24 November 2026 at 08:30');
    expect(plain(message)).toContain('Round 2, number 12 of 47 excerpts.');
  });

  it('where there is no digest promises no draw, since the next one is another', () => {
    expect(said(preview(never))).toContain('There is no daily digest here. A post would look so:');
    expect(said(preview(never))).not.toContain('number 12');
  });

  it('says where the filters leave nothing', () => {
    const answer = { ...preview(stateOf({ filters: 'in:way-forward' })), draw: null };
    expect(said(answer)).toContain('what in:way-forward leaves, so nothing would be posted');
  });
});

describe('digest skip', () => {
  it('says which day is taken out and what comes then', () => {
    const answer: DigestAnswer = { kind: 'digest', action: 'skip', state: stateOf(), skipped: monday };
    expect(said(answer)).toContain(
      'Nothing comes on Monday 23 November 2026 at 08:30 (Asia/Shanghai, UTC+08:00). The first excerpt comes on Tuesday 24 November',
    );
  });

  it('where nothing is due says how things stand', () => {
    const answer: DigestAnswer = { kind: 'digest', action: 'skip', state: never, skipped: null };
    expect(said(answer)).toBe(said(statusAnswer(never)));
  });
});

describe('digest why', () => {
  const state = stateOf({ last: { occurrence: sent, sent: monday } });

  it('shows the excerpt, the draw and how to check it, and each step with its instant', () => {
    const text = said(whyAnswer(state, sent, one));
    expect(text).toContain('> The conference also marked');
    expect(text).toContain('Round 2, number 12 of 47 excerpts, seed 0123456789abcdef.');
    expect(text).toContain(
      '0123456789abcdef:2:WORDS, with its words in lower case and no marks, has the lowest SHA-256',
    );
    expect(text).toContain('- 2026-11-23 00:30:00.012 drawn');
    expect(text).toContain('- 2026-11-23 00:30:00.120 claimed for sending, fence 1');
    expect(text).toContain('- 2026-11-23 00:30:00.431 posted (1795393800.000100)');
    expect(text).toContain(sent.link);
  });

  it('does not quote what the articles no longer have', () => {
    const message = present(whyAnswer(state, sent, null), 'digest why', linkTo);
    expect(message.blocks.some(({ type }) => type === 'quotation')).toBe(false);
    expect(JSON.stringify(message)).not.toContain(sent.drawn?.text);
    expect(plain(message)).toContain('no longer have it as it was');
  });

  it.each(skipReasons)('says why a day has no post: %s', (reason) => {
    const words: Readonly<Record<SkipReason, string>> = {
      missed: 'could not post in time',
      asked: 'somebody asked for it',
      off: 'was switched off',
      empty: 'had nothing to show',
    };
    const skipped = occurrenceOf(one, { state: 'skipped', reason, drawn: null, sentAt: null, link: null });
    expect(said(whyAnswer(state, skipped, null))).toContain(words[reason]);
  });

  it.each([
    ['{}', true],
    [null, false],
  ])('says of a refused post with the message %j whether it is tried again: %j', (message, again) => {
    const refused = occurrenceOf(one, { state: 'refused', reason: 'archived', message });
    expect(said(whyAnswer(state, refused, one)).includes('It is tried again')).toBe(again);
  });

  it('shows the latest of very many steps, and says how many are left out', () => {
    const steps = Array.from(
      { length: 43 },
      (_, at) => ({ at: monday.at + at, step: 'failed', fence: 1 }) as const,
    );
    const text = said(whyAnswer(state, occurrenceOf(one, { steps }), one));
    expect(text.match(/the platform was not reached/g)).toHaveLength(20);
    expect(text).toContain('the last 20 steps; scripts get the 23 before them as well');
    expect(text).toContain('00:30:00.042');
  });

  it.each([
    ['digest why', 'Nothing has been posted here yet.'],
    ['digest why 2026-11-19', 'There is no post of 2026-11-19 here.'],
  ])('answers %s, where there is nothing, with what comes next', (command, words) => {
    const answer: DigestAnswer = {
      kind: 'digest',
      action: 'why',
      state: stateOf(),
      occurrence: null,
      due: null,
      excerpt: null,
      draw: drawOf(one),
    };
    expect(said(answer, command)).toContain(`${words} This comes next, on Tuesday 24 November 2026`);
  });
});

describe('a digest that cannot be used', () => {
  it('says why, what to do, and that the rest works', () => {
    const text = said({
      kind: 'digest',
      action: 'on',
      state: null,
      unavailable: 'The disk is full. Make room.',
    });
    expect(text).toContain('The disk is full. Make room.');
    expect(text).toContain('All other commands work without it.');
  });
});

describe('a digest command that cannot be carried out', () => {
  const wrong = (code: Problem['code'], typed: string, allowed: readonly string[] = []): string =>
    plain(present({ kind: 'problem', problem: { code, typed, allowed, instead: [] } }, 'digest on', linkTo));

  it.each([
    ['discord', 'members with the permission Manage Server can'],
    ['slack', 'the person who set it up, workspace admins and owners, and whoever created the channel can'],
  ])('says on %s who can, and what everyone can', (platform, words) => {
    const text = wrong('not-allowed', platformOf(platform).posting?.whoMayChange ?? '');
    expect(text).toContain(words);
    expect(text).toContain('digest status, digest preview and digest why are for everyone.');
  });

  it.each<[Problem['code'], string, readonly string[], string]>([
    ['unknown-action', 'onn', ['on', 'off', 'why'], 'The digest knows no “onn”. There are on, off and why.'],
    ['bad-time', '25:00', ['08:30', '8:30am'], '“25:00” is not a time of day. Write it as 08:30 or 8:30am.'],
    [
      'bad-zone',
      'Mars',
      ['Asia/Shanghai'],
      '“Mars” is not a time zone. Name a city, a country or an IANA zone, such as Asia/Shanghai.',
    ],
    ['ambiguous-zone', 'CST', ['America/Chicago', 'Asia/Shanghai'], 'America/Chicago or Asia/Shanghai.'],
    [
      'bad-days',
      'mon-fry',
      ['mon-fri', 'daily'],
      '“mon-fry” does not say on which days. Write them as mon-fri',
    ],
    ['nothing-selected', 'in:way-forward', [], 'No excerpt of the articles is left by “in:way-forward”'],
    ['nothing-selected', '', [], 'The articles have no excerpt that stands by itself'],
  ])('names for %s (%j) what is wrong, and what works', (code, typed, allowed, words) => {
    expect(wrong(code, typed, allowed)).toContain(words);
  });
});
