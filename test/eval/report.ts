import type { Figures } from './evaluate.ts';
import type { Retrieval } from './metrics.ts';

type Line = readonly [name: string, value: string];

const share = (value: number | null): string => (value === null ? '–' : value.toFixed(3));
const milliseconds = (value: number): string => `${value.toFixed(2)} ms`;
const megabytes = (bytes: number): string => `${(bytes / 1_000_000).toFixed(1)} MB`;

const retrievalLines = (figures: Retrieval): readonly Line[] => [
  ['R@1', share(figures.r1)],
  ['R@5', share(figures.r5)],
  // With one relevant entry a query they say the same.
  ...(figures.success1 === figures.r1
    ? []
    : ([
        ['a relevant one first', share(figures.success1)],
        ['a relevant one among five', share(figures.success5)],
      ] as const)),
  ['MRR@10', share(figures.mrr10)],
  ['nDCG@10', share(figures.ndcg10)],
  ['MAP', share(figures.map)],
];

const questionLines = (figures: Figures): readonly Line[] => [
  ['right sentence first', share(figures.sentence1)],
  ['right sentence among three', share(figures.sentence3)],
  ['answered', share(figures.answered)],
  ['  of these sure', share(figures.answeredSure)],
  ['  with a right sentence shown, of all', share(figures.answeredRight)],
  ['absent questions', String(figures.absent)],
  ['  area under the curve', share(figures.absentAuc)],
  ['  refused where 95 % of the others are kept', share(figures.absentRefusedAt95)],
  ['  not answered', share(figures.absentRefused)],
  ['  of the answered sure', share(figures.absentSure)],
];

const notes = ({ unjudged, plainQueries, misplacedAnswers }: Figures): readonly Line[] => [
  ...(unjudged > 0 ? ([['left out: nothing judged relevant', String(unjudged)]] as const) : []),
  ...(plainQueries > 0 ? ([['put as plain words', String(plainQueries)]] as const) : []),
  ...(misplacedAnswers > 0 ? ([['answers not at their place', String(misplacedAnswers)]] as const) : []),
];

const NAME = 46;

/** The figures as lines of a name and a value. */
export function report(figures: Figures): string {
  const lines: readonly Line[] = [
    ['mode', figures.mode],
    ['queries', String(figures.queries)],
    ['passages', String(figures.passages)],
    ...notes(figures),
    ...retrievalLines(figures),
    ...(figures.mode === 'ask' ? questionLines(figures) : []),
    [`with one typing error (seed ${figures.seed})`, ''],
    ...retrievalLines(figures.typo).map(([name, value]): Line => [`  ${name}`, value]),
    ['time of a query, median', milliseconds(figures.medianMs)],
    ['  p99', milliseconds(figures.p99Ms)],
    ['  slowest', milliseconds(figures.slowestMs)],
    ['build', milliseconds(figures.buildMs)],
    ['memory of corpus and index', megabytes(figures.heapBytes)],
    ['memory of the process', megabytes(figures.rssBytes)],
  ];
  return lines.map(([name, value]) => `${name.padEnd(NAME)}${value.padStart(10)}`.trimEnd()).join('\n');
}
