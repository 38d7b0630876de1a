import { writeFile } from 'node:fs/promises';
import { UsageError } from '../program.ts';
import type { Collection } from './collection.ts';
import type { Evaluation, Outcome } from './evaluate.ts';

const table = (rows: readonly (readonly (string | number)[])[], between: string): string =>
  rows.map((row) => `${row.join(between)}\n`).join('');

/**
 * TREC's run format, `qid Q0 docid rank score tag`. The score is the number of lines of the query from here on:
 * tools that sort by score, ties by id, then keep the desk's order.
 */
export const trecRun = (outcomes: readonly Outcome[], tag: string): string =>
  table(
    outcomes.flatMap(({ id, ranked: { entries } }) =>
      entries.map((entry, at) => [id, 'Q0', entry, at + 1, entries.length - at, tag]),
    ),
    ' ',
  );

/** The sentences that are scored, up to three a query: offsets in UTF-16 code units of the entry's text, `end` exclusive. */
export const sentenceTable = (outcomes: readonly Outcome[]): string =>
  table(
    [
      ['qid', 'docid', 'rank', 'start', 'end'],
      ...outcomes.flatMap(({ id, ranked }) =>
        ranked.sentences.map(({ entry, start, end }, at) => [id, entry, at + 1, start, end]),
      ),
    ],
    '\t',
  );

/** What each question, answerable or absent, was rated, and whether the product answered it, surely or not. */
export const confidenceTable = ({ outcomes, absent }: Evaluation): string => {
  const rows = (set: string, some: readonly Outcome[]): readonly (readonly (string | number)[])[] =>
    some.map(({ id, ranked, answer }) => [
      id,
      set,
      ranked.confidence,
      answer.kind === 'answer' ? (answer.sure ? 'sure' : 'unsure') : 'none',
    ]);
  return table(
    [['qid', 'set', 'confidence', 'answered'], ...rows('answerable', outcomes), ...rows('absent', absent)],
    '\t',
  );
};

async function write(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new UsageError(
      `${file}: cannot be written (${code}); give --run a file in a folder that is there.`,
      {
        cause,
      },
    );
  }
}

/**
 * Tells before the work rather than after it that there can be no run file. Leaves an empty file.
 *
 * @throws {UsageError} when the file cannot be written, or an id holds the white space that divides its columns.
 */
export async function prepareRun(file: string, { entries, queries, absent }: Collection): Promise<void> {
  const spaced = [...entries, ...queries, ...absent].find(({ id }) => /\s/u.test(id));
  if (spaced !== undefined) {
    throw new UsageError(
      `The id “${spaced.id}” has white space, which a run file cannot hold; leave out --run.`,
    );
  }
  await write(file, '');
}

/**
 * Writes FILE, and for questions FILE.sentences.tsv and FILE.confidence.tsv beside it.
 *
 * @throws {UsageError} when a file cannot be written.
 */
export async function writeRun(file: string, evaluation: Evaluation): Promise<void> {
  const { mode } = evaluation.figures;
  await write(file, trecRun(evaluation.outcomes, `sco-desk-${mode}`));
  if (mode !== 'ask') return;
  await write(`${file}.sentences.tsv`, sentenceTable(evaluation.outcomes));
  await write(`${file}.confidence.tsv`, confidenceTable(evaluation));
}
