import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/command/types.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { editDistance } from '../../src/language/edit-distance.ts';
import { termOf, tokens } from '../../src/language/tokens.ts';
import { nearWords } from '../../src/search/near-words.ts';
import { createSearch } from '../../src/search/search.ts';
import { seedsDesk } from '../desk/seeds-desk.ts';
import { corpusOf } from './articles.ts';

const { reply } = await seedsDesk();
const search = createSearch(await readCorpus('seeds'));

const hitsOf = async (words: string): Promise<Extract<Answer, { kind: 'hits' }>> => {
  const { answer } = await reply(`search ${words}`);
  if (answer.kind !== 'hits') throw new Error(`${words}: ${answer.kind}`);
  return answer;
};
const idsOf = async (words: string): Promise<readonly string[]> =>
  (await hitsOf(words)).hits.map(({ paragraph }) => paragraph.id);
const markedBy = async (words: string): Promise<ReadonlySet<string>> => {
  const { hits } = await hitsOf(words);
  return new Set(
    hits.flatMap(({ article, matches }) => matches.map(({ start, end }) => article.text.slice(start, end))),
  );
};

describe('British and American spelling meet', () => {
  it.each(
    `organisation organization, organisations organizations, neighbour neighbor, neighbourhood neighborhood,
    centre center, centres centers, programme program, programmes programs, defence defense, labour labor,
    favour favor, colour color, honour honor, behaviour behavior, analyse analyze, analysed analyzed,
    realise realize, recognising recognizing, globalisation globalization, modernised modernized, theatre theater,
    fibre fiber, metre meter, licence license, dialogue dialog, catalogue catalog, travelled traveled,
    cancelled canceled, labelling labeling, fulfil fulfill, judgement judgment, sceptical skeptical, grey gray,
    tyres tires, aluminium aluminum, manoeuvre maneuver, offence offense, harbour harbor,
    paediatric pediatric, enquiry inquiry`
      .split(',')
      .map((pair) => pair.trim().split(' ') as [string, string]),
  )('%s and %s', (british, american) => {
    const terms = [british, american].map(termOf);
    expect(terms[0]).toBe(terms[1]);
  });

  it.each(
    `four force, hour hire, wise wiz, rise riz, size sire, raise race, precise price, promise prompt, exercise excise,
    tour torn, sour sore, acre acer, mediocre media, dense dance`
      .split(',')
      .map((pair) => pair.trim().split(' ') as [string, string]),
  )('but %s is not %s', (one, other) => {
    expect(termOf(one)).not.toBe(termOf(other));
  });

  it('in a search, and in an exact phrase', async () => {
    expect(await idsOf('organisation')).toEqual(await idsOf('organization'));
    expect(await idsOf('"Shanghai Cooperation Organisation"')).toEqual(
      await idsOf('"Shanghai Cooperation Organization"'),
    );
    expect(await idsOf('neighbourhood')).toEqual(await idsOf('neighborhood'));
  });
});

describe('a form of a word', () => {
  it.each([
    ['multilateralism', /multilateralism/],
    ['multilateral', /multilateral(?!ism)/],
    ['organizations', /organizations/],
  ])('%s comes before its other forms', async (typed, form) => {
    const [first] = (await hitsOf(typed)).hits;
    expect(first.article.text.slice(first.paragraph.start, first.paragraph.end)).toMatch(form);
  });
});

describe('the same word, written differently', () => {
  it.each([
    ['counterterrorism', 'counter-terrorism'],
    ['co-operation', 'cooperation'],
    ['non-traditional', 'nontraditional'],
    ['win–win', 'win-win'],
    ['Xi’s', "Xi's"],
    ['MULTILATERALISM', 'multilateralism'],
    ['détente', 'detente'],
    ['secu\u00adrity', 'security'],
  ])('%s finds on its first page what %s finds first', async (one, other) => {
    expect(await idsOf(one)).toContain((await idsOf(other))[0]);
  });

  it('finds words that the articles write apart, and says so', async () => {
    expect(await hitsOf('cybersecurity')).toMatchObject({
      corrections: [{ typed: 'cybersecurity', used: 'cyber security' }],
      total: 1,
      missing: [],
    });
  });

  it('finds words that the articles write together', async () => {
    expect(await idsOf('interregional cooperation')).toContain('regional-convergence:9');
    expect((await hitsOf('interregional cooperation')).missing).toEqual([]);
  });

  it('reads a word’s possessive, accents and unseen marks as the word', () => {
    expect(tokens('Xi’s secu\u00adrity; DÉTENTE').map(({ word }) => word)).toEqual([
      'xi',
      'security',
      'detente',
    ]);
  });

  it('places every word where it stands', () => {
    const text = 'Ａ naïve co-operation’s “test”';
    expect(tokens(text, 10).map(({ start, end }) => text.slice(start - 10, end - 10))).toEqual([
      'Ａ',
      'naïve',
      'co',
      'operation’s',
      'test',
    ]);
  });
});

