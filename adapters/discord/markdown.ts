import type { Run } from '../../src/message/types.ts';
import { escapeVisible, linkTarget, visible } from './escape.ts';

/** The longest part of a text that can stand in a masked link's label, where Discord takes no escapes. */
const LINK_LABEL = /[\p{L}\p{N}](?:[\p{L}\p{N}\p{M} ,;'"!?&%()‘’“”–—-]|:(?=\d)|\.(?= ))*/gu;

/**
 * A masked link. Discord takes neither escapes nor addresses in a label
 * (https://github.com/discord/discord-api-docs/issues/6185), so the link goes on the longest part that needs
 * none; a text without such a part is followed by the address itself.
 */
function maskedLink(shown: string, url: string): string {
  const to = linkTarget(url);
  if (to === null) return escapeVisible(shown);
  if (shown === url && !/[\s<>]/.test(url)) return `<${url}>`;
  const labels = [...shown.matchAll(LINK_LABEL)].map((match) => ({
    at: match.index,
    label: match[0].trimEnd(),
  }));
  const [best] = labels.sort((a, b) => b.label.length - a.label.length || a.at - b.at);
  if (best === undefined || /\w:\/\//.test(shown)) return `${escapeVisible(shown)} (<${to}>)`;
  const before = escapeVisible(shown.slice(0, best.at));
  const after = escapeVisible(shown.slice(best.at + best.label.length));
  return `${before}[${best.label}](${to})${after}`;
}

/** Marks each line's words, the white space around them left outside, where a marker would not work. */
function marked(shown: string, marker: string): string {
  return shown
    .split('\n')
    .map((line) => {
      const words = line.trim();
      if (words === '') return line;
      const from = line.indexOf(words);
      return `${line.slice(0, from)}${marker}${escapeVisible(words)}${marker}${line.slice(from + words.length)}`;
    })
    .join('\n');
}

/** Nothing can be escaped in code, so that a text with a backtick stands in plain letters. */
function codeSpan(shown: string): string {
  return /[`\n]/.test(shown) || shown.trim() !== shown ? escapeVisible(shown) : `\`${shown}\``;
}

function runMarkdown(run: Run, before: string, after: string): string {
  if (run.link !== undefined) return maskedLink(run.text, run.link);
  switch (run.style) {
    case 'strong':
      return marked(run.text, '**');
    case 'deleted':
      // Discord ends the line through at two tildes, the last of which may be an escaped one of the text.
      return run.text.includes('~') ? escapeVisible(run.text) : marked(run.text, '~~');
    case 'emphasis':
      // An underscore works only where it is not within a word.
      return /\w$/.test(before) || /^\w/.test(after) ? escapeVisible(run.text) : marked(run.text, '_');
    case 'code':
      return codeSpan(run.text);
    default:
      return escapeVisible(run.text);
  }
}

/** Two runs of one style in a row would set their markers side by side, which Discord reads otherwise. */
function joinedRuns(runs: readonly Run[]): readonly Run[] {
  const all: Run[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const last = all.at(-1);
    const text = visible(run.text);
    // What is put in is bold as well: the two would set their markers side by side.
    const bold = run.style === 'inserted' ? { ...run, style: 'strong' as const } : run;
    if (last !== undefined && last.style === bold.style && last.link === bold.link) {
      all[all.length - 1] = { ...last, text: last.text + text };
    } else all.push({ ...bold, text });
  }
  return all;
}

/** Markdown that shows the runs' text, each in its style, and does nothing else. */
export function markdown(runs: readonly Run[]): string {
  const all = joinedRuns(runs);
  return all
    .map((run, index) => runMarkdown(run, all[index - 1]?.text ?? '', all[index + 1]?.text ?? ''))
    .join('');
}
