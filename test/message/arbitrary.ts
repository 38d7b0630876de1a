import fc from 'fast-check';
import type { PassageId } from '../../src/document/types.ts';
import type { Action, Block, Gap, Message, Quotation, Run, Verbatim } from '../../src/message/types.ts';
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
        fc.constantFrom('A word. ', '🙂', 'e\u0301', '*_<', 'unbroken', 'q\u0307\u0323 ', '👩\u200d'),
        fc.integer({ min: 100, max: 3000 }),
      )
      .map(([piece, times]) => piece.repeat(times)),
  },
);

const url = fc
  .integer({ min: 1, max: 99 })
  .map((n) => `https://example.org/a_(${n})/b?c=d&e=${n}#:~:text=f,g`);

const runOf = (words: fc.Arbitrary<string>): fc.Arbitrary<Run> =>
  fc.record(
    {
      text: words,
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

/** What stands in the place of sentences that are left out; the desk says it in sentences, and so does this. */
const gap: fc.Arbitrary<Gap> = fc
  .tuple(fc.integer({ min: 2, max: 2000 }), fc.integer({ min: 1, max: 9 }))
  .map(([omitted, n]) => ({
    type: 'gap',
    omitted,
    said: ` [… ${n} sentence${n === 1 ? '' : 's'} left out …] `,
  }));

/** Pieces of one stretch of text, every character in its place or in a gap, from anywhere in an article. */
const partsOf = (words: fc.Arbitrary<string>): fc.Arbitrary<readonly (Verbatim | Gap)[]> =>
  fc
    .tuple(
      fc.nat(5000),
      fc.array(
        fc.oneof({ weight: 3, arbitrary: fc.tuple(words, fc.boolean()) }, { weight: 2, arbitrary: gap }),
        {
          minLength: 1,
          maxLength: 6,
        },
      ),
    )
    .map(([from, pieces]) => {
      let at = from;
      return pieces.map((piece) => {
        if ('omitted' in piece) {
          at += piece.omitted;
          return piece;
        }
        const [said, marked] = piece;
        const start = at;
        at += said.length;
        return { type: 'verbatim', text: said, start, end: at, marked };
      });
    });

const quotationOf = (words: fc.Arbitrary<string>): fc.Arbitrary<Quotation> =>
  fc.record({ parts: partsOf(words), title: text, actions }).map(({ title, ...rest }) => ({
    type: 'quotation',
    // The place in the message is put to it by `message`.
    id: 'made-up:1',
    article: 'made-up',
    citation: [{ text: title, style: 'strong' }, { text: ' · undated · ' }],
    url: '',
    ...rest,
  }));

function blockOf(words: fc.Arbitrary<string>): fc.Arbitrary<Block> {
  const run = runOf(words);
  return fc.oneof(
    fc.record({ type: fc.constant<'heading'>('heading'), text: words }),
    fc.record({ type: fc.constant<'paragraph'>('paragraph'), runs: fc.array(run, { maxLength: 4 }) }),
    fc.record({ type: fc.constant<'note'>('note'), runs: fc.array(run, { maxLength: 4 }) }),
    fc.record({
      type: fc.constant<'list'>('list'),
      items: fc.array(fc.array(run, { minLength: 1, maxLength: 3 }), { maxLength: 12 }),
    }),
    fc.record({ type: fc.constant<'code'>('code'), text: words }),
    fc.record({ type: fc.constant<'actions'>('actions'), actions }),
    { weight: 3, arbitrary: quotationOf(words) },
  );
}

/** Room before a quotation for what tells it from others. */
const MOVED = 1000;

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
      // Beginning with the tag, in place of what the article has there.
      const first = any.parts.findIndex((part) => part.type === 'verbatim');
      const before = any.parts.slice(0, Math.max(0, first));
      const skipped = before.reduce((sum, part) => sum + (part.type === 'gap' ? part.omitted : 0), 0);
      const moved = any.parts.map((part) =>
        part.type === 'gap' ? part : { ...part, start: part.start + MOVED, end: part.end + MOVED },
      );
      const from = moved.find((part) => part.type === 'verbatim')?.start ?? MOVED;
      const start = from - skipped;
      const opening: Verbatim = {
        type: 'verbatim',
        text: tag,
        start: start - tag.length,
        end: start,
        marked: false,
      };
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

const messageOf = (block: fc.Arbitrary<Block>, most: number): fc.Arbitrary<Message> =>
  fc
    .array(block, { minLength: 0, maxLength: most })
    .map((blocks) => ({ blocks: blocks.map((each, at) => numbered(each, at + 1)), omitted: [] }));

/** A message as the desk could present it, the size and the words aside. */
export const message: fc.Arbitrary<Message> = messageOf(blockOf(text), 14);

/** Prose, unbroken texts and texts of marks, of which few have room beside each other. */
const longText: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.lorem({ mode: 'sentences', maxCount: 25 }) },
  { weight: 1, arbitrary: fc.constant('') },
  {
    weight: 3,
    arbitrary: fc
      .tuple(
        fc.constantFrom('unbroken', 'e\u0301', 'q\u0307\u0323 ', '👩\u200d', 'counter-terrorism '),
        fc.integer({ min: 20, max: 400 }),
      )
      .map(([piece, times]) => piece.repeat(times)),
  },
);

/** A message that few platforms have room for. */
export const longMessage: fc.Arbitrary<Message> = messageOf(blockOf(longText), 5);
