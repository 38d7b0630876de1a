import type { Mutant } from './mutant.ts';
import { roomOf } from './reach.ts';

/** Hung: noticed as well. Refused: by the compiler, and not counted as made. Unreached: survived without any test. */
export type Fate = 'noticed' | 'hung' | 'survived' | 'accepted' | 'refused' | 'unreached';

export interface Tried {
  readonly mutant: Mutant;
  readonly fate: Fate;
}

export const survived = ({ fate }: Tried): boolean => fate === 'survived' || fate === 'unreached';

/** What became of a mutant; of one that survived, what it is. */
export function lineOf(tried: Tried, by: string): string {
  const { file, line, kind, from, to } = tried.mutant;
  const place = `${file}:${line}: ${kind} ${tried.fate}${by === '' ? '' : `: ${by}`}`;
  return survived(tried) ? `${place}\n  - ${from}\n  + ${to}` : place;
}

const share = (part: number, whole: number): string =>
  whole === 0 ? '–' : `${Math.round((100 * part) / whole)} %`;

function cellsOf(name: string, tried: readonly Tried[]): readonly string[] {
  const count = (...of: readonly Fate[]): number => tried.filter(({ fate }) => of.includes(fate)).length;
  const made = tried.length - count('refused');
  const noticed = count('noticed', 'hung');
  return [
    name,
    ...[made, noticed, tried.filter(survived).length, count('accepted'), count('hung'), count('refused')].map(
      String,
    ),
    share(noticed, made - count('accepted')),
  ];
}

/** A line a room: of those made, how many were noticed, survived or are accepted; and how many of the noticed hung. */
export function tableOf(tried: readonly Tried[]): string {
  const rooms = Map.groupBy(tried, ({ mutant }) => roomOf(mutant.file));
  const rows = [
    ['room', 'made', 'noticed', 'survived', 'accepted', 'hung', 'refused', 'share'],
    ...[...rooms].sort(([a], [b]) => a.localeCompare(b, 'en')).map(([room, each]) => cellsOf(room, each)),
    ...(rooms.size > 1 ? [cellsOf('all', tried)] : []),
  ];
  const widths = rows[0]?.map((_, at) => Math.max(...rows.map((row) => (row[at] ?? '').length))) ?? [];
  const cell = (text: string, at: number): string =>
    at === 0 ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0);
  return rows.map((row) => row.map(cell).join('  ')).join('\n');
}
