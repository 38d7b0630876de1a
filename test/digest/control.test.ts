import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { slackPlatform } from '../../adapters/slack/platform.ts';
import { createSelection } from '../../src/compose/excerpt-selection.ts';
import { createLinks } from '../../src/corpus/links.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { createDigest } from '../../src/digest/control.ts';
import { createEngine } from '../../src/digest/engine.ts';
import type { Post, Sender } from '../../src/digest/ports/sender.ts';
import type { Place, RefusalReason } from '../../src/digest/records.ts';
import type {
  Asked,
  Asker,
  Digest,
  DigestAnswer,
  DigestCommand,
  DigestRefusal,
} from '../../src/digest/types.ts';
import { folded } from '../../src/document/fold.ts';
import type { Message } from '../../src/message/types.ts';
import { platformOf } from '../platforms.ts';
import { type DigestInMemory, digestInMemory } from './in-memory.ts';

const HOUR = 3_600_000;
const linkTo = createLinks({ publicUrl: 'https://desk.example', sourceUrlTemplate: null, localUrl: '' });
const five = await readCorpus('seeds');
const channel: Place = { platform: 'slack', workspace: 'T1', channel: 'C1' };

const asker = (more: Partial<Asker> = {}): Asker => ({
  zone: async () => null,
  manages: async () => false,
  obstacle: async () => null,
  ...more,
});
const by = (user: string, more: Partial<Asked> = {}): Asked => ({
  platform: slackPlatform,
  place: channel,
  user,
  asker: asker(),
  ...more,
});

type On = Extract<DigestCommand, { action: 'on' }>;
const on = (more: Partial<On> = {}): On => ({
  verb: 'digest',
  action: 'on',
  time: null,
  zone: null,
  days: null,
  filters: '',
  ...more,
});
const to = (action: 'off' | 'status' | 'preview' | 'skip'): DigestCommand => ({ verb: 'digest', action });
const why: DigestCommand = { verb: 'digest', action: 'why', date: null };

let kept: DigestInMemory;
let digest: Digest;
/** What arrived in channels, in order. */
let posts: Post<Message>[];
/** Why the platform takes no posts; null while it does. */
let refusing: RefusalReason | 'limited' | null;
let told: string[];

const sender: Sender<Message> = {
  platform: slackPlatform,
  reach: { platform: 'slack', workspace: null },
  perSecond: 50,
  async send(post) {
    if (refusing === 'limited') return { type: 'limited', wait: HOUR, alone: false };
    if (refusing !== null) return { type: 'refused', reason: refusing, detail: refusing };
    posts.push(post);
    return { type: 'sent', id: String(posts.length), link: `https://slack.example/${posts.length}` };
  },
  find: async () => ({ type: 'absent' }),
  async tell(user) {
    told.push(user);
    return true;
  },
};

/** What a process does at one moment. */
async function lookOnce(): Promise<void> {
  const engine = createEngine(kept.parts, [sender]);
  await engine.tick();
  await engine.stop();
}

const at = async (instant: string): Promise<void> => {
  await kept.clock.moveTo(Date.parse(instant));
  await lookOnce();
};

/** The answer to a command that is carried out. */
async function answered<A extends DigestAnswer['action']>(
  action: A,
  answer: Promise<DigestAnswer | DigestRefusal>,
): Promise<Extract<DigestAnswer, { action: A; unavailable?: never }>> {
  const given = await answer;
  if ('refused' in given || given.action !== action || given.state === null) {
    throw new Error(`${action}: ${JSON.stringify(given)}`);
  }
  // The checks above leave no other member of the union.
  return given as Extract<DigestAnswer, { action: A; unavailable?: never }>;
}

const stateAfter = async (command: DigestCommand, of = digest) => {
  const given = await of.run(command, by('ann'));
  if ('refused' in given || given.state === null) throw new Error(JSON.stringify(given));
  return given.state;
};

beforeEach(async () => {
  // A Sunday at noon, UTC.
  kept = await digestInMemory(five, linkTo);
  digest = kept.digest;
  posts = [];
  told = [];
  refusing = null;
});

