import { describe, expect, it } from 'vitest';
import { corpusOf, searching } from './articles.ts';

/** The articles that an acronym finds where one text spells it out, another has the name alone, a third the acronym. */
function foundFor(spelledOut: string, name: string, acronym: string, typed = acronym): readonly string[] {
  const texts = {
    a: spelledOut,
    b: `They spoke of the ${name} at length.`,
    c: `Then ${acronym} rules changed.`,
  };
  return [...searching(corpusOf(texts)).ids(typed)].toSorted();
}
const all = ['a', 'b', 'c'];

describe('an acronym that a text spells out', () => {
  it.each([
    ['behind the name', 'The World Trade Organization (WTO) met.', 'World Trade Organization', 'WTO'],
    [
      'behind it, with an article',
      'The World Trade Organization (the WTO) met.',
      'World Trade Organization',
      'WTO',
    ],
    ['behind a comma', 'The World Trade Organization, or WTO, met.', 'World Trade Organization', 'WTO'],
    ['before the name', 'WTO (World Trade Organization) rules.', 'World Trade Organization', 'WTO'],
    [
      'before it, with an article',
      'WTO (the World Trade Organization) rules.',
      'World Trade Organization',
      'WTO',
    ],
    [
      'small words left out',
      'The Council of Heads of Government (CHG) met.',
      'Council of Heads of Government',
      'CHG',
    ],
    ['small words counted', 'A Bank of the North (BOTN) opened.', 'Bank of the North', 'BOTN'],
    ['in the plural', 'Free trade areas (FTAs) grew.', 'free trade areas', 'FTAs'],
    ['of a name in small letters', 'Gross domestic product (GDP) grew.', 'gross domestic product', 'GDP'],
    ['in its full length', 'A B C D E F G H I J (ABCDEFGHIJ) met.', 'A B C D E F G H I J', 'ABCDEFGHIJ'],
  ])('%s stands for its name, and the name for it', (_, spelledOut, name, acronym) => {
    expect(foundFor(spelledOut, name, acronym)).toEqual(all);
    expect(foundFor(spelledOut, name, acronym, name)).toEqual(all);
    expect(foundFor(spelledOut, name, acronym, acronym.toLowerCase())).toEqual(all);
  });

  it.each([
    ['whose letters are not its initials', 'The World Trade Organization (XYZ) met.', 'XYZ'],
    ['which is a word in brackets', 'The World Trade Organization (Geneva) met.', 'Geneva'],
    ['whose name goes on in the brackets', 'WTO (World Trade Organization members) rules.', 'WTO'],
    ['whose letters are the name’s in another order', 'The World Trade Organization (TWO) met.', 'TWO'],
  ])('does not, %s', (_, spelledOut, acronym) => {
    expect(foundFor(spelledOut, 'World Trade Organization', acronym)).not.toContain('b');
  });

  it('does not stand for a name of more than ten words', () => {
    const name = 'Board Choosing Dates Early For Great Harbours In June and Kiel';
    expect(foundFor(`The ${name} (BCDEGHJK) met.`, name, 'BCDEGHJK')).toEqual(['a', 'c']);
    const shorter = name.replace(' In', '').replace('For ', '');
    expect(foundFor(`The ${shorter} (BCDEGHJK) met.`, shorter, 'BCDEGHJK')).toEqual(all);
  });

  it('is its longest name, where a name begins as another', () => {
    const { search, ids } = searching(
      corpusOf({
        a: 'The World Trade Organization (WTO) met.',
        b: 'The World Trade Organization Secretariat (WTOS) wrote.',
        c: 'The World Trade Organization Secretariat answered.',
      }),
    );
    expect(search.tokensOf('World Trade Organization Secretariat').map(({ term }) => term)).toEqual(['WTOS']);
    expect([...ids('WTOS')].toSorted()).toEqual(['b', 'c']);
  });

  it('in small letters is a word of its own where a text has it as one', () => {
    const texts = {
      a: 'The World Health Organization (WHO) met.',
      b: 'He who waits.',
      c: 'A World Health Organization.',
    };
    const { search } = searching(corpusOf(texts));
    expect(search.tokensOf('WHO').map(({ term }) => term)).toEqual(['WHO']);
    expect(search.tokensOf('who').map(({ term }) => term)).toEqual(['who']);
    expect(search.tokensOf('WHO WAITS').map(({ term }) => term)).toEqual(['who', 'wait']);
    expect(search.tokensOf('a WHO report')[1]).toMatchObject({ term: 'WHO', written: 'WHO' });
  });

  it('and its name are marked whole', () => {
    const { search, results } = searching(
      corpusOf({ a: 'The World Trade Organization (WTO) met.', b: 'A World Trade Organization rule.' }),
    );
    const marks = (line: string): readonly string[] => {
      const { found, resolved } = results(line);
      return found
        .toSorted((one, other) => (one.article.id < other.article.id ? -1 : 1))
        .flatMap((each) =>
          search
            .matches(each, new Set(resolved.terms), [])
            .map(({ start, end }) => each.article.text.slice(start, end)),
        );
    };
    expect(marks('WTO')).toEqual(['World Trade Organization', 'WTO', 'World Trade Organization']);
  });
});

describe('initials that no text spells out', () => {
  const { results, ids } = searching(
    corpusOf({
      a: 'Blue River Investments met the Belt and Road Initiative. Two Tall Towers fell. They saw Ten Tin Trays.',
      b: 'The Belt and Road Initiative grew.',
      c: 'Big Red Island. The Eurasian-Economic Union. A Union.',
      d: 'A belt, a road. An economic union of eurasian lands.',
    }),
  );
  it.each([
    ['BRI', 'Belt and Road Initiative'],
    ['bri', 'Belt and Road Initiative'],
    ['EEU', 'Eurasian-Economic Union'],
    ['TTT', 'Ten Tin Trays'],
  ])('%s are read as the name that is there most often, or first in the alphabet, %s', (typed, used) => {
    expect(results(typed).resolved).toMatchObject({
      corrections: [{ typed, used }],
      names: [used],
      missing: [],
    });
  });

  it('find the name as it stands, word by word', () => {
    expect([...ids('BRI')].toSorted()).toEqual(['a', 'b']);
    expect(ids('BRI', { wholeNames: false })).toContain('d');
  });

  it.each(['XQ', 'BR', 'U', 'XYZ'])('%s that are no name’s stay missing', (typed) => {
    expect(results(typed).resolved.missing).toEqual([typed]);
  });
});
