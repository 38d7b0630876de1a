import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { likeness, SAME_WORDS, trigramsOf } from '../../src/answer/likeness.ts';
import {
  allVariants,
  distinctAnswers,
  isWordForWord,
  mergeVariants,
  sentenceVariants,
} from '../../src/answer/sentence-variants.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import type { Corpus } from '../../src/corpus/types.ts';
import { foldedWords } from '../../src/document/fold.ts';
import { stopwords } from '../../src/language/stopwords.ts';
import { tokens } from '../../src/language/tokens.ts';
import { present } from '../../src/message/present.ts';
import { createSearch } from '../../src/search/search.ts';
import type { Hit, QuotedPassage } from '../../src/search/types.ts';
import { seedsDesk } from '../desk/seeds-desk.ts';
import { corpusOf } from '../search/articles.ts';

const SPEECH =
  'We need to act on the vision of common, comprehensive and sustainable security in our region.';
const ALTERED =
  'We need to act on the vision of a common, comprehensive and sustainable security in our region.';
const OTHER = 'The border issue between the two countries was settled in a friendly atmosphere last year.';

const corpus = corpusOf({
  a: SPEECH,
  b: OTHER,
  c: `He spoke. ${ALTERED}`,
  d: SPEECH.toUpperCase(),
  e: 'Photo: AFP',
});
const search = createSearch(corpus);

function hitIn(id: string, nth = 0, score = 1): Hit {
  const article = corpus.articles.get(id);
  const paragraph = article?.paragraphs[0];
  const sentence = paragraph?.sentences[nth];
  if (article === undefined || paragraph === undefined || sentence === undefined) throw new Error(id);
  return { article, paragraph, sentence, score, matches: [], variants: [] };
}
const ids = (all: readonly { readonly article: { readonly id: string } }[]): readonly string[] =>
  all.map(({ article }) => article.id);

/** The first sentence of a corpus. */
function firstIn({ articles }: Corpus): QuotedPassage {
  const [article] = articles.values();
  const paragraph = article?.paragraphs[0];
  const sentence = paragraph?.sentences[0];
  if (article === undefined || paragraph === undefined || sentence === undefined) throw new Error('none');
  return { article, paragraph, sentence };
}

describe('wordings of the same words', () => {
  it('are found in other articles, the most alike first', () => {
    expect(ids(sentenceVariants(hitIn('a'), search))).toEqual(['d', 'c']);
    expect(ids(sentenceVariants(hitIn('b'), search))).toEqual([]);
  });

  it('are found where they stand in the passage', () => {
    const [, altered] = sentenceVariants(hitIn('a'), search);
    expect(altered?.article.text.slice(altered.sentence.start, altered.sentence.end)).toBe(ALTERED);
  });

  it('are not found outside the filters', () => {
    const scope = { filters: { in: 'c' }, without: [] };
    expect(ids(sentenceVariants(hitIn('a'), search, scope))).toEqual(['c']);
    expect(ids(sentenceVariants(hitIn('a'), search, { filters: {}, without: ['spoke'] }))).toEqual(['d']);
  });

  it('are not sentences of a few words', () => {
    const short = corpusOf({ a: 'Photo: AFP', b: 'Photo: AFP' });
    expect(sentenceVariants(firstIn(short), createSearch(short))).toEqual([]);
  });

  it('are word for word the same whatever their case and marks', () => {
    expect(isWordForWord(hitIn('a'), hitIn('d'))).toBe(true);
    expect(isWordForWord(hitIn('a'), hitIn('c', 1))).toBe(false);
  });
});

