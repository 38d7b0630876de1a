import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/read.ts';
import { tokens } from '../../src/language/tokens.ts';
import { classesOf, wordClass } from '../../src/language/word-classes.ts';
import { createForwardIndex } from '../../src/search/forward-index.ts';
import { createSearch } from '../../src/search/search.ts';
import { corpusOf } from './articles.ts';

/** Texts read as passages, their sentences at a bar. */
function readerOf(...texts: readonly string[]) {
  const reader = createForwardIndex();
  for (const text of texts) {
    let start = 0;
    const sentences = text.split('|').map((sentence) => {
      const span = { start, end: start + sentence.length };
      start = span.end + 1;
      return span;
    });
    reader.add(tokens(text), sentences);
  }
  return reader;
}

describe('a reading', () => {
  it('has one number for the forms of a word as terms, and one for each form as words', () => {
    const reader = readerOf('Members met. A member MET members');
    const { terms, words } = reader.of(0);
    expect([...terms]).toEqual([1, 2, 3, 1, 2, 1]);
    expect([...words]).toEqual([1, 2, 3, 4, 2, 1]);
    const { lexicon } = reader;
    expect(['member', 'met', 'a', 'members'].map((each) => lexicon.numberOfTerm(each))).toEqual([1, 2, 3, 0]);
    expect(['member', 'met', 'a', 'members'].map((each) => lexicon.numberOfWord(each))).toEqual([4, 2, 3, 1]);
  });

  it('keeps numbers from passage to passage', () => {
    const reader = readerOf('tea grows', 'gold and tea');
    expect([...reader.of(1).terms]).toEqual([3, 4, 1]);
  });

  it.each(['', 'unheard', '__proto__', 'constructor', 'x'.repeat(10_000)])('has no number for %j', (word) => {
    const { lexicon } = readerOf('tea grows');
    expect([lexicon.numberOfTerm(word), lexicon.numberOfWord(word)]).toEqual([0, 0]);
    expect([
      lexicon.passagesWith(0),
      lexicon.classes(0),
      lexicon.passagesWith(99),
      lexicon.classes(99),
    ]).toEqual([0, 0, 0, 0]);
  });

  it('knows which words are written with a capital', () => {
    expect([...readerOf('The SCO met In Élysée, iPad 2nd Иран').of(0).capitals]).toEqual([
      1, 1, 0, 1, 1, 0, 0, 1,
    ]);
  });

  it.each([
    ['Tea grows.| Gold shines. |It is late', [0, 2, 4, 7]],
    ['Tea', [0, 1]],
    ['… |Tea', [0, 0, 1]],
    ['Tea| …', [0, 1, 1]],
    ['', [0, 0]],
  ])('of %j has its sentences at %j', (text, firsts) => {
    expect([...readerOf(text).of(0).sentences]).toEqual(firsts);
  });

  it('has nothing before its first sentence', () => {
    const reader = createForwardIndex();
    reader.add(tokens('Photo: tea grows'), [{ start: 7, end: 16 }]);
    expect([...reader.of(0).sentences]).toEqual([1, 3]);
  });

  it('of a passage that there is not is an error', () => {
    const reader = readerOf('tea');
    for (const passage of [1, -1, 0.5, Number.NaN]) {
      expect(() => reader.of(passage)).toThrow(RangeError);
    }
  });

  it('has the sentences’ words, all and in order, whatever the text', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Tea', 'gold-coin', '|', '…', '12', 'é’s')), (parts) => {
        const text = parts.join(' ');
        const reader = readerOf(text);
        const { terms, words, capitals, sentences } = reader.of(0);
        expect([words.length, capitals.length, sentences.at(-1)]).toEqual(Array(3).fill(terms.length));
        const counts = text.split('|').map((sentence) => tokens(sentence).length);
        expect([...sentences].map((first, at) => (sentences[at + 1] ?? 0) - first).slice(0, -1)).toEqual(
          counts,
        );
      }),
    );
  });
});

describe('the passages with a term', () => {
  it('are counted once each', () => {
    const { lexicon } = readerOf('tea tea TEA', 'gold', 'teas and gold');
    const passagesWith = (term: string): number => lexicon.passagesWith(lexicon.numberOfTerm(term));
    expect(['tea', 'gold', 'and', 'silk'].map(passagesWith)).toEqual([2, 2, 1, 0]);
  });
});

