import { plural } from './plural.ts';
import type { Block, Gap, Omission, Quotation, Run, Verbatim } from './types.ts';

/** A block, shortened if it was too long, and what it lost. */
export interface CutBlock {
  readonly block: Block;
  readonly omitted: readonly Omission[];
}

const leftOut = (characters: number): string => `[… ${plural(characters, 'character')} left out …]`;

/** Whether a cut would part a surrogate pair, or a letter from a mark or joiner that belongs to it. */
const splitsCharacter = (text: string, at: number): boolean =>
  at > 0 &&
  at < text.length &&
  (/^[\udc00-\udfff]/.test(text.charAt(at)) ||
    /^[\p{M}\u200d]/u.test(text.slice(at, at + 2)) ||
    text.charAt(at - 1) === '\u200d');

const splitsPair = (text: string, at: number): boolean =>
  at > 0 && at < text.length && /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));

/** The last place up to `limit` where the text can be cut without parting a word or a character. */
function cutAt(text: string, limit: number): number {
  if (text.length <= limit) return text.length;
  const space = text.lastIndexOf(' ', limit);
  if (space > limit / 2) return space;
  let at = limit;
  while (splitsCharacter(text, at)) at--;
  if (at > limit / 2) return at;
  // A character with hundreds of marks is cut after all, a surrogate pair never.
  return splitsPair(text, limit) ? limit - 1 : limit;
}

/** The first place from `limit` on where a word begins, when one is near; else where a character begins. */
function resumeAt(text: string, limit: number): number {
  if (limit <= 0 || limit >= text.length) return Math.max(0, Math.min(limit, text.length));
  const word = text.indexOf(' ', limit) + 1;
  if (word > 0 && word - limit <= 40) return word;
  let at = limit;
  while (splitsCharacter(text, at)) at++;
  return at;
}

/** A text's beginning, and how many characters are cut off behind it. */
function cutText(text: string, limit: number): { readonly kept: string; readonly lost: number } {
  const end = cutAt(text, limit);
  return { kept: text.slice(0, end), lost: text.length - end };
}

const lost = (what: Block['type'], characters: number): Omission => ({
  what,
  count: characters,
  unit: 'characters',
});

/** The runs cut to `limit` characters, and how many characters were cut off. */
function cutRuns(
  runs: readonly Run[],
  limit: number,
): { readonly runs: readonly Run[]; readonly lost: number } {
  const kept: Run[] = [];
  let room = limit;
  let omitted = 0;
  for (const run of runs) {
    const end = omitted > 0 ? 0 : cutAt(run.text, room);
    if (end > 0) kept.push({ ...run, text: run.text.slice(0, end) });
    omitted += run.text.length - end;
    room -= end;
  }
  if (omitted === 0) return { runs, lost: 0 };
  return { runs: [...kept, { text: ` ${leftOut(omitted)}` }], lost: omitted };
}

const gapOf = (omitted: number): Gap => ({ type: 'gap', omitted, said: ` ${leftOut(omitted)} ` });

/** Keeps `limit` characters around the first marked words, and says at each end how much is left out. */
function cutQuotation(quotation: Quotation, limit: number): CutBlock {
  const length = (part: Verbatim | Gap): number =>
    part.type === 'gap' ? part.said.length : part.text.length;
  const lengths = quotation.parts.map(length);
  const total = lengths.reduce((sum, n) => sum + n, 0);
  if (total <= limit) return { block: quotation, omitted: [] };
  const firstMarked = quotation.parts.findIndex((part) => part.type === 'verbatim' && part.marked);
  const lead = lengths.slice(0, Math.max(0, firstMarked)).reduce((sum, n) => sum + n, 0);
  const from = Math.max(0, Math.min(lead - Math.floor(limit / 4), total - limit));
  const parts: (Verbatim | Gap)[] = [];
  let position = 0;
  let before = 0;
  let after = 0;
  let room = limit;
  for (const part of quotation.parts) {
    const partFrom = position;
    position += length(part);
    if (part.type === 'gap') {
      if (partFrom < from) before += part.omitted;
      else if (room < part.said.length || after > 0) after += part.omitted;
      else parts.push(part);
      room -= partFrom < from ? 0 : part.said.length;
      continue;
    }
    const skip = resumeAt(part.text, from - partFrom);
    before += skip;
    const rest = part.text.slice(skip);
    const end = after > 0 ? 0 : cutAt(rest, Math.max(0, room));
    after += rest.length - end;
    room -= end;
    if (end > 0) {
      const start = part.start + skip;
      parts.push({ ...part, text: rest.slice(0, end), start, end: start + end });
    }
  }
  const shown = [...(before > 0 ? [gapOf(before)] : []), ...parts, ...(after > 0 ? [gapOf(after)] : [])];
  const gaps = (all: readonly (Verbatim | Gap)[]): number =>
    all.reduce((sum, part) => sum + (part.type === 'gap' ? part.omitted : 0), 0);
  // Of a gap that had no room itself, nothing is lost that was there.
  const more = gaps(shown) - gaps(quotation.parts);
  return { block: { ...quotation, parts: shown }, omitted: more === 0 ? [] : [lost('quotation', more)] };
}

/** Keeps the items that fit, from the first on; where even the first is too long, its beginning. */
function cutList(block: Extract<Block, { type: 'list' }>, limit: number): CutBlock {
  let room = limit;
  const fitting = block.items.filter((item) => {
    room -= item.reduce((sum, run) => sum + run.text.length + (run.link?.length ?? 0), 0);
    return room >= 0;
  });
  const [first] = block.items;
  if (first === undefined || fitting.length === block.items.length) return { block, omitted: [] };
  const begun = fitting.length === 0 ? cutRuns(first, limit) : null;
  const kept = begun === null ? fitting : [begun.runs];
  const rest = block.items.length - kept.length;
  const said = { text: `[… ${plural(rest, 'more entry', 'more entries')} left out …]` };
  return {
    block: { ...block, items: [...kept, ...(rest === 0 ? [] : [[said]])] },
    omitted: [
      ...(begun === null || begun.lost === 0 ? [] : [lost('list', begun.lost)]),
      ...(rest === 0 ? [] : [{ what: block.type, count: rest, unit: 'items' as const }]),
    ],
  };
}

/**
 * The block with at most `limit` characters of its text, or of its list items; what is left out is announced in
 * words, which come on top. Rows of buttons stay whole.
 */
export function cutBlock(block: Block, limit: number): CutBlock {
  switch (block.type) {
    case 'heading':
    case 'code': {
      const { kept, lost: omitted } = cutText(block.text, limit);
      if (omitted === 0) return { block, omitted: [] };
      const joint = block.type === 'code' ? '\n' : ' ';
      return {
        block: { ...block, text: `${kept}${joint}${leftOut(omitted)}` },
        omitted: [lost(block.type, omitted)],
      };
    }
    case 'paragraph':
    case 'note': {
      const { runs, lost: omitted } = cutRuns(block.runs, limit);
      if (omitted === 0) return { block, omitted: [] };
      return { block: { ...block, runs }, omitted: [lost(block.type, omitted)] };
    }
    case 'list':
      return cutList(block, limit);
    case 'quotation':
      return cutQuotation(block, limit);
    case 'actions':
      return { block, omitted: [] };
  }
}
