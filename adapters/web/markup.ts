import { html } from 'hono/html';
import { sanitise } from '../../src/message/sanitise.ts';

/** HTML whose every inserted value was escaped. A promise only where one was inserted; here none ever is. */
export type Html = ReturnType<typeof html>;

export { html };

/** Text of an article or a person: control characters as pictures, direction marks kept within it. */
export const shown = (text: string): string => sanitise(text);

/**
 * The address when a browser may be sent there from a link: http(s), or a path of this page.
 *
 * @returns null for anything else, `javascript:` above all.
 */
export function safeHref(address: string): string | null {
  if (/^\/(?![/\\])/.test(address)) return address;
  const url = URL.parse(address);
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : null;
}

/**
 * A link where the address can be followed, else the same words with no link. It opens in a page of its own, so
 * that the conversation stays where it is.
 */
export function linked(address: string, label: Html | string): Html {
  const href = safeHref(address);
  return href === null
    ? html`<span>${label}</span>`
    : html`<a href="${href}" target="_blank" rel="noopener noreferrer">${label}</a>`;
}
