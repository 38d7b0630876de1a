import { AlignmentBuilder } from './alignment-builder.ts';
import type { QuotationSource } from './checked.ts';
import type { CorpusWords } from './corpus-words.ts';
import type { DiffStep } from './differences.ts';
import type { QuotedText } from './quoted-words.ts';
import { sharedEdges } from './tolerances.ts';

/** A quotation beside an article's wording, and how much they share. */
export interface Alignment {
  readonly source: QuotationSource;
  /** Words of the quotation that the article has, differently spelt ones included. */
  readonly matched: number;
  /** Words of the article's span, less what an ellipsis of the quotation leaves out. */
  readonly extent: number;
  /** Words that were changed, added or left out. */
  readonly differences: number;
  /** Matched words that are neither common nor names. */
  readonly ordinary: number;
}

/**
 * Puts the steps of an alignment into words. They begin and end in one article.
 *
 * @throws {RangeError} without steps, or for steps without a word of an article.
 */
export function alignmentOf(quoted: QuotedText, steps: readonly DiffStep[], index: CorpusWords): Alignment {
  const places = steps.filter(({ source }) => source.end > source.start);
  const start = places[0]?.source.start;
  const end = places.at(-1)?.source.end;
  if (start === undefined || end === undefined) throw new RangeError('Nothing is aligned with an article');
  const first = index.passages[index.passageAt(start)];
  const last = index.passages[index.passageAt(end - 1)];
  if (first === undefined || last === undefined) throw new RangeError(`No passage at ${start} to ${end}`);
  const { article } = first;
  const builder = new AlignmentBuilder(quoted, index, article);
  for (const step of steps) {
    if (step.same) builder.same(step);
    else builder.differ(step);
  }
  const from = index.wordAt(start).start;
  const to = index.wordAt(end - 1).end;
  const { text, words } = quoted;
  const opening = steps[0]?.said.start ?? 0;
  const behind = steps.at(-1)?.said.end ?? words.length;
  const typed = {
    before: text.slice(words[opening - 1]?.end ?? 0, words[opening]?.start ?? 0),
    after: text.slice(words[behind - 1]?.end ?? text.length, words[behind]?.start ?? text.length),
  };
  const ends = sharedEdges(typed, {
    before: article.text.slice(Math.max(first.paragraph.start, from - typed.before.length), from),
    after: article.text.slice(to, Math.min(last.paragraph.end, to + typed.after.length)),
  });
  if (ends.ending) builder.tolerated.add('ending');
  return {
    matched: builder.matched,
    extent: builder.extent,
    differences: builder.differences,
    ordinary: builder.ordinary,
    source: {
      article,
      paragraph: first.paragraph,
      said: text,
      span: { start: from - ends.before, end: to + ends.after },
      last: last.paragraph,
      changes: builder.changes,
      pieces: builder.pieces,
      differing: builder.differing,
      tolerated: [...builder.tolerated],
      passedOver: builder.passedOver,
      bracketed: builder.bracketed,
    },
  };
}
