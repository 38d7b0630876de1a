import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { areaUnderCurve, meanRetrieval, refusedAt95, retrieval, shareOf } from './metrics.ts';

const judged = (grades: Readonly<Record<string, number>>): ReadonlyMap<string, number> =>
  new Map(Object.entries(grades));

/** Entries that nobody judged, `u1` and on. */
const unjudged = (count: number): string[] => Array.from({ length: count }, (_, at) => `u${at + 1}`);

describe('R@k', () => {
  const three = judged({ a: 1, b: 1, c: 1, d: 0 });

  it.each<[string, string[], number, number]>([
    ['one of three first, another within five', ['a', 'u', 'd', 'u2', 'b', 'c'], 1 / 3, 2 / 3],
    ['none first, none within five', ['d', 'u1', 'u2', 'u3', 'u4', 'a', 'b', 'c'], 0, 0],
    ['all within five', ['c', 'b', 'a'], 1 / 3, 1],
    ['nothing found', [], 0, 0],
  ])('%s', (_name, ranked, r1, r5) => {
    const measured = retrieval(ranked, three);
    expect(measured.r1).toBeCloseTo(r1, 12);
    expect(measured.r5).toBeCloseTo(r5, 12);
  });

  it('counts a share of the relevant, where success counts whether there is any', () => {
    expect(retrieval(['a', 'b'], three)).toMatchObject({ r1: 1 / 3, success1: 1, r5: 2 / 3, success5: 1 });
    expect(retrieval(['d', 'b'], three)).toMatchObject({ r1: 0, success1: 0, success5: 1 });
  });
});

describe('MRR@10', () => {
  it.each<[number, number]>([
    [1, 1],
    [2, 1 / 2],
    [10, 1 / 10],
    [11, 0],
  ])('the first relevant entry at rank %i gives %d', (rank, expected) => {
    const ranked = [...unjudged(rank - 1), 'a', 'b'];
    expect(retrieval(ranked, judged({ a: 1, b: 2 })).mrr10).toBe(expected);
  });
});

describe('nDCG@10', () => {
  it('takes the grade as gain and log2(rank + 1) as discount', () => {
    // Ranks 1 to 4 hold grades 1, none, 3, 2.
    // DCG  = 1/log2(2) + 3/log2(4) + 2/log2(5) = 1 + 1.5 + 2/2.321928 = 1 + 1.5 + 0.861353 = 3.361353
    // Best = 3/log2(2) + 2/log2(3) + 1/log2(4) = 3 + 2/1.584963 + 0.5 = 3 + 1.261860 + 0.5 = 4.761860
    // 3.361353 / 4.761860 = 0.705891
    const { ndcg10 } = retrieval(['one', 'u', 'three', 'two'], judged({ one: 1, two: 2, three: 3 }));
    expect(ndcg10).toBeCloseTo(0.705891, 5);
  });

  it('is 1 for the best order, whatever follows', () => {
    expect(retrieval(['b', 'a', 'u'], judged({ a: 1, b: 2 })).ndcg10).toBe(1);
  });

  it('does not see the eleventh, in the list or in the best one', () => {
    expect(retrieval([...unjudged(10), 'a'], judged({ a: 1 })).ndcg10).toBe(0);
    const eleven = Array.from({ length: 11 }, (_, at) => `r${at}`);
    expect(retrieval(eleven, new Map(eleven.map((id) => [id, 1]))).ndcg10).toBe(1);
  });

  it('gains nothing and loses nothing by grades below 1', () => {
    // 1/log2(3) / (1/log2(2)) = 0.630930
    expect(retrieval(['bad', 'a'], judged({ a: 1, bad: -2, none: 0 })).ndcg10).toBeCloseTo(0.63093, 5);
  });
});

describe('MAP', () => {
  it('counts relevant entries that are not in the list, and passes over unjudged ones', () => {
    // Relevant: a at rank 1 (1/1), b at rank 4 (2/4), c nowhere (0): (1 + 0.5 + 0) / 3 = 0.5
    expect(retrieval(['a', 'u1', 'd', 'b'], judged({ a: 1, b: 2, c: 1, d: 0 })).map).toBeCloseTo(0.5, 12);
  });

  it('does not grade: any relevant entry counts the same', () => {
    // Relevant at ranks 2 and 3: (1/2 + 2/3) / 2 = 0.583333
    expect(retrieval(['u', 'a', 'b'], judged({ a: 1, b: 9 })).map).toBeCloseTo(0.583333, 6);
  });

  it('looks at 1000', () => {
    expect(retrieval([...unjudged(999), 'a'], judged({ a: 1 })).map).toBe(1 / 1000);
    expect(retrieval([...unjudged(1000), 'a'], judged({ a: 1 })).map).toBe(0);
  });
});

