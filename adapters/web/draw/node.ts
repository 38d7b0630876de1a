import type { Html } from '../markup.ts';
import { html } from '../markup.ts';

/** A node of a platform's payload as JSON gives it: its fields are looked at before they are believed. */
export interface PayloadNode {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly [field: string]: unknown;
}

export const isNode = (value: unknown): value is PayloadNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const field = (node: PayloadNode, name: string): unknown =>
  Object.hasOwn(node, name) ? node[name] : undefined;

/** The nodes of a list, or none when the field is not a list. */
export const nodesOf = (node: PayloadNode, name: string): readonly PayloadNode[] => {
  const value = field(node, name);
  return Array.isArray(value) ? value.filter(isNode) : [];
};

export const stringOf = (node: PayloadNode, name: string): string => {
  const value = field(node, name);
  return typeof value === 'string' ? value : '';
};

export const nodeOf = (node: PayloadNode, name: string): PayloadNode => {
  const value = field(node, name);
  return isNode(value) ? value : {};
};

/** What stands where a platform would show something that this page has no drawing for. */
export const undrawable = (type: unknown): Html =>
  html`<p class="undrawable">cannot be drawn here: ${typeof type === 'string' || typeof type === 'number' ? type : 'a node with no type'}</p>`;

/** Draws each node by its type. */
export const drawEach = <Type extends string | number>(
  nodes: readonly PayloadNode[],
  handlers: ReadonlyMap<Type, (node: PayloadNode) => Html>,
): readonly Html[] =>
  nodes.map((node) => {
    const handler = (handlers as ReadonlyMap<unknown, (node: PayloadNode) => Html>).get(node.type);
    return handler === undefined ? undrawable(node.type) : handler(node);
  });
