import { assertNever } from '../fault.ts';
import { sanitise } from './sanitise.ts';
import type { Action, Block, Message, Quotation, Run } from './types.ts';

/** How a text surface sets off what other surfaces show by type. */
export interface PlainStyle {
  mark(text: string): string;
  strong(text: string): string;
  quiet(text: string): string;
  deleted(text: string): string;
  inserted(text: string): string;
}

/** The words of a difference as `wdiff` writes them (GNU wdiff manual, "Options"). */
export const wordDifference = {
  deleted: (text: string): string => `[-${text}-]`,
  inserted: (text: string): string => `{+${text}+}`,
} as const;

/** For surfaces without colour: asterisks around what is marked, since nothing else would show it. */
const bare: PlainStyle = {
  mark: (text) => `*${text}*`,
  strong: (text) => text,
  quiet: (text) => text,
  ...wordDifference,
};

function styledText(run: Run, style: PlainStyle): string {
  const text = sanitise(run.text);
  const isPlain = run.style === undefined || run.style === 'emphasis' || run.style === 'code';
  return isPlain ? text : style[run.style](text);
}

const runText = (run: Run, style: PlainStyle): string => {
  const shown = styledText(run, style);
  return run.link === undefined || run.link === run.text ? shown : `${shown} (${sanitise(run.link)})`;
};

const runsText = (runs: readonly Run[], style: PlainStyle): string =>
  runs.map((run) => runText(run, style)).join('');

/** What a person types to do the same, or the address to open. */
function actionText(action: Action): readonly string[] {
  switch (action.type) {
    case 'run':
      return [sanitise(action.command)];
    case 'link':
      return [sanitise(action.url)];
    // A terminal has one reader: there is nobody to share with.
    case 'share':
      return [];
  }
}

const actionLine = (actions: readonly Action[], style: PlainStyle): string => {
  const texts = actions.flatMap(actionText);
  return texts.length === 0 ? '' : `  ${style.quiet(texts.join('  |  '))}`;
};

function quotationText(quotation: Quotation, style: PlainStyle): string {
  const words = quotation.parts.map((part) => {
    if (part.type === 'gap') return style.quiet(sanitise(part.said));
    return part.marked ? style.mark(sanitise(part.text)) : sanitise(part.text);
  });
  const quoted = words
    .join('')
    .split('\n')
    .map((line) => `> ${line}`);
  // The address has a line of its own, so that a terminal makes a link of it; it is not said twice.
  const citation = quotation.citation.map(({ link: _, ...run }) => run);
  const actions = quotation.actions.filter(
    (action) => action.type !== 'link' || action.url !== quotation.url,
  );
  return [
    ...quoted,
    `  ${runsText(citation, style)}`,
    `  ${sanitise(quotation.url)}`,
    ...(actionLine(actions, style) === '' ? [] : [actionLine(actions, style)]),
  ].join('\n');
}

function blockText(block: Block, style: PlainStyle): string {
  switch (block.type) {
    case 'heading':
      return style.strong(sanitise(block.text));
    case 'paragraph':
      return runsText(block.runs, style);
    case 'note':
      return style.quiet(runsText(block.runs, style));
    case 'list':
      return block.items.map((item) => `- ${runsText(item, style)}`).join('\n');
    case 'code':
      return sanitise(block.text);
    case 'actions':
      return actionLine(block.actions, style);
    case 'quotation':
      return quotationText(block, style);
    default:
      return assertNever(block);
  }
}

/** The message as text, blocks a blank line apart; lines are not wrapped. */
export function plain(message: Message, style: PlainStyle = bare): string {
  return message.blocks
    .map((block) => blockText(block, style))
    .filter((text) => text !== '')
    .join('\n\n');
}