describe('retrieval', () => {
  const list = fc.uniqueArray(fc.constantFrom(...'abcdefghijklmn'), { minLength: 1, maxLength: 14 });
  const grades = fc
    .dictionary(fc.constantFrom(...'abcdefghijklmn'), fc.integer({ min: 0, max: 3 }))
    .filter((each) => Object.values(each).some((grade) => grade > 0));

  it('stays between 0 and 1, and never falls when a relevant entry moves up', () => {
    fc.assert(
      fc.property(list, grades, (ranked, graded) => {
        const before = retrieval(ranked, judged(graded));
        for (const value of Object.values(before)) {
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
        }
        const at = ranked.findIndex((id, place) => place > 0 && (graded[id] ?? 0) > 0);
        if (at < 1) return;
        const above = ranked[at - 1] ?? '';
        if ((graded[above] ?? 0) > (graded[ranked[at] ?? ''] ?? 0)) return;
        const moved = ranked.with(at - 1, ranked[at] ?? '').with(at, above);
        const after = retrieval(moved, judged(graded));
        for (const [name, value] of Object.entries(before)) {
          expect(after[name as keyof typeof after]).toBeGreaterThanOrEqual(value - 1e-12);
        }
      }),
    );
  });

  it('is averaged over queries, each counting the same', () => {
    const first = retrieval(['a'], judged({ a: 1 }));
    const second = retrieval(['u', 'a'], judged({ a: 1 }));
    expect(meanRetrieval([first, second, first])).toMatchObject({ r1: 2 / 3, r5: 1, mrr10: 2.5 / 3 });
    expect(meanRetrieval([]).map).toBe(0);
  });
});

describe('the area under the curve', () => {
  it.each<[string, number[], number[], number | null]>([
    ['all answerable above all absent', [0.9, 0.8], [0.1, 0.2, 0.3], 1],
    ['all below', [0.1], [0.2, 0.3], 0],
    ['all the same: every pair is half', [0.5, 0.5], [0.5], 0.5],
    // Pairs: .9>.4, .9>.6, .6>.4, .6=.6, .3<.4, .3<.6: (3 + 0.5) / 6
    ['a tie among others', [0.9, 0.6, 0.3], [0.4, 0.6], 3.5 / 6],
    ['nothing found on either side ties', [1, -Infinity], [-Infinity], 0.75],
    ['no absent questions', [1], [], null],
    ['no answerable ones', [], [1], null],
  ])('%s', (_name, answerable, absent, expected) => {
    expect(areaUnderCurve(answerable, absent)).toEqual(expected);
  });

  it('turned round, gives the rest to 1', () => {
    const some = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(some, some, (a, b) => {
        expect((areaUnderCurve(a, b) ?? 0) + (areaUnderCurve(b, a) ?? 0)).toBeCloseTo(1, 12);
      }),
    );
  });
});

describe('the share refused where 95 % are kept', () => {
  const upTo = (count: number): number[] => Array.from({ length: count }, (_, at) => at + 1);

  it.each<[string, number[], number[], number | null]>([
    // Of 1 … 20, 19 must stay (95 %): the threshold is 2, and 2 itself is kept.
    ['twenty answerable: the lowest may go', upTo(20), [1, 1.9, 2, 3], 2 / 4],
    // Of 1 … 19, 95 % is 18.05, so all 19 must stay: the threshold is 1.
    ['nineteen: none may go', upTo(19), [0, 1, 2], 1 / 3],
    // Of 1 … 100, 95 must stay: the threshold is 6.
    ['a hundred: five may go', upTo(100), [5.9, 6, 0, 7], 2 / 4],
    ['equals at the threshold are all kept', [1, ...Array.from({ length: 19 }, () => 5)], [4, 5], 1 / 2],
    ['an answerable one that finds nothing must stay: none is refused', [-Infinity, 1], [-Infinity], 0],
    ['no absent questions', [1], [], null],
    ['no answerable ones', [], [1], null],
  ])('%s', (_name, answerable, absent, expected) => {
    expect(refusedAt95(answerable, absent)).toEqual(expected);
  });
});

describe('shareOf', () => {
  it('is a share, and 0 of nothing', () => {
    expect(shareOf([1, 2, 3, 4], (value) => value > 1)).toBe(0.75);
    expect(shareOf([], () => true)).toBe(0);
  });
});
