import { sanitise } from '../../src/message/sanitise.ts';

/** Text that Slack never parses: a `text` element of rich text, a `plain_text` object. */
export const literal = (text: string): string => sanitise(text.toWellFormed());

/** Text that Slack parses for `<…>` and entities: the three characters that it asks to be escapeMarkup. */
export const escapeMarkup = (text: string): string =>
  literal(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** What could end a link early, in rich text or in markup, and stands for itself in few addresses. */
const LINK_ENDS = /[\s<>|"\\^`{}]/g;

/**
 * The address if it may be followed, else null: http(s) alone, and within `most` characters. What could end a
 * link early is percent-encoded; an address without such characters comes back as it is.
 */
export function linkTarget(link: string | undefined, most: number): string | null {
  const url = link === undefined ? null : URL.parse(link);
  if (link === undefined || url === null || !/^https?:$/.test(url.protocol)) return null;
  const address = link.search(LINK_ENDS) < 0 ? link : url.href.replace(LINK_ENDS, encodeURIComponent);
  return address.length <= most ? address : null;
}

/** `text` within `limit` characters, an ellipsis in place of what does not fit. */
export function withEllipsis(text: string, limit: number): string {
  if (text.length <= limit) return text;
  // A cut through a surrogate pair leaves half a character behind.
  return `${text.slice(0, limit - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
