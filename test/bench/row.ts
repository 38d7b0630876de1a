import type { Summary } from './statistics.ts';

/** What one part of the bench measured, with the question that it answers. */
export interface Group {
  readonly title: string;
  readonly rows: readonly Row[];
  /** What a reader must know to read the rows rightly. */
  readonly notes: readonly string[];
}

export interface Row extends Summary {
  readonly name: string;
  readonly unit: 'ms' | 'MB';
  /** What it stands beside, measured in the same run. */
  readonly beside: Beside | null;
  /** What its 99th percentile is aimed to stay below, in its unit; null where nothing is. */
  readonly aim: number | null;
}

export interface Beside {
  /** The name of a row of the same group. */
  readonly row: string;
  /** This row's median over that row's. */
  readonly ratio: number;
  /** The ratio that is aimed at, at most; null where the row only stands for comparison. */
  readonly aim: number | null;
}

/** A row of its own. */
export const row = (name: string, unit: Row['unit'], summary: Summary): Row => ({
  name,
  unit,
  ...summary,
  beside: null,
  aim: null,
});

/** The row, whose 99th percentile is to stay below a value. */
export const below = (measured: Row, aim: number): Row => ({ ...measured, aim });

/** The row, compared with another by their medians. */
export const beside = (measured: Row, other: Row, aim: number | null = null): Row => ({
  ...measured,
  beside: { row: other.name, ratio: measured.median / other.median, aim },
});

const isOver = ({ beside, aim, p99 }: Row): boolean =>
  (beside !== null && beside.aim !== null && beside.ratio > beside.aim) || (aim !== null && p99 >= aim);

/** Rows whose ratio, or whose 99th percentile, is above what is aimed at. */
export const overAim = (groups: readonly Group[]): readonly Row[] =>
  groups.flatMap(({ rows }) => rows).filter(isOver);
