import { describe, expect, it } from 'vitest';
import { commandSpecs } from '../../src/command/table.ts';
import { citationStyles } from '../../src/command/types.ts';
import type { Quotation } from '../../src/message/types.ts';
import { addressesOf, commandsOf, quotationsOf, runsText } from '../message/reading.ts';
import { counter } from '../reached.ts';
import {
  harbourDesk,
  idsIn,
  LANTERN,
  PILOTS,
  paragraphs,
  plural,
  RUNNING,
  tollWith,
  WORDS,
  written,
} from './harbours.ts';

const { reply } = await harbourDesk();
const addressOf = (id: string): string => `http://localhost:3000/a/${id.replace(':', '#p')}`;

/** Checks one quotation against what was written: each piece in its place, and each gap as long as it says. */
function checkQuotation({ id, article, parts, citation, url }: Quotation): void {
  const from = paragraphs.find((each) => each.id === id);
  const source = written.find(({ paragraphs: own }) => from !== undefined && own.includes(from));
  if (from === undefined || source === undefined) throw new RangeError(`No passage ${id} was written`);
  let shown = '';
  for (const part of parts) {
    if (part.type === 'verbatim') {
      expect(from.text.slice(shown.length, shown.length + part.text.length)).toBe(part.text);
      shown += part.text;
      continue;
    }
    const left = from.text.slice(shown.length, shown.length + part.omitted);
    const sentences = from.sentences.filter((sentence) => left.includes(sentence)).length;
    expect(part.said.trim()).toBe(`[… ${plural(sentences, 'sentence')} left out …]`);
    shown += left;
  }
  expect(shown).toBe(from.text);
  expect(article).toBe(source.id);
  expect(url).toBe(addressOf(id));
  const line = runsText(citation).split(' · ');
  const { title, author, publisher, published } = source;
  expect(line.slice(0, 4)).toEqual([
    title,
    author ?? 'author not given',
    publisher ?? 'publisher not given',
    published ?? 'undated',
  ]);
  expect(line).toContain(id);
}

describe('every answer over these articles', () => {
  const lines = [
    ...WORDS.flatMap((word) => [`search ${word}`, `ask where is the ${word}?`]),
    ...paragraphs.flatMap(({ id }) => [`open ${id}`, `related ${id}`]),
    ...citationStyles.map((style) => `cite harbour-alder:5 ${style}`),
    ...[LANTERN, PILOTS, tollWith('harbour'), tollWith('river'), RUNNING.join(' '), 'qxz jvw'].map(
      (text) => `quote "${text}"`,
    ),
    ...[
      'random',
      'random in:harbour-elm',
      'sources',
      'search lantern quay page:2',
      'search xqzjvw after:2019-01-01',
    ],
    ...[
      'search the of and',
      'search lantern zanzibar granite',
      'search granit',
      'open harbour-elm:99',
      'random by:zzz',
    ],
    ...['ask who wrote harbour-elm?', 'ask which articles are undated?', ''],
    `quote “${LANTERN}” but not “${PILOTS.replace('charts', 'maps')}” nor “qxz jvw zzq qqx”`,
  ];

  it('quotes what was written, with gaps as long as they say, and names and links to passages alone', async () => {
    const reached = counter();
    for (const line of lines) {
      const { message } = await reply(line);
      for (const quotation of quotationsOf(message)) {
        checkQuotation(quotation);
        reached(
          'a gap',
          quotation.parts.some(({ type }) => type === 'gap'),
        );
        reached('a quotation');
      }
      const ids = new Set(paragraphs.map(({ id }) => id));
      for (const address of addressesOf(message)) {
        expect([...ids].map(addressOf)).toContain(address);
      }
      for (const id of idsIn(JSON.stringify(message))) {
        if (!line.includes(id)) expect(ids).toContain(id);
      }
    }
    reached.atLeast({ 'a gap': 10, 'a quotation': 400 });
  });

  it('offers only commands that work', async () => {
    const offered = new Set<string>();
    for (const line of lines) {
      for (const command of commandsOf((await reply(line)).message)) offered.add(command);
    }
    expect(offered.size).toBeGreaterThan(300);
    for (const command of offered) {
      expect([command, (await reply(command)).answer.kind]).not.toEqual([command, 'problem']);
    }
  });
});

describe('help on a command', () => {
  it.each(commandSpecs.map((spec) => [spec.verb, spec] as const))(
    'tells of every option and action of %s, once, and offers its examples',
    async (verb, { usage, options, actions = [], examples }) => {
      const { message } = await reply(`help ${verb}`);
      const items = message.blocks.flatMap((block) =>
        block.type === 'list' ? block.items.map(runsText) : [],
      );
      const all = [...options, ...actions.flatMap((action) => action.options)];
      const described = all.map(
        ({ name, summary, written: how }) =>
          `${how === 'filter' ? `${name}:` : name.toUpperCase()} ${summary}`,
      );
      const told = actions.map(({ name, summary }) => `${name} ${summary}`);
      expect(items.toSorted()).toEqual([...new Set([...told, ...described])].toSorted());
      expect(message.blocks).toContainEqual({ type: 'code', text: usage });
      expect(commandsOf(message)).toEqual(examples.map(({ line }) => line));
    },
  );
});
