import { readFileSync } from 'node:fs';
import { seeded } from '../bench/random.ts';
import { applied, editsOf } from './edits.ts';
import type { Mutated } from './tester.ts';

export interface Mutant extends Mutated {
  readonly kind: string;
  /** From 1. */
  readonly line: number;
  /** The lines that the edit touches, as one, before and after it. */
  readonly from: string;
  readonly to: string;
}

const asOneLine = (text: string): string => text.trim().replace(/\s+/g, ' ');

export function mutantsOf(file: string, source = readFileSync(file, 'utf8')): readonly Mutant[] {
  return editsOf(source).map((edit): Mutant => {
    const text = applied(source, edit);
    const start = source.lastIndexOf('\n', edit.start - 1) + 1;
    const lineEnd = source.indexOf('\n', edit.end);
    const end = lineEnd < 0 ? source.length : lineEnd;
    return {
      file,
      text,
      kind: edit.kind,
      line: source.slice(0, start).split('\n').length,
      from: asOneLine(source.slice(start, end)),
      to: asOneLine(text.slice(start, end + text.length - source.length)),
    };
  });
}

function shuffled<T>(items: readonly T[], random: () => number): readonly T[] {
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

/** All of them in an order by chance in which each file has its turn: the first so many are drawn evenly over the files. */
export function drawn(byFile: readonly (readonly Mutant[])[], seed: number): readonly Mutant[] {
  const random = seeded(seed);
  const files = shuffled(byFile, random).map((mutants) => shuffled(mutants, random));
  const rounds = Math.max(0, ...files.map((mutants) => mutants.length));
  return Array.from({ length: rounds }, (_, round) =>
    files.flatMap((mutants) => mutants[round] ?? []),
  ).flat();
}
