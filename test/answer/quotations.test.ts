import { describe, expect, it } from 'vitest';
import { checkText } from '../../src/answer/quotation/check-text.ts';
import type { CheckedQuotation, Verdict } from '../../src/answer/quotation/checked.ts';
import { createCorpusWords } from '../../src/answer/quotation/corpus-words.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { parseArticle } from '../../src/document/article.ts';
import { seeded } from '../bench/random.ts';
import { growth, LINEAR } from '../growth.ts';

const index = createCorpusWords(await readCorpus('seeds'));
const check = (text: string): CheckedQuotation => checkText(text, index)[0];
const idsOf = ({ sources }: CheckedQuotation): readonly string[] =>
  sources.map(({ paragraph }) => paragraph.id);
const changesOf = (checked: CheckedQuotation, n = 0): readonly (readonly [string, string])[] =>
  (checked.sources[n]?.changes ?? []).map(({ said, source }) => [said, source]);

describe('the same words in two articles', () => {
  it.each<[string, readonly string[], readonly (readonly [string, string])[]]>([
    [
      'Security and stability are the number one precondition',
      ['four-point-approach:11', 'security-for-all:4'],
      [],
    ],
    ['the vision of a common, comprehensive', ['four-point-approach:11', 'security-for-all:4'], [['a', '']]],
    ['vision of common, comprehensive', ['security-for-all:4', 'four-point-approach:11'], [['', 'a']]],
    [
      'through dialogue and consultation, in order to cement the political foundation',
      ['security-for-all:18', 'four-point-approach:12'],
      [['in order', '']],
    ],
    [
      'through dialogue and consultation to cement the political foundation',
      ['four-point-approach:12', 'security-for-all:18'],
      [['', 'in order']],
    ],
    ['clean, and beautiful world that enjoys', ['four-point-approach:3', 'security-for-all:14'], []],
    ['clean and beautiful world that enjoys', ['security-for-all:14', 'four-point-approach:3'], []],
  ])('%s: exact first, the other beside it with its changes', (text, ids, changes) => {
    const checked = check(`"${text}"`);
    expect(checked.verdict).toBe('exact');
    expect(idsOf(checked)).toEqual(ids);
    expect(changesOf(checked, 0)).toEqual([]);
    expect(changesOf(checked, 1)).toEqual(changes);
  });
});

describe('what is no difference of words, and said', () => {
  it.each<[string, readonly string[]]>([
    ['Security and stability are the number one precondition', []],
    ['security and stability are the number one precondition', ['capital']],
    ['[s]ecurity and stability are the number one precondition', []],
    ['Security and Stability are the number one precondition', ['case']],
    ['Security and  stability are the\u00a0number one precondition', ['spacing']],
    ['Secu\u00adrity and stability are the number one precondition', ['spacing']],
    ['Security – and stability are the number one precondition', ['dashes', 'spacing']],
    ['Security, and stability are the number one precondition', ['punctuation']],
    ['Security and stability are the number one precondition.', ['ending']],
    ["precondition for a country's development", ['marks']],
    ['précondition for a country’s development', ['accents', 'capital'].slice(0, 1)],
    ['ﬁrmly oppose foreign interference', ['forms']],
    ['sub-regional and interregional cooperation', ['spacing']],
    ['good neighborliness will prevail over a beggar-thy-neighbor approach', ['dashes', 'spacing']],
  ])('%s is exact: %j', (text, overlooked) => {
    const checked = check(`"${text}"`);
    expect(checked.verdict).toBe('exact');
    expect(checked.sources[0]?.changes).toEqual([]);
    expect(checked.sources[0]?.tolerated.toSorted()).toEqual([...overlooked].toSorted());
  });

  it('is a final comma in the marks of the article, when it has one there too', () => {
    expect(check('“The “Shanghai Spirit,”').sources[0]?.tolerated).toEqual([]);
  });
});

