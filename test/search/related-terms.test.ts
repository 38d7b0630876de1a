import { describe, expect, it } from 'vitest';
import { termOf } from '../../src/language/tokens.ts';
import { createSearch } from '../../src/search/search.ts';
import { corpusOf } from './articles.ts';

const search = createSearch(
  corpusOf({
    a: 'Invaders came. The dispute went on; all fell out over an immunogen in Kazakhstan.',
    b: 'The invasion ended. An invalid led a quarrel with invited people. The quarrels were of 2001a and 2001b.',
    c: 'A vaccine was made. The Kazakh envoy left. A vaccinated man may invade.',
  }),
);

/** The terms of the corpus behind numbers. */
const termsOf = (numbers: ReadonlySet<number>): readonly string[] => {
  const words = search.passages({}).flatMap((passage) => search.termsOf(passage));
  return [
    ...new Set(
      words.filter(({ term }) => numbers.has(search.lexicon.numberOfTerm(term))).map(({ term }) => term),
    ),
  ].sort();
};

describe('the related terms of a word', () => {
  it.each([
    // "invad" shares four of five letters with "invas", four of seven with "invalid", three with "invit".
    ['invaders', ['invas']],
    ['invasion', ['invad']],
    ['invalids', []],
    ['quarrelsome', ['quarrel']],
    ['vaccine', []],
    ['led', []],
    ['2001a', []],
    ['2001', []],
  ])('of %s in form: %j', (word, forms) => {
    expect(termsOf(search.relatedTerms(word).forms)).toEqual(forms);
  });

  it.each([
    ['quarrels', 'dispute'],
    ['dispute', 'quarrel'],
    ['kazakh', 'kazakhstan'],
  ])('of %s means the same: %s', (word, other) => {
    expect(termsOf(search.relatedTerms(word).same)).toContain(termOf(other));
  });

  it.each([
    ['vaccine', 'immunogen'],
    ['immunogen', 'vaccine'],
  ])('of %s means nearly the same: %s', (word, other) => {
    const { same, near } = search.relatedTerms(word);
    expect(termsOf(near)).toContain(termOf(other));
    expect(termsOf(same)).not.toContain(termOf(other));
  });

  it('of a word that the corpus lacks is in the corpus all the same', () => {
    expect(search.passagesWith(termOf('altercations'))).toBe(0);
    const { same, near } = search.relatedTerms('altercations');
    expect([...termsOf(same), ...termsOf(near)]).toContain('quarrel');
  });

  it.each(['quarrels', 'vaccine', 'invaders', 'kazakh'])(
    'of %j are some, never the word itself, nor words that the corpus lacks',
    (word) => {
      const { forms, same, near } = search.relatedTerms(word);
      const own = search.lexicon.numberOfTerm(termOf(word));
      const numbers = [...forms, ...same, ...near];
      expect(numbers.length).toBeGreaterThan(0);
      for (const number of numbers) {
        expect(number).toBeGreaterThan(0);
        expect(number).not.toBe(own);
        expect(search.lexicon.passagesWith(number)).toBeGreaterThan(0);
      }
    },
  );

  it('of odd input are none', () => {
    for (const word of ['', '__proto__', '%', 'remote', 'unheard', 'x'.repeat(5000)]) {
      expect(search.relatedTerms(word)).toEqual({ forms: new Set(), same: new Set(), near: new Set() });
    }
  });
});
