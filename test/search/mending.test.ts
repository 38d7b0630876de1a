import { describe, expect, it } from 'vitest';
import { corpusOf, searching } from './articles.ts';

/** What is looked for in the place of a word in a corpus of these; null where it stays missing. */
function usedFor(typed: string, ...texts: readonly string[]): string | null {
  const corpus = corpusOf(Object.fromEntries(texts.map((text, at) => [`a${at}`, `${text}.`])));
  const { resolved, found } = searching(corpus).results(typed);
  const [correction] = resolved.corrections;
  expect(resolved.missing).toEqual(correction === undefined ? [typed] : []);
  expect(found.length > 0).toBe(correction !== undefined);
  return correction?.used ?? null;
}

describe('a mistyped word', () => {
  it.each([
    ['of four letters, a letter missing', 'bral', 'brawl', null],
    ['of five letters, for a word of four', 'bralk', 'bral', null],
    ['of five letters, a letter missing', 'bralt', 'brawlt', 'brawlt'],
    ['of five letters, a letter wrong', 'bralt', 'brolt', null],
    ['of five letters, two swapped', 'brlat', 'bralt', 'bralt'],
    ['of six letters, a letter wrong', 'bralto', 'brolto', 'brolto'],
    ['of six letters, the first two swapped', 'rbalto', 'bralto', 'bralto'],
    ['of seven letters, a letter too many', 'brawlto', 'bralto', 'bralto'],
    ['of seven letters, two missing', 'braltok', 'brawltonk', null],
    ['of eight letters, two missing', 'braltoke', 'brawltonke', 'brawltonke'],
    ['of eight letters, three missing', 'braltoke', 'brawltonkle', null],
    ['of nine letters, two wrong', 'braltokin', 'brolfokin', null],
    ['of ten letters, two wrong', 'braltokins', 'brolfokins', 'brolfokins'],
    ['of nine letters, two swapped', 'brlatokin', 'braltokin', 'braltokin'],
    ['of seven letters, the first wrong', 'draltok', 'braltok', null],
    ['of eight letters, the first wrong', 'draltoke', 'braltoke', 'braltoke'],
    ['of ten letters, the first and another wrong', 'draltokins', 'brolfokins', null],
    ['with a digit', 'braltok7', 'braltok', null],
    ['for a word with a digit', 'braltoke', 'braltok7', null],
    ['of 40 letters', 'br'.padEnd(40, 'alto'), `${'br'.padEnd(40, 'alto')}x`, `${'br'.padEnd(40, 'alto')}x`],
    ['of 41 letters', 'br'.padEnd(41, 'alto'), `${'br'.padEnd(41, 'alto')}x`, null],
    ['that is a word of the language', 'production', 'protection', null],
  ])('%s: %s for %s', (_, typed, word, used) => {
    expect(usedFor(typed, word)).toBe(used);
  });

  it.each([
    [
      'the nearest, rather than a more frequent one',
      ['brawltoken', 'brawltokena', 'brawltokena'],
      'brawltoken',
    ],
    [
      'one that begins alike, rather than a more frequent one',
      ['brawltoken', 'draltoken', 'draltoken'],
      'brawltoken',
    ],
    ['the more frequent one', ['bradltoken', 'brawltoken', 'brawltoken'], 'brawltoken'],
    ['the first in the alphabet of two alike', ['brawltoken', 'bradltoken'], 'bradltoken'],
  ])('is taken for %s', (_, words, used) => {
    expect(usedFor('braltoken', ...words)).toBe(used);
  });

  it('is mended twelve times in a line, and then stays missing', () => {
    const words = Array.from({ length: 14 }, (_, at) => `bralto${'bcdfghjklmnpqr'.charAt(at)}ens`);
    const mistyped = words.map((word) => `${word.slice(0, -3)}${word.slice(-2)}`);
    const { resolved } = searching(corpusOf({ a: `${words.join(' ')}.` })).results(mistyped.join(' '));
    expect(resolved.corrections.map(({ typed }) => typed)).toEqual(mistyped.slice(0, 12));
    expect(resolved.missing).toEqual(mistyped.slice(12));
  });

  it('is not looked for in place of a minus word, but told of', () => {
    const { ids, results } = searching(corpusOf({ a: 'Braltokens of tea.', b: 'Tea.' }));
    expect([...ids('tea -braltoens')].toSorted()).toEqual(['a', 'b']);
    expect(results('tea -braltoens').resolved.missing).toEqual(['braltoens']);
    expect(ids('tea -braltokens')).toEqual(['b']);
  });
});

describe('words that are written apart here and together there', () => {
  const { ids, results } = searching(
    corpusOf({
      a: 'The sail boat left the quay.',
      b: 'Fish came to the market.',
      c: 'A rainbow stood over the sea. Rain fell.',
      d: 'The foot path, the hand cart, the wind mill and the gate way.',
    }),
  );

  it.each([
    ['sailboat', 'sail boat', ['a']],
    ['fishmarket', null, []],
    ['thequay', null, []],
    ['themarket', null, []],
    ['footpath', 'foot path', ['d']],
  ])('%s is looked for as %j', (typed, used, found) => {
    const { corrections, missing, names } = results(typed).resolved;
    expect(corrections).toEqual(used === null ? [] : [{ typed, used }]);
    expect(names).toEqual(used === null ? [] : [used]);
    expect(missing).toEqual(used === null ? [typed] : []);
    expect(ids(typed)).toEqual(found);
  });

  it('are joined where the corpus lacks one of them, and left apart where it has both', () => {
    expect(results('rain bow').resolved).toMatchObject({ missing: [], corrections: [] });
    expect(ids('rain bow')).toEqual(['c']);
    for (const line of ['rain bow qxzjvk', 'qxzjvk rain bow']) {
      expect(results(line).resolved.missing).toEqual(['qxzjvk']);
    }
    expect(results('sea rain').resolved.terms).toEqual(['sea', 'rain']);
  });

  it('are taken apart four times in a line', () => {
    const line = 'sailboat footpath handcart windmill gateway';
    const { corrections, missing } = results(line).resolved;
    expect(corrections.map(({ used }) => used)).toEqual(['sail boat', 'foot path', 'hand cart', 'wind mill']);
    expect(missing).toEqual(['gateway']);
  });
});