describe('typing errors', () => {
  it.each([
    ['mutilateralism', 'multilateralism'],
    ['multilaterlism', 'multilateralism'],
    ['seperatism', 'separatism'],
    ['separtist', 'separatist'],
    ['Tajikstan', 'tajikistan'],
    ['Khazakstan', 'kazakhstan'],
    ['Krygyzstan', 'kyrgyzstan'],
    ['Azerbaijian', 'azerbaijan'],
    ['Afganistan', 'afghanistan'],
    ['terorrism', 'terrorism'],
    ['vacine', 'vaccine'],
    ['pandmeic', 'pandemic'],
    ['secuirty', 'security'],
    ['esparatism', 'separatism'],
    ['beijng', 'beijing'],
    ['developmnet', 'development'],
    ['Shangai', 'shanghai'],
    ['millitary', 'military'],
  ])('%s is looked for as %s, and marked', async (typed, used) => {
    expect((await hitsOf(typed)).corrections).toEqual([{ typed, used }]);
    expect([...(await markedBy(typed))].join(' ').toLowerCase()).toContain(used.slice(0, 6));
  });

  it.each([
    'Iraq',
    '2022',
    '2021',
    'price',
    'bread',
    'oil',
    'computing',
    'asdfgh',
    'Turkey',
    'France',
    'abc',
  ])('%s is another word and stays missing', async (word) => {
    expect((await reply(`search ${word}`)).answer).toMatchObject({ kind: 'nothing', missing: [word] });
  });

  it('a word that the articles have is never mended', async () => {
    expect((await hitsOf('border')).corrections).toEqual([]);
    expect((await hitsOf('ideology')).corrections).toEqual([]);
  });

  it.each([
    ['', '', 0],
    ['abc', '', 3],
    ['ab', 'ba', 1],
    ['kitten', 'sitting', 3],
    ['security', 'secuirty', 1],
    ['ca', 'abc', 3],
  ] as const)('the distance from %j to %j is %i', (a, b, distance) => {
    expect(editDistance(a, b)).toBe(distance);
    expect(editDistance(b, a)).toBe(distance);
  });

  it('no word within reach is passed over for its letters', () => {
    const words = 'abcde abcdf bacde abcd abcdee xbcde vwxyz éàüöä'
      .split(' ')
      .map((id) => ({ id, passages: 1 }));
    const within = (edits: number, typed: string): readonly string[] =>
      nearWords(words)
        .within(edits, typed)
        .map(({ id }) => id)
        .sort();
    for (const { id } of words) {
      for (const edits of [1, 2]) {
        const expected = words.map((word) => word.id).filter((other) => editDistance(id, other) <= edits);
        expect(within(edits, id)).toEqual(expected.sort());
      }
    }
  });
});

describe('acronyms that the articles spell out', () => {
  it.each([
    ['SCO', 'Shanghai Cooperation Organization'],
    ['sco', 'Shanghai Cooperation Organization'],
    ['CDC', 'centers for disease control'],
    ['CDCs', 'centers for disease control'],
  ])('%s finds what its name finds, and marks the name', async (acronym, name) => {
    expect(await idsOf(acronym)).toEqual(await idsOf(name));
    expect([...(await markedBy(acronym))]).toContain(name);
  });

  it.each([
    ['behind a comma', 'The World Trade Organization, or WTO, met.'],
    ['with its article', 'The World Trade Organization (the WTO) met.'],
    ['before its name', 'WTO (World Trade Organization) rules bind them.'],
  ])('are learned %s', (_, spelledOut) => {
    const search = createSearch(
      corpusOf({ a: spelledOut, b: 'The World Trade Organization fined it.', c: 'WTO rules.' }),
    );
    const query = { words: 'WTO', phrases: [], without: [], filters: {} };
    const { found } = search.find(query, { titleWeight: 0, wholeNames: false, common: false });
    expect(new Set(found.map(({ article }) => article.id))).toEqual(new Set(['a', 'b', 'c']));
  });

  it.each([
    ['EEU', 'Eurasian Economic Union'],
    ['BRI', 'Belt and Road Initiative'],
    ['bri', 'Belt and Road Initiative'],
    ['WHO', 'World Health Organization'],
  ])('initials that the articles do not have, %s, are read as the name', async (typed, used) => {
    expect((await hitsOf(typed)).corrections).toEqual([{ typed, used }]);
  });

  it('"who" in small letters stays a question word', async () => {
    expect((await reply('who is in the SCO?')).answer).not.toMatchObject({ corrections: [{ typed: 'who' }] });
  });
});

describe('words that objects have of themselves', () => {
  it('are words like others', () => {
    const odd = createSearch(
      corpusOf({ a: 'A constructor and its toString.', b: 'hasOwnProperty, valueOf proto.' }),
    );
    const how = { titleWeight: 1, exactWeight: 1, wholeNames: true, common: true };
    const find = (words: string): readonly string[] =>
      odd.find({ words, phrases: [], without: [], filters: {} }, how).found.map(({ article }) => article.id);
    expect(find('constructor')).toEqual(['a']);
    expect(find('toString constructor')).toEqual(['a']);
    expect(find('__proto__ hasOwnProperty')).toEqual(['b']);
    expect(find('valueOf')).toEqual(['b']);
  });
});

it('weighs a word that no passage has the most', () => {
  expect(search.weight('')).toBeGreaterThan(search.weight(termOf('belarus')));
  expect(search.weight(termOf('belarus'))).toBeGreaterThan(search.weight('SCO'));
});