describe('digest on', () => {
  it('takes 09:00, every day, and the profile’s zone, else the setting', async () => {
    const profile = by('ann', { asker: asker({ zone: async () => 'Asia/Tokyo' }) });
    const first = await answered('on', digest.run(on(), profile));
    expect(first.zoneFrom).toBe('profile');
    expect(first.state).toMatchObject({
      state: 'on',
      schedule: { zone: 'Asia/Tokyo', time: '09:00', days: [1, 2, 3, 4, 5, 6, 7] },
      due: { iso: '2026-11-23T09:00:00+09:00[Asia/Tokyo]' },
    });
    const other = await answered('on', digest.run(on(), by('ann', { place: { ...channel, channel: 'C2' } })));
    expect([other.zoneFrom, other.state?.schedule?.zone]).toEqual(['setting', 'Etc/UTC']);
  });

  it('posts once a local date, whatever is changed after the post', async () => {
    await digest.run(on({ time: '13:00', zone: 'UTC' }), by('ann'));
    await at('2026-11-22T13:00:00Z');
    expect(posts).toHaveLength(1);
    const { due } = await stateAfter(on({ time: '15:00', zone: 'UTC' }));
    expect(due?.iso).toBe('2026-11-23T15:00:00+00:00[UTC]');
    await digest.run(to('off'), by('ann'));
    await digest.run(on({ time: '18:00', zone: 'America/New_York' }), by('ann'));
    await at('2026-11-22T23:30:00Z');
    expect(posts).toHaveLength(1);
    await at('2026-11-23T23:00:00Z');
    expect(posts).toHaveLength(2);
  });

  it('refuses filters that leave nothing, and changes nothing', async () => {
    await digest.run(on({ time: '08:30', zone: 'UTC' }), by('ann'));
    const refused = await digest.run(on({ filters: 'after:2030-01-01' }), by('ann'));
    expect(refused).toEqual({ refused: 'nothing-selected', filters: 'after:2030-01-01' });
    expect((await stateAfter(to('status'))).filters).toBe('');
  });

  it('tells at once what would keep posts away', async () => {
    const outside = by('ann', { asker: asker({ obstacle: async () => 'not-a-member' }) });
    expect((await answered('on', digest.run(on(), outside))).obstacle).toBe('not-a-member');
  });
});

describe('who may change a digest', () => {
  const commands = [on({ time: '10:00' }), to('off'), to('skip')];
  const open = [to('status'), to('preview'), why];

  it.each([
    ['on Slack whoever set it up', channel, 'ann', false, true],
    ['on Slack those who manage', channel, 'bob', true, true],
    ['on Slack nobody else', channel, 'bob', false, false],
    ['on Discord those who manage', { ...channel, platform: 'discord' }, 'bob', true, true],
    ['on Discord not whoever set it up', { ...channel, platform: 'discord' }, 'ann', false, false],
    ['in a terminal everyone', { ...channel, platform: 'terminal' }, 'bob', false, true],
  ])('%s', async (_, place, user, manages, may) => {
    for (const command of commands) {
      const at = { place, platform: platformOf(place.platform) };
      const manager = by('ann', { ...at, asker: asker({ manages: async () => true }) });
      await digest.run(on({ zone: 'UTC' }), manager);
      const asked = by(user, { ...at, asker: asker({ manages: async () => manages }) });
      const given = await digest.run(command, asked);
      expect('refused' in given ? given : null).toEqual(
        may ? null : { refused: 'not-allowed', whoMay: at.platform.posting?.whoMayChange },
      );
      for (const each of open) expect(await digest.run(each, asked)).toMatchObject({ kind: 'digest' });
    }
  });
});

describe('a digest that is off', () => {
  it('is switched on again by anyone where whoever set it up may change it, and is theirs then', async () => {
    await digest.run(on({ time: '13:00', zone: 'UTC' }), by('ann'));
    expect(await digest.run(to('off'), by('bob'))).toMatchObject({ refused: 'not-allowed' });
    await digest.run(to('off'), by('ann'));
    expect(await digest.run(on(), by('bob'))).toMatchObject({ action: 'on', state: { state: 'on' } });
    expect((await kept.parts.store.subscription(channel))?.setBy).toBe('bob');
    expect(await digest.run(to('off'), by('ann'))).toMatchObject({ refused: 'not-allowed' });
  });
});

describe('digest preview', () => {
  it('shows what is posted next, and changes nothing', async () => {
    await digest.run(on({ time: '13:00', zone: 'UTC' }), by('ann'));
    const first = await answered('preview', digest.run(to('preview'), by('bob')));
    expect(await answered('preview', digest.run(to('preview'), by('bob')))).toEqual(first);
    await at('2026-11-22T13:00:00Z');
    const said = JSON.stringify(posts[0]?.message);
    expect(said).toContain(first.draw?.excerpt.paragraph.id);
    expect((await answered('preview', digest.run(to('preview'), by('bob')))).draw?.position).toBe(2);
  });
});

