import { LEAST_HITS, type TortureResult } from './torture.ts';

/** Of all occurrences, at most this share may have been missed for want of time: more would hide what is lost. */
const MOST_MISSED = 0.01;

/** What a run shows to be wrong, in words; empty where it passed. */
export function wrongIn(result: TortureResult): readonly string[] {
  const { store, kills, hits, occurrences, missed, doubled, lost, mismatched, repeated, early } = result;
  const counts = { doubled, lost, mismatched, repeated, early };
  const wrong = Object.entries(counts).flatMap(([name, count]) => (count > 0 ? [`${count} ${name}`] : []));
  // Of a few kills one will do: that they share it out evenly is not to be expected.
  if (hits < Math.max(1, Math.floor(kills * LEAST_HITS)))
    wrong.push(`only ${hits} of ${kills} kills hit posts in flight`);
  if (occurrences === 0) wrong.push('nothing was due');
  if (missed > occurrences * MOST_MISSED) wrong.push(`${missed} of ${occurrences} missed`);
  return wrong.map((words) => `${store}: ${words}`);
}

const columns = [
  ['store', ({ store }: TortureResult) => store],
  ['occurrences', ({ occurrences }: TortureResult) => occurrences],
  ['kills', ({ kills }: TortureResult) => kills],
  ['in flight', ({ hits }: TortureResult) => hits],
  ['doubled', ({ doubled }: TortureResult) => doubled],
  ['lost', ({ lost }: TortureResult) => lost],
  ['seconds', ({ seconds }: TortureResult) => Math.round(seconds)],
] as const;

/** One line a run, and under them what else a reader wants to know of each. */
export function tableOf(results: readonly TortureResult[]): string {
  const rows = [
    columns.map(([name]) => name),
    ...results.map((result) => columns.map(([, of]) => of(result).toLocaleString('en'))),
  ];
  const widths = columns.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length)));
  const lines = rows.map((row) => row.map((cell, at) => cell.padStart(widths[at] ?? 0)).join('  '));
  const notes = results.map(
    ({ store, posts, held, seen, mismatched, repeated, early, unknown, refused, missed, logged }) =>
      `${store}: ${posts} posts; the kills hit ${held} claims, ${seen} of them posted already; ` +
      `${mismatched} rows at odds with posts, ${repeated} repeated, ${early} early; ` +
      `without a post: ${unknown} unknown, ${refused} refused, ${missed} missed; ${logged.length} errors logged`,
  );
  return [...lines, '', ...notes].join('\n');
}
