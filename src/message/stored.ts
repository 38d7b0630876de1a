import { z } from 'zod';
import type { Action, Block, Gap, Message, Omission, Quotation, Run, Verbatim } from './types.ts';

/** Of the form in which messages are stored; the next one where a message of today could not be read as it is meant. */
const VERSION = 1;

const run: z.ZodType<Run> = z.strictObject({
  text: z.string(),
  style: z.enum(['strong', 'emphasis', 'code', 'deleted', 'inserted']).exactOptional(),
  link: z.string().exactOptional(),
});
const runs = z.array(run);

const verbatim: z.ZodType<Verbatim> = z.strictObject({
  type: z.literal('verbatim'),
  start: z.int(),
  end: z.int(),
  text: z.string(),
  marked: z.boolean(),
});

const gap: z.ZodType<Gap> = z.strictObject({ type: z.literal('gap'), omitted: z.int(), said: z.string() });

const command = { label: z.string(), command: z.string() } as const;
const action: z.ZodType<Action> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('run'), ...command }),
  z.strictObject({ type: z.literal('share'), ...command }),
  z.strictObject({ type: z.literal('link'), label: z.string(), url: z.string() }),
]);
const actions = z.array(action);

const quotation: z.ZodType<Quotation> = z.strictObject({
  type: z.literal('quotation'),
  id: z.templateLiteral([z.string(), ':', z.int()]),
  article: z.string(),
  parts: z.array(z.union([verbatim, gap])).min(1),
  citation: runs,
  url: z.string(),
  actions,
});

const block: z.ZodType<Block> = z.union([
  z.strictObject({ type: z.literal('heading'), text: z.string() }),
  z.strictObject({ type: z.enum(['paragraph', 'note']), runs }),
  z.strictObject({ type: z.literal('list'), items: z.array(runs) }),
  z.strictObject({ type: z.literal('code'), text: z.string() }),
  z.strictObject({ type: z.literal('actions'), actions }),
  quotation,
]);

const omission: z.ZodType<Omission> = z.strictObject({
  what: z.enum(['heading', 'paragraph', 'note', 'list', 'code', 'actions', 'quotation']),
  count: z.int(),
  unit: z.enum(['blocks', 'items', 'characters', 'buttons']),
});

const stored = z.strictObject({
  /** Messages were stored without one before there were versions, in the form of the first. */
  version: z.literal(VERSION).default(VERSION),
  blocks: z.array(block).min(1),
  omitted: z.array(omission),
});

/** A message as text that `readStored` reads again, also in another version of the desk. */
export const writeStored = (message: Message): string => JSON.stringify({ version: VERSION, ...message });

/** The message that `writeStored` wrote; null for one of another version, and for anything else. */
export function readStored(text: string): Message | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
  const { data } = stored.safeParse(value);
  return data === undefined ? null : { blocks: data.blocks, omitted: data.omitted };
}