describe('a changed quotation', () => {
  it.each<[string, readonly (readonly [string, string])[]]>([
    ['Each civilization is unique and none is superior to others', [['unique', 'distinct']]],
    ['Every civilization is distinct and none is superior', [['Every', 'Each']]],
    ['civilization is distinct and none is equal', [['equal', 'superior']]],
    ['civilization is distinct, none is superior', [['', 'and']]],
    ['civilization is quite distinct and none is superior', [['quite', '']]],
    ['But each civilization is distinct and none is superior', [['But', '']]],
    ['Each civilisation is distinct and none is superior', [['civilisation', 'civilization']]],
    ['Each civilization is distinct and none is superiour', [['superiour', 'superior']]],
    ['none is superior to you', [['you', 'others']]],
    ['Shangai Spirit', [['Shangai', 'Shanghai']]],
  ])('%s is altered: %j', (text, changes) => {
    const checked = check(`"${text}"`);
    expect(checked.verdict).toBe('altered');
    expect(changesOf(checked)).toEqual(changes);
  });

  it('says what is a matter of spelling, of words added, left out or changed', () => {
    const kinds = (text: string): unknown => check(`"${text}"`).sources[0]?.changes.map(({ kind }) => kind);
    expect(kinds('Each civilisation is distinct and none is superior')).toEqual(['spelling']);
    expect(kinds('civilization is quite distinct and none is superior')).toEqual(['added']);
    expect(kinds('civilization is distinct, none is superior')).toEqual(['left-out']);
    expect(kinds('Each civilization is unique and none is superior')).toEqual(['changed']);
  });

  it('calls nothing a matter of spelling that may be another word', () => {
    const kinds = (text: string): unknown => check(`"${text}"`).sources[0]?.changes.map(({ kind }) => kind);
    expect(kinds('Each civilizations is distinct and none is superior')).toEqual(['letters']);
    expect(kinds('formed strategic partnerships with Chine')).toEqual(['letters']);
  });

  it('marks in the article the words that differ', () => {
    const [source] = check('"Each civilization is unique and none is superior to others"').sources;
    const marked = source?.differing.map(({ start, end }) => source.article.text.slice(start, end));
    expect(marked).toEqual(['distinct']);
  });

  it('is no spelling where a number differs', () => {
    const [source] = check('"the historic 24rd Meeting of the Council of Heads of State"').sources;
    expect(source?.changes.map(({ kind }) => kind)).toEqual(['changed']);
  });
});

describe('ellipses and brackets', () => {
  const omitted = ({ sources }: CheckedQuotation): readonly number[] =>
    sources[0]?.pieces.flatMap((piece) => (piece.type === 'omission' ? [piece.words] : [])) ?? [];

  it.each(['…', '...', '[…]', '[...]', '. . .', '(…)', '....', '[. . .]'])(
    'parts of a quotation with %s between them are exact in their order',
    (ellipsis) => {
      const checked = check(
        `"Security and stability ${ellipsis} concern the core interests of all countries"`,
      );
      expect(checked.verdict).toBe('exact');
      expect(omitted(checked)).toEqual([11]);
      expect(idsOf(checked).toSorted()).toEqual(['four-point-approach:11', 'security-for-all:4']);
    },
  );

  it('parts may lie far from each other in an article', () => {
    const checked = check(
      '"a period of turbulence and transformation … True development is development for all"',
    );
    expect([checked.verdict, idsOf(checked)]).toEqual(['exact', ['four-point-approach:5']]);
    expect(omitted(checked)[0]).toBeGreaterThan(300);
  });

  it('parts in another order are not exact', () => {
    const checked = check(
      '"concern the core interests of all countries … Security and stability are the number one"',
    );
    expect(checked.verdict).not.toBe('exact');
  });

  it('parts of two articles are in part, each with its source', () => {
    const checked = check(
      '"Each civilization is distinct and none is superior to others … the historic 23rd Meeting of the Council of Heads of State"',
    );
    expect(checked.verdict).toBe('part');
    expect(idsOf(checked)).toEqual(['four-point-approach:16', 'regional-convergence:3']);
    expect(checked.missing).toEqual([]);
  });

  it('a changed word beside an ellipsis is altered', () => {
    const checked = check('"Security and stability … concern the main interests of all countries"');
    expect([checked.verdict, changesOf(checked)]).toEqual(['altered', [['main', 'core']]]);
  });

  it.each([
    '[T]he SCO should play a more active role in international and regional affairs',
    '[it] should play a more active role in international and regional affairs',
    'the SCO should play a more active role [sic] in international and regional affairs',
    'the SCO should play[s] a more active role in international and regional affairs',
    'the SCO should play a more active role in [world] affairs',
  ])('%s is exact: what is in brackets is the quoter’s', (text) => {
    const checked = check(`"${text}"`);
    expect([checked.verdict, changesOf(checked)]).toEqual(['exact', []]);
  });

  it('a bracket does not cover for other words', () => {
    const checked = check('"[it] should play a less active role in international and regional affairs"');
    expect([checked.verdict, changesOf(checked)]).toEqual(['altered', [['less', 'more']]]);
  });
});

