import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { union } from '../../src/search/spans.ts';
import { counter } from '../reached.ts';
import { corpusOf, queryOf, searching } from './articles.ts';

/** What is marked in a text for a line. */
function marks(text: string, line: string): readonly string[] {
  const { search, results } = searching(corpusOf({ a: text }));
  const { found, resolved } = results(line);
  return found.flatMap((passage) =>
    search
      .matches(passage, new Set(resolved.terms), queryOf(line).phrases)
      .map(({ start, end }) => text.slice(start, end)),
  );
}

const TEXT =
  'Counter-terrorism is a common duty, and the common good of the many states needs a common duty.';

describe('in a passage', () => {
  it.each([
    ['duty', ['duty', 'duty']],
    ['states’', ['states']],
    ['"common duty"', ['common duty', 'common', 'common duty']],
    ['"a common duty"', ['a common duty', 'common', 'a common duty']],
    ['"the common good" "common good of the many"', ['common', 'the common good of the many', 'common']],
    ['"good of the many states" of "the many"', ['good of the many states']],
    ['counter-terrorism', ['Counter-terrorism']],
    ['counterterrorism', ['Counter-terrorism']],
    ['terrorism', ['terrorism']],
    ['duties', ['duty', 'duty']],
  ])('%s marks %j', (line, expected) => {
    expect(marks(TEXT, line)).toEqual(expected);
  });
});

describe('spans that overlap', () => {
  it('are one, from the first’s start to the furthest end, and others stay as they are', () => {
    const reached = counter();
    const span = fc
      .tuple(fc.nat(60), fc.integer({ min: 1, max: 12 }))
      .map(([start, length]) => ({ start, end: start + length }));
    fc.assert(
      fc.property(fc.array(span, { maxLength: 8 }), (spans) => {
        const merged = union(spans);
        const covered = (all: typeof spans | typeof merged, at: number): boolean =>
          all.some(({ start, end }) => start <= at && at < end);
        for (let at = 0; at < 75; at++) expect(covered(merged, at)).toBe(covered(spans, at));
        for (const [n, each] of merged.entries()) {
          const next = merged[n + 1];
          if (next !== undefined) expect(next.start).toBeGreaterThanOrEqual(each.end);
          expect(spans.map(({ start }) => start)).toContain(each.start);
          expect(spans.map(({ end }) => end)).toContain(each.end);
          reached('neighbours that touch', next?.start === each.end);
        }
        reached(
          'spans within others',
          spans.some((a) => spans.some((b) => a !== b && a.start > b.start && a.end < b.end)),
        );
      }),
      { numRuns: 300 },
    );
    reached.atLeast({ 'neighbours that touch': 10, 'spans within others': 60 });
  });
});
