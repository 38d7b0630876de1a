import { parseAst } from 'vitest/node';
import { type Edit, isNode, type Node, type Place } from './node.ts';
import { operators } from './operators.ts';

/** What stands for itself in other files, or leaves nothing at run time. */
const untouched = /^(?:Import|ExportAll|TS(?!AsExpression|SatisfiesExpression|NonNullExpression))/;

const childrenOf = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode);

function* walk(node: Node, parent: Node | null): Generator<Place> {
  if (untouched.test(node.type)) return;
  yield { node, parent };
  for (const child of childrenOf(node)) yield* walk(child, node);
}

export const applied = (source: string, { start, end, text }: Edit): string =>
  source.slice(0, start) + text + source.slice(end);

/** The small, named edits of a file of TypeScript, in the order of the text, those that come to the same once. */
export function editsOf(source: string): readonly Edit[] {
  const program: unknown = parseAst(source, { lang: 'ts' });
  if (!isNode(program)) throw new TypeError('The parser gave no tree.');
  const edits = [...walk(program, null)].flatMap(
    (place) => operators[place.node.type]?.(place, source) ?? [],
  );
  const distinct = new Map(edits.map((edit) => [applied(source, edit), edit]));
  distinct.delete(source);
  return [...distinct.values()].sort((a, b) => a.start - b.start);
}
