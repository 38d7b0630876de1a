import type { AnswerOf } from '../../command/types.ts';
import { onOneLine } from '../../document/fold.ts';
import { plural } from '../plural.ts';
import type { Block, Run } from '../types.ts';
import { say } from './words.ts';

export type Check = AnswerOf<'quotation'>['checks'][number];
export type Source = Check['sources'][number];
type Change = Source['changes'][number];

/** Changes that are shown one by one; a quotation with more of them is another text. */
const MOST_CHANGES = 8;
/** Words on each side of a change that show where it is. */
const WORDS_AROUND = 6;
/** Characters of one change. */
const LONGEST_CHANGE = 160;

function shortText(text: string): string {
  const whole = onOneLine(text);
  if (whole.length <= LONGEST_CHANGE) return whole;
  const characters = [...whole];
  return `${characters.slice(0, LONGEST_CHANGE).join('')}…`;
}

/** The words next to a change, on the sides that have one. */
function besideChange(text: string, isFirst: boolean, isLast: boolean): string {
  const words = onOneLine(text).split(' ');
  if (words.length <= WORDS_AROUND * 2) return words.join(' ');
  const after = isFirst ? [] : words.slice(0, WORDS_AROUND);
  const before = isLast ? [] : words.slice(-WORDS_AROUND);
  return [...after, '…', ...before].join(' ');
}

function changeRuns({ said, source }: Change): readonly Run[] {
  return [
    ...(said === '' ? [] : [{ text: shortText(said), style: 'deleted' as const }]),
    ...(said === '' || source === '' ? [] : [say(' ')]),
    ...(source === '' ? [] : [{ text: shortText(source), style: 'inserted' as const }]),
  ];
}

function pieceRuns(piece: Source['pieces'][number], isFirst: boolean, isLast: boolean): readonly Run[] {
  switch (piece.type) {
    case 'same':
      return [say(besideChange(piece.said, isFirst, isLast))];
    case 'own':
      return [say(shortText(piece.said))];
    case 'omission':
      return [say('…')];
    case 'change':
      return changeRuns(piece.change);
  }
}

/** Runs of one style in a row as one. */
function mergeRuns(runs: readonly Run[]): readonly Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    const last = all.at(-1);
    if (last !== undefined && last.style === run.style) {
      all[all.length - 1] = { ...last, text: last.text + run.text };
    } else all.push(run);
  }
  return all;
}

/** The quotation with the words that the source does not have struck out, and the source's put in. */
function differenceRuns({ pieces }: Source): readonly Run[] {
  const changed = pieces.flatMap(({ type }, at) => (type === 'change' ? [at] : []));
  const end = changed[MOST_CHANGES];
  const shown = end === undefined ? pieces : pieces.slice(0, end);
  const runs = shown.flatMap((piece, at) => [
    ...(at === 0 ? [] : [say(' ')]),
    ...pieceRuns(piece, at === 0, at === shown.length - 1),
  ]);
  return mergeRuns(end === undefined ? runs : [...runs, say(' …')]);
}

function inWords({ kind, said, source }: Change): string {
  const [typed, written] = [`“${shortText(said)}”`, `“${shortText(source)}”`];
  switch (kind) {
    case 'changed':
    case 'letters':
      return `${typed}: the source has ${written}`;
    case 'spelling':
      return `${typed}: spelt ${written} in the source`;
    case 'added':
      return `added, not in the source: ${typed}`;
    case 'left-out':
      return `left out: ${written}`;
  }
}

/** How a quotation differs from a source: word by word, and in a list. */
export function difference(source: Source): readonly Block[] {
  const { changes } = source;
  if (changes.length === 0) return [];
  const more = changes.length - MOST_CHANGES;
  return [
    { type: 'paragraph', runs: differenceRuns(source) },
    {
      type: 'list',
      items: [
        ...changes.slice(0, MOST_CHANGES).map((change) => [say(inWords(change))]),
        ...(more > 0 ? [[say(`and ${plural(more, 'more difference')}`)]] : []),
      ],
    },
  ];
}
