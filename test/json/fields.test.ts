import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { JsonAnswer } from '../../src/json/types.ts';
import { plain } from '../../src/message/plain.ts';
import type { Message } from '../../src/message/types.ts';
import { harbourDesk, idsIn, LANTERN, PILOTS, tollWith } from '../desk/harbours.ts';
import { notesOf } from '../message/reading.ts';

const { reply, json, desk, corpus } = await harbourDesk();

const common = ['input', 'kind', 'passages', 'total', 'missing'];
const ofDigest = `action state due zone time days filters round last trouble underWay skipped`.split(' ');
const ON = 'digest on 08:30 Asia/Shanghai mon-fri';

/** Lines, their kind, and what the object has besides the fields of every kind, in its order. */
const lines: readonly (readonly [string, JsonAnswer['kind'], ...string[]])[] = [
  ['search lantern', 'hits'],
  ['search lantern qxz', 'hits'],
  ['search lantern treasury', 'hits', 'suggestions'],
  ['ask what did the pilots of the northern coast agree to share?', 'answer'],
  ['ask what would a captain say of a storm on the moon?', 'answer', 'sure'],
  ['ask who wrote harbour-elm?', 'answer'],
  ['ask who wrote harbour-oak?', 'nothing'],
  ['search qxzjv', 'nothing'],
  ['ask is there a sextant for sale in London or in Paris this summer?', 'nothing', 'nearest'],
  ['search treasury', 'nothing', 'suggestions'],
  ['random', 'passage'],
  ['open harbour-elm:2', 'passage'],
  ['cite harbour-elm:2', 'citation'],
  [`quote "${LANTERN}"`, 'quotation', 'verdict', 'changes', 'nearest'],
  [`quote “${LANTERN}” and “qxz jvw zzq”`, 'quotation', 'verdict', 'changes', 'quotations'],
  [
    `quote ${Array.from({ length: 61 }, (_, n) => `“a qxz${n} of jvw${n}”`).join(' ')}`,
    'quotation',
    ...['verdict', 'changes', 'quotations', 'unchecked'],
  ],
  ['related harbour-alder:3', 'related'],
  ['sources', 'sources'],
  ['help', 'help'],
  ['serach lantern', 'problem'],
  [ON, 'digest', ...ofDigest, 'obstacle'],
  ['digest status', 'digest', ...ofDigest],
  ['digest preview', 'digest', ...ofDigest, 'draw'],
  ['digest why', 'digest', ...ofDigest, 'draw', 'delivery'],
  ['digest skip', 'digest', ...ofDigest, 'taken'],
  ['digest off', 'digest', ...ofDigest],
];
const answers: readonly JsonAnswer[] = await lines.reduce<Promise<readonly JsonAnswer[]>>(
  async (before, [line]) => [...(await before), await json(line)],
  Promise.resolve([]),
);

