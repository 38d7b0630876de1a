import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stopwords } from '../../src/language/stopwords.ts';
import { withTypo } from './typo.ts';

const ids = Array.from({ length: 400 }, (_, at) => `q${at}`);
const QUESTION = 'Which harbour did the Norman duke take?';

describe('a typing error', () => {
  it('is the same for the same query and seed, and another for another seed', () => {
    const at = (seed: number): readonly string[] => ids.map((id) => withTypo(QUESTION, id, seed));
    expect(at(7)).toEqual(at(7));
    expect(at(7)).not.toEqual(at(8));
    expect(new Set(at(7)).size).toBeGreaterThan(50);
  });

  it('stands in one word of at least five letters that is not a common one', () => {
    const words = QUESTION.split(' ');
    const hit = new Set<number>();
    for (const id of ids) {
      const mistyped = withTypo(QUESTION, id, 1).split(' ');
      expect(mistyped).toHaveLength(words.length);
      const changed = words.flatMap((word, at) => (word === mistyped[at] ? [] : [at]));
      expect(changed).toHaveLength(1);
      for (const at of changed) hit.add(at);
    }
    expect([...hit].sort()).toEqual([1, 4]);
  });

  it('is one letter replaced, added or left out, or two neighbours swapped: all of them, in every place', () => {
    const letters = 'harbour';
    const kinds = { replaced: new Set<number>(), added: 0, left: 0, swapped: new Set<number>() };
    for (const id of ids) {
      const mistyped = withTypo(letters, id, 3);
      const wrong = [...letters].flatMap((letter, at) => (letter === mistyped[at] ? [] : [at]));
      const [first = 0, second] = wrong;
      if (mistyped.length === letters.length + 1) kinds.added++;
      else if (mistyped.length === letters.length - 1) kinds.left++;
      else if (second === undefined) kinds.replaced.add(first);
      else {
        expect(second).toBe(first + 1);
        expect([mistyped[first], mistyped[second]]).toEqual([letters[second], letters[first]]);
        kinds.swapped.add(first);
      }
    }
    expect(kinds.replaced.size).toBe(7);
    expect(kinds.swapped.size).toBe(6);
    for (const count of [kinds.added, kinds.left]) expect(count).toBeGreaterThan(ids.length / 8);
  });

  it.each([
    ['no word is long enough', 'Who led the US in WWII?'],
    ['the long words are common ones', 'Which were between these themselves?'],
    ['there are no words', '42 + 17 = ?'],
    ['there is nothing', ''],
  ])('is not made where %s', (_name, text) => {
    expect(ids.map((id) => withTypo(text, id, 5)).every((mistyped) => mistyped === text)).toBe(true);
  });

  it('always changes a text that has such a word, also one of a single letter throughout', () => {
    expect(ids.every((id) => withTypo('aaaaa', id, 2) !== 'aaaaa')).toBe(true);
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{5,12}$/), fc.string(), fc.nat(), (word, id, seed) => {
        fc.pre(!stopwords.has(word));
        expect(withTypo(word, id, seed)).not.toBe(word);
      }),
    );
  });
});
