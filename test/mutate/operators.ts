import { child, children, type Edit, isNode, type Node, type Operator } from './node.ts';

const textOf = ({ start, end }: Node, source: string): string => source.slice(start, end);

const inPlaceOf = ({ start, end }: Node, kind: string, ...texts: readonly string[]): readonly Edit[] =>
  texts.map((text) => ({ kind, start, end, text }));

const comparisons: Readonly<Record<string, readonly string[]>> = {
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '===': ['!=='],
  '!==': ['==='],
};
const arithmetic: Readonly<Record<string, readonly string[]>> = {
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '%': ['*'],
  '&': ['|'],
  '|': ['&'],
  '<<': ['>>'],
  '>>': ['<<'],
  '>>>': ['<<'],
};
const logic: Readonly<Record<string, readonly string[]>> = { '&&': ['||'], '||': ['&&'] };
const assignments: Readonly<Record<string, readonly string[]>> = {
  '+=': ['-=', '='],
  '-=': ['+=', '='],
  '*=': ['/='],
  '??=': ['='],
  '||=': ['='],
};

/** Another operator between the two operands. */
const swapped =
  (kind: string, others: Readonly<Record<string, readonly string[]>>): Operator =>
  ({ node }, source) => {
    const operator = String(node['operator']);
    const left = child(node, 'left').end;
    const start = left + source.slice(left, child(node, 'right').start).indexOf(operator);
    return (others[operator] ?? []).map((text) => ({ kind, start, end: start + operator.length, text }));
  };

const isText = (node: Node): boolean =>
  node.type === 'TemplateLiteral' || (node.type === 'Literal' && typeof node['value'] === 'string');

/** Steps without which a value is still one of its type. */
const droppable = new Set(
  (
    'filter slice sort toSorted reverse toReversed trim trimStart trimEnd toLowerCase toUpperCase ' +
    'toLocaleLowerCase normalize replace replaceAll concat'
  ).split(' '),
);
const otherMethods: Readonly<Record<string, string>> = {
  some: 'every',
  every: 'some',
  startsWith: 'endsWith',
  endsWith: 'startsWith',
  min: 'max',
  max: 'min',
  floor: 'ceil',
  ceil: 'floor',
  find: 'findLast',
  findLast: 'find',
  indexOf: 'lastIndexOf',
  lastIndexOf: 'indexOf',
};

const call: Operator = ({ node }, source) => {
  const callee = child(node, 'callee');
  if (callee.type !== 'MemberExpression' || callee['computed'] === true)
    return unchained({ node, parent: null }, source);
  const method = child(callee, 'property');
  const other = otherMethods[textOf(method, source)];
  return [
    ...(droppable.has(textOf(method, source))
      ? inPlaceOf(node, 'step dropped', textOf(child(callee, 'object'), source))
      : []),
    ...(other === undefined ? [] : inPlaceOf(method, 'other method', other)),
    ...unchained({ node, parent: null }, source),
  ];
};

/** `a?.b` as `a.b`. */
const unchained: Operator = ({ node }, source) => {
  if (node['optional'] !== true) return [];
  const start = source.indexOf('?.', child(node, node.type === 'CallExpression' ? 'callee' : 'object').end);
  const text = node.type === 'CallExpression' || node['computed'] === true ? '' : '.';
  return [{ kind: 'chaining', start, end: start + 2, text }];
};

/** Constants of the types' own, which the compiler guards; and what a comparison with the empty text would only disable. */
const isTag = (node: Node, parent: Node | null, source: string): boolean => {
  if (parent === null || parent.type === 'SwitchCase' || parent.type === 'BinaryExpression') return true;
  if (parent.type.startsWith('Export') || parent.type === 'MemberExpression') return true;
  if (parent.type === 'ExpressionStatement' || parent.type === 'ImportExpression') return true;
  if (parent.type !== 'Property') return false;
  return parent['key'] === node || /^(?:kind|type|verb)$/.test(textOf(child(parent, 'key'), source));
};

const literal: Operator = ({ node, parent }, source) => {
  const { value } = node;
  if (typeof value === 'boolean') return inPlaceOf(node, 'boolean', String(!value));
  if (typeof value === 'number') {
    if (parent?.type === 'Property' && parent['key'] === node) return [];
    const others = value > 0 && Number.isInteger(value) ? [value + 1, value - 1] : [value + 1];
    return inPlaceOf(node, 'number', ...others.map(String));
  }
  if (typeof value === 'string') {
    return isTag(node, parent, source) ? [] : inPlaceOf(node, 'text', value === '' ? "'mutant'" : "''");
  }
  const pattern = textOf(node, source);
  if (!pattern.startsWith('/')) return [];
  const last = pattern.lastIndexOf('/');
  return [
    ...(pattern[1] === '^' ? inPlaceOf(node, 'anchor', `/${pattern.slice(2)}`) : []),
    ...(pattern[last - 1] === '$' && pattern[last - 2] !== '\\'
      ? inPlaceOf(node, 'anchor', pattern.slice(0, last - 1) + pattern.slice(last))
      : []),
  ];
};

