/**
 * Slack's part in judging a payload: a JSON schema made from the types that Slack publishes, with the limits
 * that stand in their comments and, where the comments are silent, those of its reference pages.
 */
import { createRequire } from 'node:module';
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv';
import { createGenerator, type Definition } from 'ts-json-schema-generator';

/** Text, blocks: what is sent, whoever rendered it. */
export interface Payload {
  readonly text: string;
  readonly blocks: readonly unknown[];
}

/** https://docs.slack.dev/reference/block-kit/blocks */
const MOST_BLOCKS = 50;
/** https://docs.slack.dev/reference/methods/chat.postMessage, "Truncating content" */
const MOST_TEXT = 40_000;
/** All text of all blocks: a maintainer's word in https://github.com/slackapi/bolt-js/issues/2509. */
const MOST_TEXT_IN_BLOCKS = 12_000;

const number = (digits: string | undefined): number => Number((digits ?? '').replaceAll(',', ''));

const isDefinition = (value: unknown): value is Definition => typeof value === 'object' && value !== null;

/** Adds to one property what its comment says of its size. */
function limit(property: Definition): Definition {
  const said = (property.description ?? '').replace(/\s+/g, ' ');
  const limits: Definition[] = [];
  const text =
    /(?:maximum\s+length for (?:the )?`?text`?(?: within| in)? this field is|minimum length for the `text` in this field is 1 and maximum length is) ([\d,]+)/i.exec(
      said,
    );
  if (text !== null) limits.push({ properties: { text: { type: 'string', maxLength: number(text[1]) } } });
  const own =
    /maximum length for this field is ([\d,]+)/i.exec(said) ?? /Limit ([\d,]+) characters max/.exec(said);
  if (own !== null) limits.push({ maxLength: number(own[1]) });
  const items = /(?:maximum of|maximum number of items is) ([\d,]+)/i.exec(said);
  if (items !== null && property.type === 'array') limits.push({ maxItems: number(items[1]) });
  const each = /maximum length for the text in each item is ([\d,]+)/i.exec(said);
  if (each !== null) {
    limits.push({ items: { properties: { text: { type: 'string', maxLength: number(each[1]) } } } });
  }
  return limits.length === 0 ? property : { ...property, allOf: [...(property.allOf ?? []), ...limits] };
}

/** What the comments do not say. https://docs.slack.dev/reference/block-kit/composition-objects/text-object */
const textObject = { properties: { text: { type: 'string', minLength: 1, maxLength: 3000 } } } as const;
/** Slack: "must be more than 0 characters", "missing element"; links are the desk's own promise. */
const filled = { properties: { elements: { type: 'array', minItems: 1 } } } as const;
const richText = { properties: { text: { type: 'string', minLength: 1 } } } as const;
const link = { properties: { url: { type: 'string', pattern: '^https?://' } } } as const;

const unsaid: Readonly<Record<string, readonly Definition[]>> = {
  PlainTextElement: [textObject],
  MrkdwnElement: [textObject],
  RichTextText: [richText],
  RichTextLink: [richText, link],
  Button: [link],
  RichTextBlock: [filled],
  RichTextSection: [filled],
  RichTextQuote: [filled],
  RichTextList: [filled],
  RichTextPreformatted: [filled],
  ActionsBlock: [filled],
  ContextBlock: [filled],
  SectionBlock: [{ anyOf: [{ required: ['text'] }, { required: ['fields'] }] }],
};

function limited(name: string, definition: Definition): Definition {
  const properties = Object.entries(definition.properties ?? {}).map(([key, property]) => [
    key,
    isDefinition(property) ? limit(property) : property,
  ]);
  const extra = unsaid[name] ?? [];
  return {
    ...definition,
    ...(properties.length === 0 ? {} : { properties: Object.fromEntries(properties) }),
    ...(extra.length === 0 ? {} : { allOf: [...(definition.allOf ?? []), ...extra] }),
  };
}

/** A validator for each type of block that a message may hold. */
function validators(): ReadonlyMap<string, ValidateFunction> {
  const entry = createRequire(import.meta.url).resolve('@slack/types');
  const generator = createGenerator({
    path: entry.replace(/index\.js$/, 'block-kit/blocks.d.ts'),
    type: 'KnownBlock',
    skipTypeCheck: true,
    additionalProperties: false,
  });
  const definitions = Object.entries(generator.createSchema('KnownBlock').definitions ?? {}).flatMap(
    ([name, definition]) => (isDefinition(definition) ? [[name, limited(name, definition)] as const] : []),
  );
  const ajv = new Ajv({ strict: false, allErrors: true });
  ajv.addSchema({ $id: 'slack', definitions: Object.fromEntries(definitions) });
  const found = new Map<string, ValidateFunction>();
  for (const [name, { properties }] of definitions) {
    const { type } = properties ?? {};
    const validate = ajv.getSchema(`slack#/definitions/${encodeURIComponent(name)}`);
    if (!name.endsWith('Block') || !isDefinition(type) || validate === undefined) continue;
    if (typeof type.const === 'string') found.set(type.const, validate);
  }
  return found;
}

