import { parseDocument } from 'yaml';
import { z } from 'zod';
import { isDate, plainDate } from './dates.ts';
import { onOneLine } from './fold.ts';

/** What is wrong with a file and what to do about it, without the file's name. */
export interface Complaint {
  readonly problem: string;
  readonly remedy: string;
}

/** What front matter says; a key that is missing or empty is `null`. Other keys are left alone. */
export interface FrontMatter {
  readonly id: string | null;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly publisher_site: string | null;
  readonly author: string | null;
  readonly author_role: string | null;
  readonly published: string | null;
  readonly url: string | null;
}

/** The form of an article's id. */
export const ARTICLE_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** A control character other than white space (tab to carriage return, NEXT LINE). */
export const CONTROL_CHARACTER = /[^\P{Cc}\t-\r\u0085]/u;

const isWebAddress = (text: string): boolean =>
  !/\s/.test(text) && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);

const blankAsNull = (value: unknown): unknown =>
  value === undefined || (typeof value === 'string' && value.trim() === '') ? null : value;

const lineSchema = z
  .string({ error: 'is not text|put the value in quotation marks' })
  .refine((value) => !CONTROL_CHARACTER.test(value), { error: 'holds a control character|remove it' })
  .transform(onOneLine);

const optional = <Output>(schema: z.ZodType<Output>): z.ZodType<Output | null> =>
  z.preprocess(blankAsNull, schema.nullable());

const dateSchema: z.ZodType<string> = z
  .union([z.string(), z.date().transform((day) => day.toISOString().slice(0, 10))], {
    error: 'is not a date|write it as YYYY-MM-DD',
  })
  .transform((written) => plainDate(written) ?? written)
  .refine(isDate, { error: 'is not a day of the calendar|write it as YYYY-MM-DD' });

const frontMatterSchema: z.ZodType<FrontMatter> = z.object({
  id: optional(
    lineSchema.refine((value) => ARTICLE_ID.test(value), {
      error: 'is not an id|use lower-case letters, digits and single hyphens',
    }),
  ),
  title: optional(lineSchema),
  publisher: optional(lineSchema),
  publisher_site: optional(lineSchema),
  author: optional(lineSchema),
  author_role: optional(lineSchema),
  published: optional(dateSchema),
  url: optional(
    lineSchema.refine(isWebAddress, {
      error: 'is not a web address|write the whole address, http:// or https:// first',
    }),
  ),
});

export const NO_FRONT_MATTER: FrontMatter = {
  id: null,
  title: null,
  publisher: null,
  publisher_site: null,
  author: null,
  author_role: null,
  published: null,
  url: null,
};

const LONGEST_SHOWN = 60;

/** A value as it is named in a message: on one line, a long one shortened. */
const shortValue = (value: unknown): string => {
  const text = (typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value)))
    .replace(/\s+/g, ' ')
    .replace(/\p{Cc}/gu, '\ufffd');
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
};

type ParsedFrontMatter =
  | {
      readonly ok: true;
      readonly frontMatter: FrontMatter;
      /** Where the text begins. */
      readonly end: number;
    }
  | { readonly ok: false; readonly complaint: Complaint };

const refuse = (problem: string, remedy: string): ParsedFrontMatter => ({
  ok: false,
  complaint: { problem, remedy },
});

const OPENING_FENCE = /^---[ \t]*(?:\r\n|[\n\r]|$)/;
const CLOSING_FENCE = /(?<=[\n\r])---[ \t]*(?:\r\n|[\n\r]|$)/g;

const parseYaml = (source: string): { readonly value: unknown } | { readonly complaint: Complaint } => {
  const broken = (message: string, at: number | undefined): { readonly complaint: Complaint } => ({
    complaint: {
      problem: `the front matter is not YAML${at === undefined ? '' : ` (line ${at})`}: ${shortValue(message)}`,
      remedy:
        'correct that line; a value with a colon or a quotation mark in it needs quotation marks around it',
    },
  });
  const document = parseDocument(source, { prettyErrors: true, logLevel: 'error' });
  const error = document.errors[0];
  // The opening fence is the file's first line.
  if (error !== undefined) {
    return broken(error.message.replace(/ at line .*$/s, ''), error.linePos && error.linePos[0].line + 1);
  }
  try {
    return { value: document.toJS() };
  } catch (cause) {
    return broken(cause instanceof Error ? cause.message : String(cause), undefined);
  }
};

/**
 * Reads the YAML between two lines of `---` on top of a text. A text that does not start with such a line has
 * no front matter, which is no fault.
 */
export const parseFrontMatter = (text: string): ParsedFrontMatter => {
  const opening = OPENING_FENCE.exec(text);
  if (opening === null) return { ok: true, frontMatter: NO_FRONT_MATTER, end: 0 };
  CLOSING_FENCE.lastIndex = opening[0].length;
  const closing = CLOSING_FENCE.exec(text);
  if (closing === null) {
    return refuse(
      'the front matter opens with --- and does not close',
      'put a line of --- after its last key',
    );
  }
  const yaml = parseYaml(text.slice(opening[0].length, closing.index));
  if ('complaint' in yaml) return { ok: false, complaint: yaml.complaint };
  const value = yaml.value ?? {};
  if (typeof value !== 'object' || Array.isArray(value)) {
    return refuse('the front matter is not a list of keys and values', 'write one `key: value` a line');
  }
  const result = frontMatterSchema.safeParse(value);
  if (result.success) return { ok: true, frontMatter: result.data, end: closing.index + closing[0].length };
  const issue = result.error.issues[0];
  const key = String(issue?.path[0] ?? '');
  const [what = 'is wrong', remedy = 'correct it'] = (issue?.message ?? '').split('|');
  const given: unknown = Object.entries(value).find(([name]) => name === key)?.[1];
  return refuse(`${key} “${shortValue(given)}” ${what}`, `${remedy}, or leave ${key} out`);
};
