import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Corpus } from '../../src/corpus/types.ts';
import type { Article } from '../../src/document/types.ts';
import { counter } from '../reached.ts';
import { corpusOf, searching } from './articles.ts';

const titled = ({ articles, faults }: Corpus, titles: Readonly<Record<string, string>>): Corpus => ({
  articles: new Map(
    [...articles].map(([id, article]): [string, Article] => [
      id,
      { ...article, title: titles[id] ?? article.title },
    ]),
  ),
  faults,
});

describe('what is found', () => {
  it.each([
    [
      'the rarer of two words',
      'tea quince',
      { a: 'Tea.', b: 'Quince.', c: 'Tea again.', d: 'Tea at last.' },
      'b',
    ],
    ['more of the words', 'tea quince', { a: 'Tea here.', b: 'Quince here.', c: 'Tea quince.' }, 'c'],
    ['a word more often', 'tea', { a: 'Tea with milk and milk.', b: 'Tea with tea and milk.' }, 'b'],
    ['a word in fewer words', 'tea', { a: 'Tea with milk, cakes and more.', b: 'Tea.' }, 'b'],
    ['a word in the form that was typed', 'unions', { a: 'A union met.', b: 'Two unions met.' }, 'b'],
  ])('has first the passage with %s', (_, line, texts, first) => {
    expect(searching(corpusOf(texts)).ids(line, { feedback: 0 })[0]).toBe(first);
  });

  it('is in the corpus’s order where nothing tells passages apart', () => {
    const texts = Object.fromEntries([...'hgfedcba'].map((id) => [id, 'Tea grows on the hill.']));
    expect(searching(corpusOf(texts)).ids('tea hill').join('')).toBe('hgfedcba');
  });

  it('has before others the passages of an article whose title has the word, as far as the title weighs', () => {
    const texts = { a: 'Tea grows.', b: 'Tea grows.', c: 'Milk flows.' };
    const { ids } = searching(titled(corpusOf(texts), { a: 'Milk', b: 'On tea', c: 'On tea' }));
    expect(ids('tea', { titleWeight: 0 })).toEqual(['a', 'b']);
    expect(ids('tea', { titleWeight: 1 })).toEqual(['b', 'a']);
  });

  it('says of each passage which of the words it holds, itself and not in its title', () => {
    const { results } = searching(titled(corpusOf({ a: 'Tea grows.', b: 'Milk and tea.' }), { a: 'Milk' }));
    const held = results('tea milk').found.map(({ article, terms }) => [article.id, [...terms].toSorted()]);
    expect(Object.fromEntries(held)).toEqual({ a: ['tea'], b: ['milk', 'tea'] });
  });

  it('comes forward for what the best of it share, as far as that counts', () => {
    const others = Object.fromEntries(
      Array.from({ length: 12 }, (_, at) => [`z${at}`, `Something on ${'bcdfghjklmnp'.charAt(at)}oats.`]),
    );
    const texts = {
      a: 'Tea from silver ships.',
      b: 'Tea from Assam gardens.',
      c: 'Tea from Assam hills.',
      d: 'Tea from Assam gardens.',
      ...others,
    };
    const { ids } = searching(corpusOf(texts));
    expect(ids('tea', { feedback: 0 })).toEqual(['a', 'b', 'c', 'd']);
    expect(ids('tea', { feedback: 0.5 }).at(-1)).toBe('a');
    expect(ids('tea', { feedback: 0.5 }).slice(0, 2)).toEqual(['b', 'd']);
  });

  it('holds a phrase within one passage, and not from one into the next', () => {
    const { ids } = searching(corpusOf({ a: 'A cup of strong', b: 'tea is here. A cup of strong tea.' }));
    expect(ids('"strong tea"')).toEqual(['b']);
    expect(ids('"cup of strong tea"')).toEqual(['b']);
    expect(ids('"cup of strong milk"')).toEqual([]);
    expect(ids('"tea strong"')).toEqual([]);
    expect([...ids('"cup of strong"')].toSorted()).toEqual(['a', 'b']);
  });
});

it('without words that only a stroke parts is without those that have them side by side', () => {
  const { ids } = searching(
    corpusOf({ a: 'Tea milk/silver.', b: 'Tea, milk.', c: 'Tea, silver milk.', d: 'Tea.' }),
  );
  expect([...ids('tea -milk/silver')].toSorted()).toEqual(['b', 'c', 'd']);
});

const vocabulary = 'tea milk quince silver assam garden ship river'.split(' ');
const text = fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 8 });
const texts = fc.array(text, { minLength: 3, maxLength: 14 });
const word = fc.constantFrom(...vocabulary);

describe('for any texts and words', () => {
  it('two words find what either finds, and a minus word takes away what it finds', () => {
    const reached = counter();
    fc.assert(
      fc.property(texts, word, word, (all, one, other) => {
        const { ids } = searching(
          corpusOf(Object.fromEntries(all.map((each, at) => [`a${at}`, `${each.join(' ')}.`]))),
        );
        const having = (...some: readonly string[]): readonly string[] =>
          all
            .flatMap((each, at) => (some.some((each_) => each.includes(each_)) ? [`a${at}`] : []))
            .toSorted();
        expect([...ids(one)].toSorted()).toEqual(having(one));
        expect([...ids(`${one} ${other}`)].toSorted()).toEqual(having(one, other));
        const left = having(one).filter((id) => !having(other).includes(id));
        expect([...ids(`${one} -${other}`)].toSorted()).toEqual(left);
        reached('what both find', having(one).length > 0 && having(other).length > 0 && one !== other);
        reached('what is left', left.length > 0 && left.length < having(one).length);
      }),
      { numRuns: 150 },
    );
    reached.atLeast({ 'what both find': 60, 'what is left': 30 });
  });

  it('every passage holds, as it says, one at least of the words that are looked for, and the score falls', () => {
    fc.assert(
      fc.property(
        texts,
        fc.array(word, { minLength: 1, maxLength: 4 }),
        fc.nat(20),
        (all, some, postings) => {
          const { results } = searching(
            corpusOf(Object.fromEntries(all.map((each, at) => [`a${at}`, `${each.join(' ')}.`]))),
          );
          const { found, lookedFor } = results(some.join(' '), { postings, feedback: 0 });
          for (const { article, terms } of found) {
            const held = lookedFor.filter((term) => article.text.includes(term.slice(0, 4)));
            expect([...terms].toSorted()).toEqual([...held].toSorted());
            expect(terms.length).toBeGreaterThan(0);
          }
          const scores = found.map(({ score }) => score);
          expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        },
      ),
      { numRuns: 150 },
    );
  });
});
