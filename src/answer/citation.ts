import { monthNames, shortMonths } from '../document/dates.ts';
import type { Passage } from '../document/types.ts';

/** A passage to cite. */
export interface Cited {
  readonly passage: Passage;
  /** Where the passage can be read; null when only this machine could follow the link. */
  readonly url: string | null;
}

interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

function dateParts(published: string | null): DateParts | null {
  if (published === null) return null;
  const [year = '', month = '', day = ''] = published.split('-');
  return { year, month: monthNames[Number(month) - 1] ?? '', day: String(Number(day)) };
}

/** A title that ends in no mark of its own gets a full stop. */
const withFullStop = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);
/** A title in quotation marks: those inside it become single, and a mark at its end stands in place of `mark`. */
function inQuotationMarks(title: string, mark: string): string {
  const inside = title
    .replaceAll('“', '‘')
    .replaceAll('”', '’')
    .replace(/"([^"]*)"/g, '‘$1’');
  return /[?!]$/.test(inside) ? `“${inside}”` : `“${inside}${mark}”`;
}
const withUrl = (text: string, url: string | null): string => (url === null ? text : `${text} ${url}`);

/** Like the citation line of every quotation, as one line of text. */
export function plainCitation({ passage: { article, paragraph }, url }: Cited): string {
  const parts = [
    `“${article.title}”`,
    article.publisher ?? 'publisher not given',
    article.author ??
      (article.authorRole === null ? 'author not given' : `author not named (${article.authorRole})`),
    article.published ?? 'undated',
    paragraph.id,
  ];
  return withUrl(parts.join(', '), url);
}

/**
 * APA 7: the entry of the reference list, and the citation in the text, where the paragraph belongs (8.13, 8.28).
 * A work without an author opens with its title; without a date it has `n.d.`; a site that is the author is not
 * named again (10.16).
 */
export function apaCitation({ passage: { article, paragraph }, url }: Cited): string {
  const date = dateParts(article.published);
  const when = date === null ? '(n.d.).' : `(${date.year}, ${date.month} ${date.day}).`;
  const opening =
    article.author === null
      ? `${withFullStop(article.title)} ${when}`
      : `${withFullStop(article.author)} ${when} ${withFullStop(article.title)}`;
  const publisher =
    article.publisher === null || article.publisher === article.author
      ? ''
      : ` ${withFullStop(article.publisher)}`;
  const named = article.author === null ? inQuotationMarks(article.title, ',') : `${article.author},`;
  const inText = `(${named} ${date?.year ?? 'n.d.'}, para. ${paragraph.n})`;
  return `${withUrl(`${opening}${publisher}`, url)}\nIn the text: ${inText}`;
}

/** Chicago 17, notes and bibliography, as a note. */
export function chicagoCitation({ passage: { article, paragraph }, url }: Cited): string {
  const date = dateParts(article.published);
  const parts = [
    ...(article.author === null ? [] : [`${article.author},`]),
    inQuotationMarks(article.title, ','),
    ...(article.publisher === null || article.publisher === article.author ? [] : [`${article.publisher},`]),
    date === null ? 'n.d.,' : `${date.month} ${date.day}, ${date.year},`,
    `para. ${paragraph.n}${url === null ? '.' : ','}`,
  ];
  return url === null ? parts.join(' ') : `${parts.join(' ')} ${url}.`;
}

const BIBTEX_SPECIAL: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
};
const bibtex = (text: string): string =>
  text.replace(/[\\~^]|[#$%&_{}]/g, (character) => BIBTEX_SPECIAL[character] ?? `\\${character}`);

/** BibTeX's `@misc`, which knows `howpublished` and no publisher. Double braces keep capitals and names whole. */
export function bibtexCitation({ passage: { article, paragraph }, url }: Cited): string {
  const [year, month] = article.published?.split('-') ?? [];
  const braced = (value: string): string => `{${value}}`;
  const fields: readonly (readonly [string, string | null | undefined])[] = [
    ['title', braced(braced(bibtex(article.title)))],
    ['author', article.author && braced(braced(bibtex(article.author)))],
    ['howpublished', article.publisher && braced(bibtex(article.publisher))],
    ['year', year && braced(year)],
    // A macro, written without braces.
    ['month', month && shortMonths[Number(month) - 1]],
    ['url', url && braced(url.replaceAll('{', '%7B').replaceAll('}', '%7D'))],
    ['note', braced(`paragraph ${paragraph.n}${article.published === null ? '; undated' : ''}`)],
  ];
  const lines = fields.flatMap(([name, value]) => (value == null ? [] : [`  ${name} = ${value}`]));
  return `@misc{${article.id}-${paragraph.n},\n${lines.join(',\n')}\n}`;
}

/** RIS: two letters, two spaces, a hyphen, a space; a date is `YYYY/MM/DD/`; a record ends with `ER`. */
export function risCitation({ passage: { article, paragraph }, url }: Cited): string {
  const fields: readonly (readonly [string, string | null])[] = [
    ['TY', article.publisher === null ? 'GEN' : 'NEWS'],
    ['TI', article.title],
    ['AU', article.author],
    ['PB', article.publisher],
    ['PY', article.published?.slice(0, 4) ?? null],
    ['DA', article.published === null ? null : `${article.published.replaceAll('-', '/')}/`],
    ['SP', `para. ${paragraph.n}`],
    ['ID', paragraph.id],
    ['UR', url],
    ['ER', ''],
  ];
  return fields.flatMap(([tag, value]) => (value === null ? [] : [`${tag}  - ${value}`])).join('\n');
}

export function markdownCitation(cited: Cited): string {
  const {
    passage: { article, paragraph },
    url,
  } = cited;
  const escaped = (text: string): string => text.replace(/[\\`*_[\]<>~|#]/g, '\\$&');
  const title =
    url === null
      ? `*${escaped(article.title)}*`
      : `[${escaped(article.title)}](<${url.replaceAll('>', '%3E')}>)`;
  const parts = [
    escaped(article.publisher ?? 'publisher not given'),
    escaped(article.author ?? 'author not given'),
    article.published ?? 'undated',
    `\`${paragraph.id}\``,
  ];
  return `${title}, ${parts.join(', ')}`;
}
