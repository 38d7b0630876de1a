import type { Html } from '../markup.ts';
import { html, safeHref, shown } from '../markup.ts';
import type { PayloadNode } from './node.ts';

/** What a drawn button does when it is pressed. */
export type Press =
  | { readonly type: 'run'; readonly command: string }
  | { readonly type: 'share'; readonly command: string }
  | { readonly type: 'link'; readonly url: string }
  /** The payload does not say: the button is drawn, and cannot be pressed. */
  | { readonly type: 'none' };

/** Tells from a payload's button what pressing it does. */
export type ReadPress = (button: PayloadNode) => Press;

/**
 * A button that submits the page's form `press`: it works with no script, and a script may take the press
 * over.
 */
export function pressable(press: Press, label: string, look: string): Html {
  switch (press.type) {
    case 'run':
      return html`<button class="${look}" form="press" name="q" value="${press.command}">${shown(label)}</button>`;
    case 'share':
      return html`<button class="${look}" form="press" name="share" value="${press.command}">${shown(label)}</button>`;
    case 'link': {
      const href = safeHref(press.url);
      return href === null
        ? pressable({ type: 'none' }, label, look)
        : html`<a class="${look}" href="${href}" target="_blank" rel="noopener noreferrer">${shown(label)}</a>`;
    }
    case 'none':
      return html`<button class="${look}" type="button" disabled>${shown(label)}</button>`;
  }
}

/** Finds every button of a payload, so that what each does can be looked up before anything is drawn. */
export function buttonsOf(value: unknown): readonly PayloadNode[] {
  if (Array.isArray(value)) return value.flatMap(buttonsOf);
  if (typeof value !== 'object' || value === null) return [];
  const node: PayloadNode = { ...value };
  const here = node.type === 'button' || node.type === 2 ? [value as PayloadNode] : [];
  return [...here, ...Object.values(node).flatMap(buttonsOf)];
}