describe('digest skip', () => {
  it('takes out the next day alone, each time the next one', async () => {
    await digest.run(on({ time: '13:00', zone: 'UTC' }), by('ann'));
    const first = await answered('skip', digest.run(to('skip'), by('ann')));
    const second = await answered('skip', digest.run(to('skip'), by('ann')));
    expect([first.skipped?.date, second.skipped?.date]).toEqual(['2026-11-22', '2026-11-23']);
    await at('2026-11-22T13:00:00Z');
    await at('2026-11-23T13:00:00Z');
    expect(posts).toEqual([]);
    expect((await stateAfter(to('status'))).skipped).toEqual([
      { date: '2026-11-23', reason: 'asked' },
      { date: '2026-11-22', reason: 'asked' },
    ]);
    await at('2026-11-24T13:00:00Z');
    expect(posts).toHaveLength(1);
  });

  it('stays said when the time is changed: what comes next is the first day that was not taken out', async () => {
    await digest.run(on({ time: '13:00', zone: 'UTC' }), by('ann'));
    for (let days = 0; days < 3; days++) await digest.run(to('skip'), by('ann'));
    const { due } = await stateAfter(on({ time: '15:00' }));
    expect(due?.iso).toBe('2026-11-25T15:00:00+00:00[UTC]');
  });
});

describe('digest why', () => {
  it('says what anyone can check: the lowest SHA-256 among the excerpts of the article whose turn it was', async () => {
    await digest.run(on({ time: '13:00', zone: 'UTC', filters: 'in:way-forward' }), by('ann'));
    await at('2026-11-22T13:00:00Z');
    const { occurrence, excerpt, due } = await answered('why', digest.run(why, by('bob')));
    expect(due?.iso).toBe('2026-11-22T13:00:00+00:00[UTC]');
    expect(occurrence).toMatchObject({ state: 'sent', remoteId: '1', link: 'https://slack.example/1' });
    expect(occurrence?.steps.map(({ step }) => step)).toEqual(['drawn', 'claimed', 'sent']);
    const { seed, round, text } = occurrence?.drawn ?? { seed: '', round: 0, text: '' };
    expect(excerpt === null ? '' : excerpt.article.text.slice(excerpt.start, excerpt.end)).toBe(text);
    const lots = createSelection(five)('in:way-forward').map((each) => {
      const words = each.article.text.slice(each.start, each.end);
      const lot = createHash('sha256')
        .update(`${seed}:${round}:${folded(words)}`)
        .digest('hex');
      return { words, lot };
    });
    expect(lots.sort((a, b) => (a.lot < b.lot ? -1 : 1))[0]?.words).toBe(text);
  });

  it('finds its excerpt whatever the filters of today leave', async () => {
    for (const id of five.articles.keys()) {
      const place = { ...channel, channel: id };
      await digest.run(on({ time: '13:00', zone: 'UTC', filters: `in:${id}` }), by('ann', { place }));
    }
    for (let day = 0; day < 7; day++) {
      await at(new Date(Date.parse('2026-11-22T13:00:00Z') + day * 24 * HOUR).toISOString());
      for (const id of five.articles.keys()) {
        const asked = by('ann', { place: { ...channel, channel: id } });
        expect((await answered('why', digest.run(why, asked))).excerpt?.article.id).toBe(id);
      }
    }
  });

  it('knows when an article has the excerpt no longer', async () => {
    await digest.run(on({ time: '13:00', zone: 'UTC' }), by('ann'));
    await at('2026-11-22T13:00:00Z');
    const none = { articles: new Map(), faults: [] };
    const later = createDigest({
      ...kept.parts,
      excerpts: createSelection(none),
      defaultZone: 'UTC',
      random: () => 0.3,
    });
    const { occurrence, excerpt } = await answered('why', later.run(why, by('ann')));
    expect(occurrence?.state).toBe('sent');
    expect(excerpt).toBeNull();
  });

  it('shows no text that was edited since, though it stands in the same place', async () => {
    await digest.run(on({ time: '13:00', zone: 'UTC' }), by('ann'));
    await at('2026-11-22T13:00:00Z');
    const { occurrence } = await answered('why', digest.run(why, by('ann')));
    const { article, start } = occurrence?.drawn ?? { article: '', start: 0 };
    const edited = (letters: number) =>
      createDigest({
        ...kept.parts,
        excerpts: createSelection({
          articles: new Map(
            [...five.articles].map(([id, each]) => {
              const text = `${each.text.slice(0, start)}${'x'.repeat(letters)}${each.text.slice(start + letters)}`;
              return [id, id === article ? { ...each, text } : each];
            }),
          ),
          faults: [],
        }),
        defaultZone: 'UTC',
        random: () => 0.3,
      });
    expect((await answered('why', edited(0).run(why, by('ann')))).excerpt).not.toBeNull();
    expect((await answered('why', edited(1).run(why, by('ann')))).excerpt).toBeNull();
  });
});

