import { beforeAll, describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/read.ts';
import type { Corpus } from '../../src/corpus/types.ts';
import { largeCorpus, searchedTexts } from './large-corpus.ts';
import { nastyLines, queriesFor } from './queries.ts';
import { seeded } from './random.ts';

describe('a corpus made for measuring', () => {
  let seeds: Corpus;

  beforeAll(async () => {
    seeds = await readCorpus('seeds');
  });

  const wordsOf = (texts: readonly string[]): readonly string[] =>
    texts.flatMap((text) => text.toLowerCase().match(/\p{L}+/gu) ?? []);

  it('has as many passages as asked for', () => {
    expect(searchedTexts(largeCorpus(seeds, 130, 1))).toHaveLength(130);
  });

  it('is the same for the same seed, and another for another', () => {
    const texts = (seed: number): readonly string[] => searchedTexts(largeCorpus(seeds, 50, seed));
    expect(texts(1)).toEqual(texts(1));
    expect(texts(1)).not.toEqual(texts(2));
  });

  it('gains words as a real text does: fewer and fewer, and never none', () => {
    const texts = searchedTexts(largeCorpus(seeds, 2000, 1));
    const distinct = (passages: number): number => new Set(wordsOf(texts.slice(0, passages))).size;
    for (const passages of [500, 1000]) {
      const growth = distinct(passages * 2) / distinct(passages);
      expect(growth).toBeGreaterThan(1.25);
      expect(growth).toBeLessThan(1.6);
    }
  });

  it('has a few words that are used very often and many that are used once', () => {
    const counts = new Map<string, number>();
    const words = wordsOf(searchedTexts(largeCorpus(seeds, 1000, 1)));
    for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
    const sorted = [...counts.values()].sort((a, b) => b - a);
    const top = sorted.slice(0, 100).reduce((sum, count) => sum + count, 0);
    expect(top / words.length).toBeGreaterThan(0.35);
    expect(sorted.filter((count) => count === 1).length / sorted.length).toBeGreaterThan(0.2);
  });

  it('gives lines to ask it: as many as asked for beside the usual, the nasty ones within what is taken', () => {
    const texts = searchedTexts(seeds);
    const [none, some] = [queriesFor(texts, 0, 1), queriesFor(texts, 7, 1)];
    expect(some.search.length - none.search.length).toBe(7);
    expect(some.ask.length - none.ask.length).toBe(7);
    expect([...some.search, ...some.ask].every((line) => line.trim() !== '')).toBe(true);
    expect(queriesFor(texts, 7, 1)).toEqual(some);
    for (const line of nastyLines(texts, 1).values()) expect(line.length).toBeLessThanOrEqual(1000);
  });
});

describe('seeded numbers', () => {
  it('repeat for the same seed, lie from 0 up to 1 and spread evenly', () => {
    const take = (seed: number): number[] => {
      const random = seeded(seed);
      return Array.from({ length: 4000 }, random);
    };
    expect(take(3)).toEqual(take(3));
    expect(take(3)).not.toEqual(take(4));
    const tenths = new Array<number>(10).fill(0);
    for (const value of take(3)) {
      expect(value).toBeGreaterThanOrEqual(0);
      expect(value).toBeLessThan(1);
      const tenth = Math.floor(value * 10);
      tenths[tenth] = (tenths[tenth] ?? 0) + 1;
    }
    for (const count of tenths) expect(Math.abs(count - 400)).toBeLessThan(80);
  });
});
