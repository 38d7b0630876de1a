import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkText } from '../../src/answer/quotation/check-text.ts';
import { corpusWordsOf } from '../../src/answer/quotation/corpus-words.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import type { Article } from '../../src/document/types.ts';
import { hostileTexts } from '../gallery/hostile-text.ts';
import { counter } from '../reached.ts';

const corpus = await readCorpus('seeds');
const index = corpusWordsOf(corpus);

interface Slice {
  readonly article: Article;
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** As they stand in the text, punctuation at their ends left out. */
  readonly words: readonly string[];
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’][\p{L}]+)*/gu;

/** By article, its words where they stand, and its paragraphs of running text. */
const readings = [...corpus.articles.values()].map((article) => ({
  article,
  all: [...article.text.matchAll(WORD)],
  body: article.paragraphs.filter(({ kind }) => kind === 'body' || kind === 'caption'),
}));

/** A stretch of running text from one word's start to another's end; it may go on in the next paragraph. */
const slice = (fewest: number, most = 60): fc.Arbitrary<Slice> =>
  fc
    .tuple(fc.constantFrom(...readings), fc.nat(1e6), fc.integer({ min: fewest, max: most }))
    .map(([{ article, all, body }, from, length]) => {
      const paragraph = body[from % body.length];
      const words = all.filter(({ index: at }) => at >= (paragraph?.start ?? 0));
      const inside = words.filter(({ index: at }) => at < (paragraph?.end ?? 0)).length;
      const first = from % Math.max(1, inside);
      const taken = words.slice(first, first + length);
      const start = taken[0]?.index ?? 0;
      const last = taken.at(-1);
      const end = (last?.index ?? 0) + (last?.[0].length ?? 0);
      return {
        article,
        start,
        end,
        text: article.text.slice(start, end),
        words: taken.map(([word]) => word),
      };
    })
    .filter(({ words }) => words.length >= fewest);

const inMarks = (text: string): string => `"${text}"`;

/** Words that no article has. */
const FOREIGN = ['xylophone', 'marmalade', 'zeppelin', 'quixotic', 'flugelhorn'];

/** The slice with its nth word exchanged. */
function exchanged({ text, words }: Slice, n: number, word: string): string {
  let at = 0;
  for (const each of words.slice(0, n)) at = text.indexOf(each, at) + each.length;
  const start = text.indexOf(words[n] ?? '', at);
  return `${text.slice(0, start)}${word}${text.slice(start + (words[n]?.length ?? 0))}`;
}