describe('a channel that refuses', () => {
  it('is tried again, told in the status, and well again after a post', async () => {
    refusing = 'not-a-member';
    await digest.run(on({ time: '13:00', zone: 'UTC' }), by('ann'));
    await at('2026-11-22T13:00:00Z');
    expect((await stateAfter(to('status'))).trouble).toMatchObject({
      reason: 'not-a-member',
      date: '2026-11-22',
    });
    refusing = null;
    await at('2026-11-22T13:06:00Z');
    expect(posts).toHaveLength(1);
    expect(await stateAfter(to('status'))).toMatchObject({
      trouble: null,
      last: { occurrence: { date: '2026-11-22' } },
    });
  });

  it('is paused after 14 days of refusals alone, the one who set it up is told, and `on` goes on', async () => {
    refusing = 'archived';
    await digest.run(on({ time: '13:00', zone: 'UTC' }), by('ann'));
    for (let day = 0; day < 14; day++) {
      await at(new Date(Date.parse('2026-11-22T13:00:00Z') + day * 24 * HOUR).toISOString());
      expect(told).toEqual([]);
    }
    await at('2026-12-06T13:00:00Z');
    expect(told).toEqual(['ann']);
    expect(await stateAfter(to('status'))).toMatchObject({ state: 'paused', due: null });
    refusing = null;
    await at('2026-12-07T13:00:00Z');
    expect(posts).toEqual([]);
    expect(await stateAfter(on({ time: '14:00' }))).toMatchObject({ state: 'on' });
    await at('2026-12-07T14:00:00Z');
    expect(posts).toHaveLength(1);
  });

  it('is given another fortnight when the digest is switched on again after a pause', async () => {
    refusing = 'archived';
    await digest.run(on({ time: '13:00', zone: 'UTC' }), by('ann'));
    await at('2026-11-22T13:00:00Z');
    await at('2026-12-06T13:00:00Z');
    expect((await stateAfter(to('status'))).state).toBe('paused');
    await digest.run(on({ time: '14:00' }), by('ann'));
    await at('2026-12-07T14:00:00Z');
    expect((await stateAfter(to('status'))).state).toBe('on');
    expect(told).toEqual(['ann']);
  });

  it('is under way while the platform asks for patience', async () => {
    refusing = 'limited';
    await digest.run(on({ time: '13:00', zone: 'UTC' }), by('ann'));
    await at('2026-11-22T13:00:00Z');
    expect(await stateAfter(to('status'))).toMatchObject({
      underWay: { date: '2026-11-22', detail: 'asked to wait for 3600 s' },
      trouble: null,
    });
    refusing = null;
    await at('2026-11-22T13:59:00Z');
    expect(posts).toEqual([]);
    await at('2026-11-22T14:01:00Z');
    expect(posts).toHaveLength(1);
    expect((await stateAfter(to('status'))).underWay).toBeNull();
  });

  it('does not use up the excerpt that nobody saw', async () => {
    refusing = 'no-permission';
    await digest.run(on({ time: '13:00', zone: 'UTC' }), by('ann'));
    await at('2026-11-22T13:00:00Z');
    await kept.clock.moveTo(Date.parse('2026-11-22T20:00:00Z'));
    await lookOnce();
    expect((await stateAfter(to('status'))).round?.left).toBe(66);
  });
});

describe('an article that comes, changes or goes', () => {
  const changed = (texts: (text: string, id: string) => string | null) => {
    const articles = [...five.articles].flatMap(([id, article]) => {
      const text = texts(article.text, id);
      return text === null ? [] : [[id, { ...article, text }] as const];
    });
    return createSelection({ articles: new Map(articles), faults: [] });
  };

  it('joins the running round or leaves it', async () => {
    const without = { ...kept.parts, excerpts: changed((text, id) => (id === 'way-forward' ? null : text)) };
    const before = createDigest({ ...without, defaultZone: 'UTC', random: () => 0.3 });
    await before.run(on({ time: '13:00', zone: 'UTC' }), by('ann'));
    await at('2026-11-22T13:00:00Z');
    expect((await stateAfter(to('status'), before)).round).toMatchObject({ n: 1, left: 47, of: 48 });
    expect((await stateAfter(to('status'))).round).toMatchObject({ n: 1, left: 65, of: 66 });
  });
});