const readme = readFileSync('README.md', 'utf8');
const table = /\| field \| what it holds \|[\s\S]*?\n\n/.exec(readme)?.[0] ?? '';
const inMarks = (text: string): readonly string[] =>
  [...text.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
/** The fields that the README's table promises, in the first cell of its rows. */
const promised = inMarks(
  table
    .split('\n')
    .map((row) => /^\|([^|]*)\|/.exec(row)?.[1] ?? '')
    .join(' '),
);

describe('the fields of an answer', () => {
  it.each(lines.map(([line, kind, ...fields], at) => ({ line: line.slice(0, 60), kind, fields, at })))(
    'to $line are those of $kind, and in their order',
    ({ kind, fields, at }) => {
      const answer = answers[at];
      expect(answer?.kind).toBe(kind);
      expect(Object.keys(answer ?? {})).toEqual([...common, ...fields, 'text']);
    },
  );

  it('are in the README’s table, each, and there is none in it that no answer has', () => {
    const fields = new Set(answers.flatMap((answer) => Object.keys(answer)));
    expect(inMarks(table)).toEqual(expect.arrayContaining([...fields]));
    const ofPassages = new Set(
      answers.flatMap(({ passages }) => passages.flatMap((passage) => Object.keys(passage))),
    );
    expect(promised.length).toBeGreaterThan(20);
    for (const name of promised) {
      const [, field = name] = /^passages\[\]\.(\w+)$/.exec(name) ?? [];
      expect([name, fields.has(field) || ofPassages.has(field)]).toEqual([name, true]);
    }
  });

  it('are one promise with every kind in it', () => {
    const kinds = /`kind` \| (.*) \|/.exec(readme)?.[1] ?? '';
    const listed = [...kinds.matchAll(/`(\w+)`/g)].map(([, kind]) => kind);
    expect([...new Set(lines.map(([, kind]) => kind))].toSorted()).toEqual(listed.toSorted());
  });
});

/** The passages that a message shows, names or cites, in its order: those that it has for an answer. */
const shownIn = (message: Message): readonly string[] =>
  message.blocks.flatMap((block) => {
    if (block.type === 'quotation') return [block.id];
    const text = block.type === 'note' ? notesOf({ blocks: [block], omitted: [] }).join('') : '';
    return /^(?:Word for word the same|The same with differences): /.test(text) ? idsIn(text) : [];
  });

describe('the passages of an answer', () => {
  it.each([
    'search lantern',
    'search lantern page:3',
    'search granite barges',
    'ask what did the pilots of the northern coast agree to share?',
    'related harbour-alder:4',
    'random',
    'cite harbour-elm:2',
    'sources',
    'search qxzjv',
    'ask is there a sextant for sale in London or in Paris this summer?',
  ])('to %s are those that the message shows, in its order', async (line) => {
    const answered = await reply(line);
    const { passages, total, nearest, text, missing } = desk.json(line, answered);
    const { kind } = answered.answer;
    const shown = shownIn(answered.message);
    const ids = passages.map(({ id }) => id);
    if (kind === 'citation') expect(ids).toEqual(['harbour-elm:2']);
    else if (kind === 'nothing') expect([ids, shown]).toEqual([[], nearest ? [nearest.id] : []]);
    else expect(ids.filter((id) => shown.includes(id))).toEqual(shown);
    if (kind !== 'hits' && kind !== 'sources') expect(total).toBe(ids.length);
    expect(text).toBe(plain(answered.message));
    for (const word of missing) expect(text).toContain(`“${word}”`);
    for (const { article, quote, start, end, text: whole, url, title, author, file } of passages) {
      const source = corpus.articles.get(article);
      expect(source?.text.slice(start, end)).toBe(quote);
      expect(whole).toContain(quote);
      expect([title, author, file]).toEqual([source?.title, source?.author, source?.file]);
      expect(text.includes(url) || kind === 'answer').toBe(true);
    }
  });

  it('that say the same name the one before them', async () => {
    const { passages } = await json('ask what did the pilots of the northern coast agree to share?');
    const [first, ...others] = passages.filter(({ quote }) => quote === PILOTS);
    expect(first).not.toHaveProperty('sameAs');
    expect(others.map(({ sameAs }) => sameAs)).toEqual(Array(8).fill(first?.id));
    const related = (await json('related harbour-alder:4')).passages;
    const same = related.filter(({ quote }) => [tollWith('harbour'), tollWith('mooring')].includes(quote));
    expect(same.map(({ sameAs }) => sameAs)).toEqual(Array(4).fill('harbour-alder:4'));
  });

  it('of a question about the articles are what states it, and none where nothing does', async () => {
    const { passages, total } = await json('ask who are the authors?');
    expect([passages.length, total]).toEqual([14, 14]);
    expect(await json('ask who wrote harbour-oak?')).toMatchObject({ passages: [], total: 0 });
  });
});

describe('a checked quotation', () => {
  const PART = `${LANTERN.slice(0, -1)} and ${Array.from({ length: 20 }, (_, n) => `qx${n}z`).join(' ')}`;

  it.each([
    [LANTERN, 'exact', 24, []],
    [PILOTS.replace('northern', 'southern'), 'altered', 9, [{ said: 'southern', source: 'northern' }]],
    [tollWith('river'), 'altered', 9, [{ said: 'river', source: 'harbour' }]],
    [PART, 'part', 1, []],
    ['qxz jvw zzq', 'absent', 0, []],
  ])('%j is %s, with %i passages and its changes', async (words, verdict, count, changes) => {
    const answer = await json(`quote "${words}"`);
    expect(answer).toMatchObject({ verdict, total: count, changes });
    expect(answer.passages).toHaveLength(count);
    expect(answer.missing).toHaveLength(verdict === 'part' ? 1 : 0);
    expect(answer.nearest).toBe(null);
  });

  it.each([
    [[LANTERN, PILOTS], 'exact'],
    [[LANTERN, PILOTS.replace('charts', 'maps')], 'altered'],
    [[PART, PILOTS.replace('charts', 'maps')], 'part'],
    [[LANTERN, PART, 'qxz jvw zzq'], 'absent'],
    [[LANTERN, 'qxz jvw'], 'exact'],
    [['qxz jvw', 'zzq qqx'], 'absent'],
  ])('is the worst of %j: %s', async (texts, verdict) => {
    const answer = await json(`quote ${texts.map((text) => `“${text}”`).join(' beside ')}`);
    expect(answer.verdict).toBe(verdict);
    const { quotations = [] } = answer;
    expect(quotations.map(({ quotation }) => quotation)).toEqual(texts);
    expect(answer.passages).toEqual(quotations.flatMap(({ passages }) => passages));
    expect(answer.missing).toEqual(quotations.flatMap(({ missing }) => missing));
    expect(answer.changes).toEqual(quotations.flatMap(({ changes }) => changes));
    expect(answer.total).toBe(answer.passages.length);
  });
});