describe('a stretch of an article', () => {
  it('is exact, wherever it begins and ends, and found where it stands', () => {
    fc.assert(
      fc.property(slice(5), ({ article, start, end, text }) => {
        const checks = checkText(inMarks(text), index);
        expect(checks.map(({ verdict }) => verdict)).toEqual(['exact']);
        const same = checks[0].sources.filter((source) => source.article.id === article.id);
        expect(same).toHaveLength(1);
        const [found] = same;
        expect(found?.changes).toEqual([]);
        // The same words may stand twice in an article.
        const taken = article.text.slice(found?.span.start, found?.span.end);
        const isThere = (found?.span.start ?? 0) <= start && (found?.span.end ?? 0) >= end;
        expect(isThere || taken.includes(text) || taken === text).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it.each<[string, (text: string) => string]>([
    ['no marks around it', (text) => text],
    ['typographic marks', (text) => `“${text}”`],
    ['German marks', (text) => `„${text}“`],
    ['guillemets', (text) => `« ${text} »`],
    ['single marks', (text) => `‘${text}’`],
    ['a mark that is never closed', (text) => `"${text.replaceAll('\n', ' ')}`],
    [
      'straight marks for typographic ones',
      (text) => inMarks(text.replace(/[“”]/g, "'").replaceAll('’', "'")),
    ],
    ['typographic marks for straight ones', (text) => inMarks(text.replaceAll("'", '’'))],
    ['other dashes', (text) => inMarks(text.replace(/[-–]/g, '—'))],
    ['hyphens that do not break', (text) => inMarks(text.replaceAll('-', '‑'))],
    ['spaces that do not break', (text) => inMarks(text.replaceAll(' ', '\u00a0'))],
    ['double spaces', (text) => inMarks(text.replaceAll(' ', '  '))],
    ['line breaks for spaces', (text) => inMarks(text.replaceAll(' ', '\n'))],
    ['soft hyphens', (text) => inMarks(text.replace(/(\p{L}{3})(?=\p{L}{3})/gu, '$1\u00ad'))],
    ['ligatures', (text) => inMarks(text.replaceAll('fi', 'ﬁ').replaceAll('fl', 'ﬂ'))],
    ['capitals', (text) => inMarks(text.toUpperCase())],
  ])('is exact with %s', (_, write) => {
    fc.assert(
      fc.property(
        slice(5, 40).filter(({ text }) => !/["“”]/.test(text)),
        ({ article, text }) => {
          const checks = checkText(write(text), index);
          expect(checks.map(({ verdict }) => verdict)).toEqual(['exact']);
          expect(checks[0].sources.map((source) => source.article.id)).toContain(article.id);
        },
      ),
      { numRuns: 100 },
    );
  });

  it('is altered with one word changed, and that word is named', () => {
    fc.assert(
      fc.property(slice(5), fc.nat(1e6), fc.constantFrom(...FOREIGN), (taken, any, word) => {
        const n = any % taken.words.length;
        const [check, ...others] = checkText(inMarks(exchanged(taken, n, word)), index);
        expect(others).toEqual([]);
        expect(check.verdict).toBe('altered');
        const changes = check.sources.flatMap((source) => source.changes);
        expect(changes.map(({ said }) => said)).toContain(word);
        // Another sentence may differ from it in that word alone as well.
        const out = (taken.words[n] ?? '').toLowerCase();
        const isNamed = changes.some(({ source }) => source.toLowerCase().includes(out));
        if (n > 0 && n < taken.words.length - 1)
          expect(isNamed || check.sources[0]?.changes.length === 1).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('is altered with one word added, and that word is named', () => {
    fc.assert(
      fc.property(slice(5), fc.nat(1e6), fc.constantFrom(...FOREIGN), (taken, any, word) => {
        const n = 1 + (any % (taken.words.length - 1));
        const text = exchanged(taken, n, `${word} ${taken.words[n]}`);
        const [check] = checkText(inMarks(text), index);
        expect(check.verdict).toBe('altered');
        expect(check.sources[0]?.changes).toEqual([{ said: word, source: '', kind: 'added' }]);
      }),
      { numRuns: 300 },
    );
  });

  it('is altered with one word left out, and that word is named', () => {
    const reached = counter();
    fc.assert(
      fc.property(slice(6), fc.nat(1e6), (taken, any) => {
        const n = 1 + (any % (taken.words.length - 2));
        const out = taken.words[n] ?? '';
        const [check] = checkText(inMarks(exchanged(taken, n, '')), index);
        // What is left may stand elsewhere as it is, or differ in one word from it.
        if (check.verdict === 'exact') return;
        expect(check.verdict).toBe('altered');
        reached('an alteration');
        const named = check.sources.flatMap(({ changes }) => changes.map(({ source }) => source));
        const isNamed = named.some((source) => source.toLowerCase().includes(out.toLowerCase()));
        expect(isNamed || check.sources[0]?.changes.length === 1).toBe(true);
      }),
      { numRuns: 300 },
    );
    reached.atLeast({ 'an alteration': 250 });
  });

  it('is not exact with its words shuffled', () => {
    fc.assert(
      fc.property(
        slice(6, 30)
          .filter(({ words }) => new Set(words.map((word) => word.toLowerCase())).size === words.length)
          .chain(({ words }) =>
            fc
              .shuffledSubarray([...words], { minLength: words.length })
              .map((shuffled) => ({ words, shuffled })),
          )
          .filter(({ words, shuffled }) => words.join(' ') !== shuffled.join(' ')),
        ({ shuffled }) => {
          const [check] = checkText(inMarks(shuffled.join(' ')), index);
          expect(check.verdict).not.toBe('exact');
          const changes = check.sources[0]?.changes.length ?? 0;
          expect(changes).toBeLessThanOrEqual(shuffled.length / 2 + 1);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('any text', () => {
  const odd = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(...Object.values(hostileTexts)),
    fc.constantFrom(
      ...'" “ ” « » ‘ ’ \' … ... [ ] [T]he [sic] ( ) the of security SCO \n \n\n'.split(' '),
      '\n\n“',
    ),
    slice(1, 12).map(({ text }) => text),
  );

  it('has verdicts, and sources that are stretches of their articles', () => {
    const reached = counter();
    fc.assert(
      fc.property(
        fc
          .array(odd, { minLength: 1, maxLength: 8 })
          .chain((parts) => fc.constantFrom(' ', '').map((joint) => parts.join(joint))),
        (text) => {
          for (const { sources, verdict, missing, nearest } of checkText(text, index)) {
            reached(verdict);
            reached(
              'a change',
              sources.some(({ changes }) => changes.length > 0),
            );
            expect(sources.length > 0).toBe(verdict !== 'absent');
            if (verdict !== 'part') expect(missing).toEqual([]);
            if (verdict !== 'absent') expect(nearest).toBeNull();
            for (const { article, paragraph, last, span, differing, changes } of sources) {
              expect(paragraph.start).toBeLessThanOrEqual(span.start);
              expect(last.end).toBeGreaterThanOrEqual(span.end);
              expect(span.end).toBeGreaterThan(span.start);
              for (const { start, end } of differing) {
                expect(start).toBeGreaterThanOrEqual(span.start);
                expect(end).toBeLessThanOrEqual(span.end);
              }
              for (const { source } of changes) {
                if (!source.includes(' … ')) expect(article.text).toContain(source);
              }
            }
          }
        },
      ),
      { numRuns: 600 },
    );
    reached.atLeast({ exact: 50, altered: 30, part: 30, absent: 100, 'a change': 30 });
  });
});
