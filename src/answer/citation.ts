import type { Passage } from '../search/types.ts';

/** Where the passage can be read, or null when only this machine could follow the link. */
export interface Cited {
  readonly passage: Passage;
  readonly url: string | null;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

interface DateParts {
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

function dateParts(published: string | null): DateParts | null {
  if (published === null) return null;
  const [year = '', month = '', day = ''] = published.split('-');
  return { year, month: MONTHS[Number(month) - 1] ?? '', day: String(Number(day)) };
}

/** A title ends in its own mark or gets one. */
const stopped = (text: string): string => (/[.?!]$/.test(text) ? text : `${text}.`);
const quoted = (text: string, mark: string): string =>
  /[?!]$/.test(text) ? `“${text}”` : `“${text}${mark}”`;
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

/** APA 7: a work without an author opens with its title; without a date it has `n.d.`. */
export function apaCitation({ passage: { article, paragraph }, url }: Cited): string {
  const date = dateParts(article.published);
  const when = date === null ? '(n.d.).' : `(${date.year}, ${date.month} ${date.day}).`;
  const opening =
    article.author === null
      ? `${stopped(article.title)} ${when}`
      : `${stopped(article.author)} ${when} ${stopped(article.title)}`;
  const publisher =
    article.publisher === null || article.publisher === article.author
      ? ''
      : ` ${stopped(article.publisher)}`;
  return withUrl(`${opening}${publisher} para. ${paragraph.n}.`, url);
}

/** Chicago 17, notes and bibliography, as a note. */
export function chicagoCitation({ passage: { article, paragraph }, url }: Cited): string {
  const date = dateParts(article.published);
  const parts = [
    ...(article.author === null ? [] : [`${article.author},`]),
    quoted(article.title, ','),
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

export function bibtexCitation({ passage: { article, paragraph }, url }: Cited): string {
  const [year, month] = article.published?.split('-') ?? [];
  const fields: readonly (readonly [string, string | null | undefined])[] = [
    ['title', `{${bibtex(article.title)}}`],
    ['author', article.author === null ? null : `{${bibtex(article.author)}}`],
    ['publisher', article.publisher === null ? null : bibtex(article.publisher)],
    ['year', year],
    ['month', month === undefined ? undefined : String(Number(month))],
    ['url', url],
    ['note', `paragraph ${paragraph.n}${article.published === null ? '; undated' : ''}`],
  ];
  const lines = fields.flatMap(([name, value]) => (value == null ? [] : [`  ${name} = {${value}}`]));
  return `@misc{${article.id}-${paragraph.n},\n${lines.join(',\n')}\n}`;
}

/** RIS: two letters, two spaces, a hyphen, a space; a record ends with `ER`. */
export function risCitation({ passage: { article, paragraph }, url }: Cited): string {
  const fields: readonly (readonly [string, string | null])[] = [
    ['TY', article.publisher === null ? 'GEN' : 'NEWS'],
    ['TI', article.title],
    ['AU', article.author],
    ['PB', article.publisher],
    ['PY', article.published?.slice(0, 4) ?? null],
    ['DA', article.published?.replaceAll('-', '/') ?? null],
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
