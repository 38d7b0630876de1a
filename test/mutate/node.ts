/** A node of the syntax tree. Offsets are UTF-16 code units, `end` is exclusive. */
export interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

export interface Place {
  readonly node: Node;
  readonly parent: Node | null;
}

/** What is put in place of `source.slice(start, end)`. */
export interface Edit {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export type Operator = (place: Place, source: string) => readonly Edit[];

export const isNode = (value: unknown): value is Node =>
  typeof value === 'object' &&
  value !== null &&
  'type' in value &&
  typeof value.type === 'string' &&
  'start' in value &&
  typeof value.start === 'number';

/** @throws {TypeError} when the tree is not as the syntax has it. */
export function child(node: Node, key: string): Node {
  const value = node[key];
  if (isNode(value)) return value;
  throw new TypeError(`A ${node.type} without ${key}`);
}

export function children(node: Node, key: string): readonly Node[] {
  const value = node[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
}
