import { sanitise } from '../../src/message/sanitise.ts';

/** Where a character means something to Discord's markdown, and what it would do there. */
interface Unsafe {
  readonly pattern: RegExp;
  readonly would: string;
}

/**
 * Everything that Discord's markdown reads as more than itself. The start of a text counts as the start of a
 * line, its end as followed by anything, so that escaped pieces can be joined.
 *
 * @see https://docs.discord.com/developers/reference#message-formatting
 */
const UNSAFE: readonly Unsafe[] = [
  { pattern: /\\/, would: 'escape what follows' },
  { pattern: /[*_]/, would: 'emphasise, embolden, underline or list' },
  { pattern: /~/, would: 'strike out' },
  { pattern: /`/, would: 'open code' },
  { pattern: /\|/, would: 'hide as a spoiler' },
  { pattern: /</, would: 'mention, link, give a time or an emoji' },
  { pattern: /\[/, would: 'open a masked link' },
  { pattern: /@/, would: 'mention everyone or here' },
  { pattern: /:(?=\S|(?![\s\S]))/, would: 'make an address clickable, or an emoji of its name' },
  { pattern: /(?<=^[^\S\n]*)[-+>#]/, would: 'open a list, a quotation, a heading or small print' },
  { pattern: /(?<=^[^\S\n]*\d*)[.)](?=\s|(?![\s\S]))/, would: 'open a numbered list' },
];

const ANY_UNSAFE = new RegExp(UNSAFE.map(({ pattern }) => pattern.source).join('|'), 'gm');

/** The text as Discord can carry it: control characters as pictures, direction marks closed, no half pairs. */
export const visible = (text: string): string => sanitise(text).toWellFormed();

/** Markdown that shows `text`, which must be `visible` already, and does nothing else. */
export const escapeVisible = (text: string): string => text.replace(ANY_UNSAFE, '\\$&');

/** Markdown that shows exactly `visible(text)` and does nothing else. */
export const escapeText = (text: string): string => escapeVisible(visible(text));

/** An http(s) address as a masked link's target, what could end it encoded; null for any other. */
export function linkTarget(url: string): string | null {
  const parsed = URL.parse(url);
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return null;
  const { origin, pathname, search, hash } = parsed;
  const rest = `${pathname}${search}${hash}`.replace(/[()[\]<>\\|"'`*\s]/g, (character) => {
    const code = character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0');
    return `%${code}`;
  });
  return `${origin}${rest}`;
}