describe('no wording is passed over for its words, which are counted before they are compared', () => {
  const likenessOf = (a: string, b: string): number =>
    likeness(trigramsOf(foldedWords(a)), trigramsOf(foldedWords(b)));
  const longEnough = (text: string): boolean => foldedWords(text).length >= 6;

  it('of any sentence of the five articles in another one', async () => {
    const seeds = await readCorpus('seeds');
    const index = createSearch(seeds);
    const all = index.passages({}).flatMap((passage) =>
      passage.paragraph.sentences.map((sentence) => {
        const text = passage.article.text.slice(sentence.start, sentence.end);
        return { ...passage, sentence, runs: trigramsOf(foldedWords(text)), isCompared: longEnough(text) };
      }),
    );
    const everything = { read: Number.POSITIVE_INFINITY, compared: Number.POSITIVE_INFINITY };
    let pairs = 0;
    for (const one of all) {
      const best = new Map<string, number>();
      for (const other of all) {
        if (!one.isCompared || !other.isCompared || other.article.id === one.article.id) continue;
        const like = likeness(one.runs, other.runs);
        if (like < SAME_WORDS) continue;
        best.set(other.article.id, Math.max(best.get(other.article.id) ?? 0, like));
      }
      const found = sentenceVariants(one, index, undefined, everything);
      expect(new Map(found.map((each) => [each.article.id, each.likeness]))).toEqual(best);
      pairs += best.size;
    }
    expect(pairs).toBeGreaterThan(4);
  });

  it('where the words by which it is looked for are one name with an acronym', () => {
    const named = corpusOf({
      a: 'That is what the Shanghai Cooperation Organization is to us.',
      b: 'It is what the Shanghai Cooperation Organization is to us all.',
      c: 'The Shanghai Cooperation Organization (SCO) met.',
    });
    expect(ids(sentenceVariants(firstIn(named), createSearch(named)))).toEqual(['b']);
  });

  it('where its rarest words are in more passages than may be read', () => {
    const others = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`z${at}`, 'Silk, gold.']));
    const texts = { a: 'We have silk and gold for them.', b: 'We have silk and gold for them all.' };
    const crowded = corpusOf({ ...texts, ...others });
    const effort = { read: 2, compared: 40 };
    expect(ids(sentenceVariants(firstIn(crowded), createSearch(crowded), undefined, effort))).toEqual(['b']);
  });

  it('of any part of a sentence', () => {
    const word = fc.constantFrom(
      ...'the of in to and is was it that by our have tea silk gold summit border trade SCO members'.split(
        ' ',
      ),
      ...['co-operation', 'Shanghai Cooperation Organization', 'counter-terrorism'],
    );
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 8, maxLength: 40 }),
        fc.nat(),
        fc.nat(),
        (words, first, length) => {
          const from = first % (words.length - 6);
          const part = words.slice(from, from + 6 + (length % (words.length - from - 5)));
          const [whole, cut] = [words.join(' '), part.join(' ')];
          fc.pre(likenessOf(whole, cut) >= SAME_WORDS);
          const named = 'The Shanghai Cooperation Organization (SCO) met';
          const made = corpusOf({ a: whole, b: cut, c: named, d: named });
          const index = createSearch(made);
          const terms = new Set(
            tokens(cut).flatMap((token) => (stopwords.has(token.word) ? [] : [token.term])),
          );
          // By fewer than two words that are no common ones, wordings are not looked for.
          fc.pre(terms.size >= 2);
          expect(ids(sentenceVariants(firstIn(made), index))).toContain('b');
        },
      ),
    );
  });
});

describe('hits that say the same', () => {
  it('are one, in the place of the first', () => {
    const merged = mergeVariants([hitIn('b'), hitIn('c', 1), hitIn('a'), hitIn('d')]);
    expect(merged.map(({ article, variants }) => [article.id, ids(variants)])).toEqual([
      ['b', []],
      ['c', ['a', 'd']],
    ]);
  });

  it('are one where other sentences of the same passages were chosen', () => {
    const [only, ...others] = mergeVariants([hitIn('a'), hitIn('c', 0)]);
    expect([only?.variants.map(({ sentence }) => sentence), others]).toEqual([[hitIn('c', 1).sentence], []]);
    expect(mergeVariants([hitIn('c', 0), hitIn('a')])).toHaveLength(1);
  });

  it('of one article stay two', () => {
    expect(mergeVariants([hitIn('a'), hitIn('a')])).toHaveLength(2);
  });

  it('know of the articles that were not among them, each once', () => {
    const [hit] = mergeVariants([hitIn('a'), hitIn('c', 1)]);
    expect(hit && ids(allVariants(hit, search))).toEqual(['c', 'd']);
  });

  it('are not named behind an answer when they are one themselves', () => {
    const again = hitIn('c', 1);
    const second: Hit = { ...again, paragraph: { ...again.paragraph, id: 'c:2', n: 2 } };
    const answers = distinctAnswers([hitIn('a'), again, second], 3, search);
    expect(answers.map(({ article, variants }) => [article.id, ids(variants)])).toEqual([
      ['a', ['c', 'd']],
      ['c', ['d']],
    ]);
  });

  it('leave room for other answers', () => {
    const answers = distinctAnswers([hitIn('a'), hitIn('c', 1), hitIn('d'), hitIn('b')], 2, search);
    expect(ids(answers)).toEqual(['a', 'b']);
  });
});