const template: Operator = ({ node }, source) =>
  children(node, 'quasis').flatMap((quasi): readonly Edit[] => {
    const raw = textOf(quasi, source)
      .replace(/^[`}]/, '')
      .replace(/(?:`|\$\{)$/, '');
    if (raw.trim() === '') return [];
    const start = source.indexOf(raw, quasi.start);
    return [{ kind: 'text', start, end: start + raw.length, text: '' }];
  });

const without = (elements: readonly Node[], removable: (element: Node) => boolean): readonly Edit[] =>
  elements.flatMap((element, at) => {
    if (!removable(element)) return [];
    const [before, after] = [elements[at - 1], elements[at + 1]];
    const start = after === undefined && before !== undefined ? before.end : element.start;
    return [{ kind: 'element removed', start, end: after?.start ?? element.end, text: '' }];
  });

const condition: Operator = ({ node }) => inPlaceOf(child(node, 'test'), 'condition', 'true', 'false');
/** Always on would only hang. */
const loop: Operator = ({ node }) =>
  isNode(node['test']) ? inPlaceOf(node['test'], 'condition', 'false') : [];

const removable = new Set(['CallExpression', 'ChainExpression', 'AssignmentExpression', 'UpdateExpression']);

const statement: Operator = ({ node }, source) => {
  const expression = child(node, 'expression');
  const inner =
    expression.type === 'AwaitExpression' || expression.type === 'UnaryExpression'
      ? child(expression, 'argument')
      : expression;
  return [
    ...(removable.has(inner.type) ? inPlaceOf(node, 'statement removed', ';') : []),
    ...(expression.type === 'AwaitExpression'
      ? inPlaceOf(expression, 'not awaited', `void ${textOf(inner, source)}`)
      : []),
  ];
};

const binary: Operator = (place, source) => {
  const sums = isText(child(place.node, 'left')) || isText(child(place.node, 'right')) ? {} : arithmetic;
  return [
    ...swapped('comparison', comparisons)(place, source),
    ...swapped('arithmetic', sums)(place, source),
  ];
};

const logical: Operator = (place, source) =>
  place.node['operator'] === '??'
    ? inPlaceOf(
        place.node,
        'default',
        textOf(child(place.node, 'left'), source),
        textOf(child(place.node, 'right'), source),
      )
    : swapped('logic', logic)(place, source);

/** What is done to a node, by its type. */
export const operators: Readonly<Record<string, Operator>> = {
  IfStatement: condition,
  ConditionalExpression: condition,
  WhileStatement: loop,
  DoWhileStatement: loop,
  ForStatement: loop,
  BinaryExpression: binary,
  LogicalExpression: logical,
  AssignmentExpression: swapped('assignment', assignments),
  AssignmentPattern: ({ node }, source) => inPlaceOf(node, 'default', textOf(child(node, 'left'), source)),
  UpdateExpression: ({ node }, source) =>
    inPlaceOf(
      node,
      'arithmetic',
      textOf(node, source).replace(/\+\+|--/, (sign) => (sign === '++' ? '--' : '++')),
    ),
  UnaryExpression: ({ node }, source) =>
    /^[!-]$/.test(String(node['operator']))
      ? inPlaceOf(node, 'negation', textOf(child(node, 'argument'), source))
      : [],
  CallExpression: call,
  MemberExpression: unchained,
  Literal: literal,
  TemplateLiteral: template,
  ArrayExpression: ({ node }) => without(children(node, 'elements'), () => true),
  ObjectExpression: ({ node }) =>
    without(children(node, 'properties'), (each) => each.type === 'SpreadElement'),
  ExpressionStatement: statement,
  ReturnStatement: ({ node }) => (node['argument'] === null ? inPlaceOf(node, 'statement removed', ';') : []),
  ContinueStatement: ({ node }) => inPlaceOf(node, 'statement removed', ';'),
  BreakStatement: ({ node, parent }) =>
    parent?.type === 'SwitchCase' ? [] : inPlaceOf(node, 'statement removed', ';'),
};
