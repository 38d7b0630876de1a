import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../program.ts';
import type { Judgements } from './metrics.ts';

/** An entry of `corpus.jsonl`. */
export interface Entry {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/** An answer as `metadata.answers` gives it: `start` counts in a relevant entry's text. */
export interface StatedAnswer {
  readonly text: string;
  readonly start: number;
}

/** A query with at least one relevant entry. */
export interface JudgedQuery {
  readonly id: string;
  readonly text: string;
  readonly judged: Judgements;
  /** Empty where the collection gives none. */
  readonly answers: readonly StatedAnswer[];
}

/** A question that the corpus does not answer. */
export interface AbsentQuestion {
  readonly id: string;
  readonly text: string;
}

export interface Collection {
  readonly entries: readonly Entry[];
  readonly queries: readonly JudgedQuery[];
  readonly absent: readonly AbsentQuestion[];
  /** Queries of `queries.jsonl` left out because nothing is judged relevant to them. */
  readonly unjudged: number;
}

/** The folder cannot be read as a collection. The message is one line that says what to do. */
export class CollectionError extends UsageError {
  override readonly name = 'CollectionError';
}

const LAYOUT = 'a BEIR folder holds corpus.jsonl, queries.jsonl and qrels/test.tsv';

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

async function textOf(path: string): Promise<string> {
  try {
    return (await readFile(path, 'utf8')).replace(/^\uFEFF/, '');
  } catch (cause) {
    const code = codeOf(cause);
    const problem =
      code === 'ENOENT' || code === 'ENOTDIR' ? 'there is no such file' : `cannot be read (${code})`;
    throw new CollectionError(`${path}: ${problem}; ${LAYOUT}.`, { cause });
  }
}

async function optionalTextOf(path: string): Promise<string> {
  try {
    return await textOf(path);
  } catch (error) {
    if (error instanceof CollectionError && codeOf(error.cause) === 'ENOENT') return '';
    throw error;
  }
}

interface Numbered {
  readonly line: string;
  /** From 1. */
  readonly number: number;
}

/** The lines that hold anything. Only line feeds end one: JSON text may hold every other separator. */
const linesOf = (text: string): readonly Numbered[] =>
  text.split('\n').flatMap((line, at) => (line.trim() === '' ? [] : [{ line, number: at + 1 }]));

const id = z.union([z.string().min(1), z.number().transform(String)]);
const entrySchema = z.object({ _id: id, title: z.string().nullish(), text: z.string() });
const answerSchema = z.object({ text: z.string().min(1), start: z.int().min(0) });
const querySchema = z.object({
  _id: id,
  text: z.string(),
  metadata: z.object({ answers: z.array(answerSchema).optional() }).nullish(),
});

function rowsOf<T extends { readonly _id: string }>(
  path: string,
  text: string,
  schema: z.ZodType<T>,
): readonly T[] {
  const seen = new Set<string>();
  return linesOf(text).map(({ line, number }) => {
    const wrong = (problem: string): never => {
      throw new CollectionError(`${path}, line ${number}: ${problem}.`);
    };
    let value: unknown;
    try {
      value = JSON.parse(line);
    } catch {
      return wrong('this is not JSON; put one object on each line');
    }
    const parsed = schema.safeParse(value);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      const at = issue?.path.join('.') ?? '';
      return wrong(
        `${at === '' ? 'the object' : `“${at}”`} is not as it should be (${issue?.message ?? ''})`,
      );
    }
    if (seen.has(parsed.data._id))
      return wrong(`the id “${parsed.data._id}” stands on an earlier line; make it unique`);
    seen.add(parsed.data._id);
    return parsed.data;
  });
}

/** `query-id <tab> corpus-id <tab> score`, with or without its heading. */
function judgementsOf(path: string, text: string): ReadonlyMap<string, Map<string, number>> {
  const judged = new Map<string, Map<string, number>>();
  for (const [at, { line, number }] of linesOf(text).entries()) {
    const [query = '', entry = '', score = '', ...more] = line.replace(/\r$/, '').split('\t');
    if (at === 0 && query === 'query-id') continue;
    if (query === '' || entry === '' || more.length > 0 || !/^-?\d+$/.test(score)) {
      throw new CollectionError(
        `${path}, line ${number}: write query id, entry id and a whole number, a tab between them.`,
      );
    }
    const grades = judged.get(query) ?? new Map<string, number>();
    judged.set(query, grades.set(entry, Number(score)));
  }
  return judged;
}

/**
 * Reads a folder in BEIR's layout (Thakur and others 2021), with two additions: `metadata.answers` of a query,
 * and `absent.jsonl`, questions that the corpus does not answer.
 *
 * @throws {CollectionError} when a file is missing or a line of it is not as it should be.
 */
export async function readCollection(directory: string): Promise<Collection> {
  const [corpusPath, queriesPath, qrelsPath, absentPath] = [
    join(directory, 'corpus.jsonl'),
    join(directory, 'queries.jsonl'),
    join(directory, 'qrels', 'test.tsv'),
    join(directory, 'absent.jsonl'),
  ] as const;
  const entries = rowsOf(corpusPath, await textOf(corpusPath), entrySchema);
  const judged = judgementsOf(qrelsPath, await textOf(qrelsPath));
  const all = rowsOf(queriesPath, await textOf(queriesPath), querySchema);
  const absent = rowsOf(absentPath, await optionalTextOf(absentPath), querySchema);
  if (entries.length === 0)
    throw new CollectionError(`${corpusPath}: the file is empty; put one entry on each line.`);
  const queries = all.flatMap(({ _id, text, metadata }): JudgedQuery[] => {
    const grades = judged.get(_id);
    if (grades === undefined || ![...grades.values()].some((grade) => grade > 0)) return [];
    return [{ id: _id, text, judged: grades, answers: metadata?.answers ?? [] }];
  });
  if (queries.length === 0) {
    throw new CollectionError(
      `${qrelsPath}: no query of queries.jsonl has a relevant entry; check that the ids agree.`,
    );
  }
  return {
    entries: entries.map(({ _id, title, text }) => ({ id: _id, title: title ?? '', text })),
    queries,
    absent: absent.map(({ _id, text }) => ({ id: _id, text })),
    unjudged: all.length - queries.length,
  };
}

export type Part = '1/2' | '2/2';

/**
 * The first or the second half of the queries and of the absent questions, in the files' order; all for null. Files
 * go topic by topic, so that what was tuned on one half has seen little of the other.
 */
export function partOf(collection: Collection, part: Part | null): Collection {
  if (part === null) return collection;
  const half = <T>(items: readonly T[]): readonly T[] => {
    const middle = Math.ceil(items.length / 2);
    return part === '1/2' ? items.slice(0, middle) : items.slice(middle);
  };
  return { ...collection, queries: half(collection.queries), absent: half(collection.absent) };
}
