import wrapAnsi from 'wrap-ansi';
import type { Group, Row } from './row.ts';

const COLUMNS = 80;
const NAME = 39;
const NUMBER = 8;

/** Three significant digits at least, and no more decimals than they need. */
export function figure(value: number): string {
  const decimals = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : 3;
  return value.toFixed(decimals);
}

const cells = (name: string, values: readonly string[], ratio: string): string =>
  `${name.padEnd(NAME)}${values.map((value) => value.padStart(NUMBER)).join('')} ${ratio}`.trimEnd();

function ratioOf({ beside, aim, p99 }: Row): string {
  if (aim !== null) return p99 < aim ? `p99<${aim}` : `p99≥${aim}!`;
  if (beside === null) return '';
  const missed = beside.aim !== null && beside.ratio > beside.aim;
  return `${figure(beside.ratio)}×${missed ? '!' : ''}`.padStart(8);
}

/** Long names go on in a line of their own before the figures. */
function lines(row: Row): readonly string[] {
  const { n, median, p99, slowest } = row;
  const named = wrapAnsi(row.name, NAME - 3, { trim: false })
    .split('\n')
    .map((part) => part.trimEnd());
  const last = named.pop() ?? '';
  const continued = named.length > 0 ? '  ' : '';
  return [
    ...named.map((part, at) => (at === 0 ? part : `  ${part}`)),
    cells(`${continued}${last}`, [String(n), ...[median, p99, slowest].map(figure)], ratioOf(row)),
  ];
}

function groupLines({ title, rows, notes }: Group): readonly string[] {
  const unit = rows[0]?.unit ?? '';
  return [
    ...wrapAnsi(`${title} (${unit})`, COLUMNS).split('\n'),
    '─'.repeat(COLUMNS),
    cells('', ['n', 'median', 'p99', 'slowest'], '   ratio'),
    ...rows.flatMap(lines),
    ...notes.flatMap((note) =>
      wrapAnsi(note, COLUMNS - 2)
        .split('\n')
        .map((line, at) => `${at === 0 ? '*' : ' '} ${line}`),
    ),
    '',
  ];
}

/** The groups as a table of 80 columns. `ratio` is a row's median over that of the row it stands beside. */
export const table = (groups: readonly Group[]): string => groups.flatMap(groupLines).join('\n');