describe('the average length', () => {
  it.each([
    [[], 0],
    [[''], 0],
    [['tea', 'tea grows in the north'], 3],
  ])('of %j is %d words', (texts, length) => {
    expect(readerOf(...texts).averageLength).toBe(length);
  });
});

describe('terms that begin as another', () => {
  it.each([
    ['invad', ['invad', 'invas', 'invalid']],
    ['inva', ['invad', 'invas', 'invalid']],
    ['inv', []],
    ['tea', []],
    ['', []],
    ['gold', ['gold']],
  ])('for %j are %j', (term, others) => {
    const reader = readerOf('Invaders of the invasion', 'invalid gold tea');
    expect(reader.lexicon.beginningAs(term).map(([other]) => other)).toEqual(others);
    for (const [other, number] of reader.lexicon.beginningAs(term)) {
      expect(reader.lexicon.numberOfTerm(other)).toBe(number);
    }
  });
});

describe('a passage of the corpus is read', () => {
  const TEXT = 'The Shanghai Cooperation Organization (SCO) met. Counter-terrorism was discussed. It ended.';
  const search = createSearch(corpusOf({ a: TEXT, b: 'Shanghai Cooperation Organization states met.' }));
  const [a, b] = search.passages({});
  if (a === undefined || b === undefined) throw new Error('no passages');
  const number = (term: string): number => search.lexicon.numberOfTerm(term);
  const acronym = search.tokensOf('SCO')[0]?.term ?? '';

  it('with the acronym of a name beside its words, within the sentence', () => {
    const { terms, sentences } = search.sequence(b);
    expect([...terms].filter((term) => term === number(acronym))).toHaveLength(1);
    expect(number(acronym)).toBeGreaterThan(0);
    expect([...terms].slice(0, 2)).toContain(number('shanghai'));
    expect([...sentences]).toEqual([0, 6]);
  });

  it('with a word with a hyphen as its parts and as a whole, from the sentence’s first word on', () => {
    const { terms, sentences } = search.sequence(a);
    const second = [...terms.subarray(sentences[1], sentences[2])];
    expect(second).toEqual(
      [
        'counter',
        search.tokensOf('counterterrorism')[0]?.term ?? '',
        search.tokensOf('terrorism')[0]?.term ?? '',
        'was',
        'discuss',
      ].map(number),
    );
    expect([...terms.subarray(sentences[2], sentences[3])]).toEqual(['it', 'end'].map(number));
  });

  it('with as many sentences as it has, and all its words, in the five articles', async () => {
    const seeds = createSearch(await readCorpus('seeds'));
    for (const passage of seeds.passages({})) {
      const { terms, sentences } = seeds.sequence(passage);
      expect(sentences.length).toBe(passage.paragraph.sentences.length + 1);
      expect([...sentences]).toEqual([...sentences].sort((x, y) => x - y));
      expect([sentences[0], sentences.at(-1)]).toEqual([0, terms.length]);
      const written = seeds.termsOf(passage).map(({ term }) => seeds.lexicon.numberOfTerm(term));
      expect([...terms]).toEqual(written);
    }
  });

  it('from this corpus alone', () => {
    const [other] = createSearch(corpusOf({ c: 'Tea' })).passages({});
    if (other === undefined) throw new Error('no passage');
    expect(() => search.sequence(other)).toThrow(RangeError);
  });
});

describe('a word is', () => {
  const { number, digits, year, date, placing, pronoun, reasoning, defining } = wordClass;
  it.each([
    ['eight', number],
    ['millions', number],
    ['12', number | digits],
    ['12345', number | digits],
    ['2001', number | digits | year | date],
    ['1990s', number | digits | year | date],
    ['2150', number | digits],
    ['9th', date],
    ['3d', number | digits],
    ['june', date],
    ['may', 0],
    ['in', placing],
    ['near', placing],
    ['they', pronoun],
    ['because', reasoning],
    ['therefore', reasoning],
    ['termed', defining],
    ['summit', 0],
    ['', 0],
    ['constructor', 0],
  ])('%j: %i', (word, classes) => {
    expect(classesOf(word)).toBe(classes);
  });

  it('of one bit each', () => {
    const bits = Object.values(wordClass);
    expect(new Set(bits).size).toBe(bits.length);
    for (const bit of bits) expect(Math.log2(bit) % 1).toBe(0);
    const { lexicon } = readerOf('Eight met');
    expect(lexicon.classes(lexicon.numberOfWord('eight'))).toBe(number);
  });
});