describe('where a quotation stands', () => {
  it.each([
    'resist “political virus”. “We need to put the SCO’s health',
    'prosperity.” In addition to expanding its partnerships',
  ])('may hold marks of the article: %s is one quotation', (text) => {
    const checks = checkText(text, index);
    expect(checks.map((each) => [each.verdict, each.text])).toEqual([['exact', text]]);
  });

  it('may be a title or a heading', () => {
    expect(idsOf(check('"SCO Advances the Practice of Regional Convergence"'))).toEqual([
      'regional-convergence:1',
    ]);
    expect(check('"Four Tasks for Future"').sources[0]?.paragraph.kind).toBe('heading');
  });

  it('may go on over a caption, which is named', () => {
    const [source] = check('"the narrative of de-coupling. The platform has advanced regional"').sources;
    expect(source?.changes).toEqual([]);
    expect(source?.passedOver.map(({ id }) => id)).toEqual(['regional-convergence:8']);
    expect([source?.paragraph.id, source?.last.id]).toEqual([
      'regional-convergence:7',
      'regional-convergence:9',
    ]);
  });

  it('is the paragraph that is cited where an article says it twice', () => {
    const [source] = check('"explore a new path of dialogue instead of confrontation"').sources;
    expect(source?.paragraph.repeats).toBeNull();
    expect(source?.paragraph.id).toBe('regional-convergence:19');
  });
});

describe('what no article has', () => {
  it.each<[string, Verdict]>([
    ['The SCO will build a space station on the Moon by 2030 with its dialogue partners', 'absent'],
    ['We must put an end to unilateral sanctions against the member states of the SCO', 'absent'],
    ['China and Russia have agreed on a common currency for the whole of Eurasia', 'absent'],
    ['civilization is distinct and all cultures are equal to others', 'absent'],
    [
      'The heads of state of the Shanghai Cooperation Organization adopted a declaration on climate change',
      'absent',
    ],
    ['the future of the region', 'absent'],
    ['bananas', 'absent'],
    ['x', 'absent'],
    [
      'Each civilization is distinct and none is superior to others, which is why the bananas of every land are to be praised by all who eat them',
      'part',
    ],
  ])('%s: %s', (text, verdict) => {
    expect(check(`"${text}"`).verdict).toBe(verdict);
  });

  it('names the parts that are not found', () => {
    const checked = check(
      '"As every child knows by heart today, history has proven that good-neighborliness will prevail over a beggar-thy-neighbor approach, and the moon is made of green cheese from the finest farms"',
    );
    expect(checked.missing).toEqual([
      'As every child knows by heart today',
      'and the moon is made of green cheese from the finest farms',
    ]);
    expect(checked.sources.map(({ said }) => said)).toEqual([
      'history has proven that good-neighborliness will prevail over a beggar-thy-neighbor approach',
    ]);
  });

  it('has a nearest passage where one shares enough, and says how much', () => {
    const shuffled = check('"none superior is others distinct and to is civilization each"');
    expect(shuffled.nearest).toMatchObject({ by: 'words', likeness: 1 });
    expect(shuffled.nearest?.paragraph.id).toBe('four-point-approach:16');
    const like = check(
      '"Our member countries shall now consider how they embark on a path to build a new order of their own choosing, without regard for anyone else in the world"',
    );
    expect(like.nearest).toMatchObject({ by: 'runs' });
    expect(like.nearest?.likeness).toBeGreaterThanOrEqual(0.2);
    expect(check('"The SCO will build a space station on the Moon"').nearest).toBeNull();
  });
});

