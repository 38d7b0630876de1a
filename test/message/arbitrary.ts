import fc from 'fast-check';
import type { PassageId } from '../../src/document/types.ts';
import type { Action, Block, Message, Quotation, Run, Verbatim } from '../../src/message/types.ts';
import { hostileTexts } from '../gallery/hostile-text.ts';

/** Words of people and of attackers, short and long. */
export const text: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.lorem({ maxCount: 30 }) },
  { weight: 3, arbitrary: fc.constantFrom(...Object.values(hostileTexts)) },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 80 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 80 }) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(
        fc.constantFrom('A word. ', '🙂', 'e\u0301', '*_<', 'unbroken'),
        fc.integer({ min: 100, max: 3000 }),
      )
      .map(([piece, times]) => piece.repeat(times)),
  },
);

const url = fc
  .integer({ min: 1, max: 99 })
  .map((n) => `https://example.org/a_(${n})/b?c=d&e=${n}#:~:text=f,g`);

const run: fc.Arbitrary<Run> = fc.record(
  {
    text,
    style: fc.constantFrom<NonNullable<Run['style']>>('strong', 'emphasis', 'code', 'deleted', 'inserted'),
    link: url,
  },
  { requiredKeys: ['text'] },
);

const action: fc.Arbitrary<Action> = fc.oneof(
  fc.record({
    type: fc.constantFrom<'run' | 'share'>('run', 'share'),
    label: text,
    command: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
  }),
  fc.record({ type: fc.constant<'link'>('link'), label: text, url }),
);

const actions = fc.array(action, { maxLength: 7 });

/** Pieces of one stretch of text, every character in its place, from anywhere in an article. */
const parts: fc.Arbitrary<readonly Verbatim[]> = fc
  .tuple(fc.nat(5000), fc.array(fc.tuple(text, fc.boolean()), { minLength: 1, maxLength: 5 }))
  .map(([from, pieces]) => {
    let at = from;
    return pieces.map(([words, marked]) => {
      const start = at;
      at += words.length;
      return { type: 'verbatim', text: words, start, end: at, marked };
    });
  });

const quotation: fc.Arbitrary<Quotation> = fc
  .record({ parts, title: text, actions })
  .map(({ title, ...rest }) => ({
    type: 'quotation',
    // The place in the message is put to it by `message`.
    id: 'made-up:1',
    article: 'made-up',
    citation: [{ text: title, style: 'strong' }, { text: ' · undated · ' }],
    url: '',
    ...rest,
  }));

export const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ type: fc.constant<'heading'>('heading'), text }),
  fc.record({ type: fc.constant<'paragraph'>('paragraph'), runs: fc.array(run, { maxLength: 4 }) }),
  fc.record({ type: fc.constant<'note'>('note'), runs: fc.array(run, { maxLength: 4 }) }),
  fc.record({
    type: fc.constant<'list'>('list'),
    items: fc.array(fc.array(run, { minLength: 1, maxLength: 3 }), { maxLength: 12 }),
  }),
  fc.record({ type: fc.constant<'code'>('code'), text }),
  fc.record({ type: fc.constant<'actions'>('actions'), actions }),
  quotation,
);

/** A block that can be told from every other of its message by how it begins. */
function numbered(any: Block, n: number): Block {
  const tag = `§${n}¶ `;
  switch (any.type) {
    case 'heading':
    case 'code':
      return { ...any, text: tag + any.text };
    case 'paragraph':
    case 'note':
      return { ...any, runs: [{ text: tag }, ...any.runs] };
    case 'list':
      return { ...any, items: any.items.map((item, at) => [{ text: `${tag}${at}: ` }, ...item]) };
    case 'quotation': {
      const id: PassageId = `made-up:${n}`;
      const link = `http://localhost:3000/a/made-up#p${n}`;
      const [first, ...rest] = any.parts.filter((part) => part.type === 'verbatim');
      const start = (first?.start ?? 0) + 1000;
      const opening: Verbatim = {
        type: 'verbatim',
        text: tag,
        start: start - tag.length,
        end: start,
        marked: false,
      };
      const moved = [first, ...rest].flatMap((part) =>
        part === undefined ? [] : [{ ...part, start: part.start + 1000, end: part.end + 1000 }],
      );
      return {
        ...any,
        id,
        url: link,
        parts: [opening, ...moved],
        citation: [{ text: tag }, ...any.citation, { text: id, link }],
      };
    }
    case 'actions':
      return any;
  }
}

/** A message as the desk could present it, the size and the words aside. */
export const message: fc.Arbitrary<Message> = fc
  .array(block, { maxLength: 14 })
  .map((blocks) => ({ blocks: blocks.map((each, at) => numbered(each, at + 1)), omitted: [] }));
