import { globSync } from 'node:fs';
import { sep } from 'node:path';
import { importsOf } from '../imports.ts';

/**
 * They start whole processes, which read the files as they are on disk: a mutant that is in this process's memory alone
 * is not in them.
 */
export const leftOut = [
  'test/torture/',
  'test/bench/',
  'test/mutate/',
  'test/eval/',
  'test/architecture.test.ts',
];

/** Of a path, the folder that gives the room: `src/digest/excerpt/prose.ts` is in `src/digest`. */
export const roomOf = (file: string): string => file.split('/').slice(0, 2).join('/');

const nameOf = (file: string): string => roomOf(file).split('/')[1] ?? '';

/** By a file, those that it imports with what it needs at run time. */
function readImports(): ReadonlyMap<string, readonly string[]> {
  const files = globSync(['src/**/*.ts', 'adapters/**/*.ts', 'test/**/*.ts']).map((file) =>
    file.replaceAll(sep, '/'),
  );
  const atRunTime = (file: string): readonly string[] =>
    importsOf(file).flatMap(({ to, typesOnly }) => (typesOnly ? [] : [to]));
  return new Map(files.map((file) => [file, atRunTime(file)]));
}

/** How many imports lie between a file and each file that it reaches. */
function distancesFrom(
  start: string,
  imports: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, number> {
  const distances = new Map([[start, 0]]);
  for (const [file, distance] of distances) {
    for (const to of imports.get(file) ?? []) if (!distances.has(to)) distances.set(to, distance + 1);
  }
  return distances;
}

/**
 * Gives the tests that reach a file, those of its own room first, then the nearest.
 *
 * @param tests by their paths from the top, where the process runs.
 */
export function readReach(tests: readonly string[]): (file: string) => readonly string[] {
  const imports = readImports();
  const reached = tests
    .filter((test) => !leftOut.some((start) => test.startsWith(start)))
    .map((test) => ({ test, distances: distancesFrom(test, imports) }));
  return (file) => {
    const far = (test: string, distance: number): number =>
      distance + (nameOf(test) === nameOf(file) ? 0 : imports.size);
    return reached
      .flatMap(({ test, distances }) => {
        const distance = distances.get(file);
        return distance === undefined ? [] : [{ test, far: far(test, distance) }];
      })
      .sort((a, b) => a.far - b.far)
      .map(({ test }) => test);
  };
}