let made: ReadonlyMap<string, ValidateFunction> | undefined;
const blockValidators = (): ReadonlyMap<string, ValidateFunction> => {
  made ??= validators();
  return made;
};

const said = (errors: readonly ErrorObject[] | null | undefined): string =>
  (errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`).join('; ');

const typeOf = (block: unknown): string =>
  typeof block === 'object' && block !== null && 'type' in block ? String(block.type) : 'nothing';

/** An object of a payload. */
type Part = Readonly<Record<string, unknown>> & {
  readonly type?: unknown;
  readonly text?: unknown;
  readonly elements?: unknown;
};

/** Every object in a payload, outermost first. */
function* objects(value: unknown): Generator<Part> {
  if (Array.isArray(value)) {
    for (const each of value) yield* objects(each);
  } else if (typeof value === 'object' && value !== null) {
    yield { ...value };
    for (const each of Object.values(value)) yield* objects(each);
  }
}

const strings = (blocks: readonly unknown[], key: string): readonly string[] =>
  [...objects(blocks)].flatMap((object) => {
    const value = object[key];
    return typeof value === 'string' ? [value] : [];
  });

/** Markup is `<…>`: whatever is not an http(s) link can ping people or forge a link. */
const markupFaults = (where: string, text: string): readonly string[] =>
  [...text.matchAll(/<(?!https?:\/\/[^\s<>|]+(?:\|[^<>]*)?>)[^>]{0,20}/g)].map(
    ([markup]) => `${where}: markup ${JSON.stringify(markup)}`,
  );

/** What Slack would hold against a payload, and what could ping, forge a link or be cut; empty when nothing. */
export function slackFaults(payload: Payload): string[] {
  const faults: string[] = [];
  const { text, blocks } = payload;
  if (text.trim() === '') faults.push('text: empty');
  if (text.length > MOST_TEXT) faults.push(`text: ${text.length} characters`);
  if (!text.isWellFormed()) faults.push('text: half a character');
  faults.push(...markupFaults('text', text));
  if (blocks.length > MOST_BLOCKS) faults.push(`blocks: ${blocks.length}`);
  for (const [index, block] of blocks.entries()) {
    const validate = blockValidators().get(typeOf(block));
    if (validate === undefined) faults.push(`blocks/${index}: type ${typeOf(block)} is not known`);
    else if (!validate(block)) faults.push(`blocks/${index}: ${said(validate.errors)}`);
  }
  const texts = strings(blocks, 'text');
  const total = texts.reduce((sum, each) => sum + each.length, 0);
  if (total > MOST_TEXT_IN_BLOCKS) faults.push(`blocks: ${total} characters of text`);
  if (texts.some((each) => !each.isWellFormed())) faults.push('blocks: half a character');
  for (const id of ['action_id', 'block_id']) {
    const ids = strings(blocks, id);
    if (new Set(ids).size < ids.length) faults.push(`blocks: ${id} repeated`);
  }
  for (const object of objects(blocks)) {
    if (object.type === 'mrkdwn') faults.push(...markupFaults('mrkdwn', String(object.text)));
    if (/^(?:broadcast|user|usergroup|channel|team)$/.test(String(object.type))) {
      faults.push(`blocks: a mention, ${JSON.stringify(object)}`);
    }
  }
  return faults;
}

/** Blocks and elements that begin on a line of their own. */
const LINES = /^(?:rich_text_(?:section|quote|preformatted|list)|header|context|actions|button)$/;

/** What a person reads in a payload, in order: each block, list item and button on a line of its own. */
export function visibleWords(payload: Payload): string {
  const written: string[] = [];
  const write = (value: unknown): void => {
    if (Array.isArray(value)) {
      for (const each of value) write(each);
      return;
    }
    if (typeof value !== 'object' || value === null) return;
    const object: Part = { ...value };
    if (LINES.test(String(object.type))) written.push('\n');
    const { text, elements } = object;
    if (typeof text === 'string') written.push(object.type === 'mrkdwn' ? unescaped(text) : text);
    else write(text);
    write(elements);
  };
  write(payload.blocks);
  return written.join('').replace(/\n+/g, '\n').trim();
}

const unescaped = (mrkdwn: string): string =>
  mrkdwn
    .replace(/<[^<>|]+\|([^<>]*)>/g, '$1')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