describe('any article', () => {
  it('may hold brackets, dots and marks of its own, and any script', () => {
    const body =
      'He [the guest] said “so” ... and left. 上海合作组织成立二十周年。 Она сказала: «да». 50 % & more.';
    const parsed = parseArticle('x.md', `---\ntitle: T\n---\n\n${body}\n`);
    if (!parsed.ok) throw new Error('unreadable');
    const own = createCorpusWords({ articles: new Map([['x', parsed.article]]), faults: [] });
    for (const text of [
      body,
      'He [the guest] said “so” ... and',
      '合作组织成立',
      'сказала: «да». 50 % & more',
    ]) {
      expect([text, checkText(`"${text}"`, own)[0].verdict]).toEqual([text, 'exact']);
    }
    expect(checkText('"50 % and more"', own)[0]).toMatchObject({
      verdict: 'altered',
      sources: [{ changes: [{ said: 'and', source: '&' }] }],
    });
  });

  it('is found among many that have the same words, which are counted', () => {
    const articles = Array.from({ length: 130 }, (_, n) => {
      const parsed = parseArticle(
        `a${n}.md`,
        `---\ntitle: T ${n}\n---\n\nThe same nine words stand in all of these.\n`,
      );
      if (!parsed.ok) throw new Error('unreadable');
      return [`a${n}`, parsed.article] as const;
    });
    const many = createCorpusWords({ articles: new Map(articles), faults: [] });
    const [checked] = checkText('"The same nine words stand in all of these."', many);
    expect([checked.sources.length, checked.more]).toEqual([100, 30]);
  });
});

describe('10,000 characters', () => {
  const random = seeded(7);
  const words = [...index.passages.map(({ article }) => article.text)].join(' ').match(/\p{L}+/gu) ?? [];
  const [article] = index.passages.filter(({ article }) => article.id === 'way-forward');
  const text = article?.article.text ?? '';
  const inputs: Readonly<Record<string, string>> = {
    'of an article': text,
    'of an article, every twentieth word changed': text.replace(/((?:\S+\s+){19})\S+/g, '$1xylophone'),
    'of one word': 'the '.repeat(3000),
    'of one phrase': 'the SCO member states '.repeat(500),
    'of one unbroken string': 'x'.repeat(10_000),
    'of shuffled words': Array.from({ length: 2000 }, () => words[Math.floor(random() * words.length)]).join(
      ' ',
    ),
    'of 500 quotations': Array.from({ length: 500 }, (_, n) => `"${words[3 * n]} ${words[3 * n + 1]}"`).join(
      ' ',
    ),
    'of marks': '"'.repeat(10_000),
    'of opening marks': '“a '.repeat(3400),
    'of marks and paragraphs': '“\n\n'.repeat(3400),
    'of apostrophes': "'s 'a ".repeat(1700),
    'of brackets': '[x] the SCO '.repeat(900),
    'of ellipses': '… of the SCO '.repeat(800),
  };

  it.each(Object.entries(inputs))('%s are checked in time that grows as the text does', async (_, long) => {
    expect(await growth(10_000, (size) => checkText(long.slice(0, size), index))).toBeLessThan(LINEAR);
  });
});