describe('an answer that stands in two articles', async () => {
  const desk = await seedsDesk();
  const line = 'what is the number one precondition for a country’s development?';
  const both = ['four-point-approach:11', 'security-for-all:4'];

  it('is one with two citations', async () => {
    const { answer, message } = await desk.reply(line);
    const hits = answer.kind === 'answer' ? answer.hits : [];
    const [first] = hits.filter(({ paragraph }) => both.includes(paragraph.id));
    expect(hits.filter(({ paragraph }) => both.includes(paragraph.id))).toHaveLength(1);
    expect(first?.variants.map(({ paragraph }) => paragraph.id)).toEqual(
      both.filter((id) => id !== first?.paragraph.id),
    );
    const notes = message.blocks.flatMap((block) => (block.type === 'note' ? [block.runs] : []));
    const note = notes.find(([run]) => /the same/i.test(run?.text ?? ''));
    expect(note?.at(-1)?.text).toBe(first?.variants[0]?.paragraph.id);
    expect(note?.at(-1)?.link).toMatch(/#p\d+$/);
  });

  it('says whether the wording differs', () => {
    const notes = (other: Hit) =>
      present(
        {
          kind: 'answer',
          query: { words: 'security', phrases: [], without: [], filters: {} },
          hits: [{ ...hitIn('a'), variants: [other] }],
          sure: true,
          missing: [],
          suggestions: [],
          corrections: [],
          undated: 0,
        },
        'ask security',
        () => ({ url: 'http://localhost/', shared: false }),
      ).blocks.flatMap((block) => (block.type === 'note' ? [block.runs[0]?.text] : []));
    expect(notes(hitIn('d'))).toEqual(['Word for word the same: ']);
    expect(notes(hitIn('c', 1))).toEqual(['The same with differences: ']);
  });

  it('is given to scripts one behind the other, each with its own slice', async () => {
    const { passages } = await desk.json(line);
    const at = passages.findIndex(({ sameAs }) => sameAs !== undefined);
    expect(passages[at]?.sameAs).toBe(passages[at - 1]?.id);
    expect([passages[at - 1]?.id, passages[at]?.id].sort()).toEqual(both);
    for (const { article, quote, start, end } of passages) {
      expect(desk.corpus.articles.get(article)?.text.slice(start, end)).toBe(quote);
    }
  });

  it('keeps to the filters', async () => {
    const { passages } = await desk.json(`${line} in:security-for-all`);
    expect(new Set(passages.map(({ article }) => article))).toEqual(new Set(['security-for-all']));
  });

  it.each([
    line,
    'ask what cements the political foundation for SCO development?',
    'ask how should differences be resolved?',
    'ask who are separatists and extremists?',
  ])('is not two answers to “%s”', async (question) => {
    const { answer } = await desk.reply(question);
    const hits = answer.kind === 'answer' ? answer.hits : [];
    expect(hits.length).toBeGreaterThan(0);
    expect(mergeVariants(hits.map((hit) => ({ ...hit, alike: [] })))).toHaveLength(hits.length);
    const cited = hits.flatMap((hit) => [hit, ...hit.variants]).map(({ paragraph }) => paragraph.id);
    expect(new Set(cited).size).toBe(cited.length);
  });
});
