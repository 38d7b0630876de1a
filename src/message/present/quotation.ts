import type { LinkTo } from '../../corpus/links.ts';
import { relativeDates } from '../../document/relative-dates.ts';
import type { Article, Passage, Span } from '../../document/types.ts';
import { plural } from '../plural.ts';
import type { Action, Gap, Quotation, Run, Verbatim } from '../types.ts';
import { listed } from './words.ts';

/** Characters of a passage that a list of passages shows, the best sentence first of all. */
export const EXCERPT_LENGTH = 420;

const verbatim = (article: Article, { start, end }: Span, marked: boolean): Verbatim => ({
  type: 'verbatim',
  text: article.text.slice(start, end),
  start,
  end,
  marked,
});

/** The slice as verbatim pieces, the marked spans set off. */
function pieces(article: Article, slice: Span, marks: readonly Span[]): readonly Verbatim[] {
  const found: Verbatim[] = [];
  let at = slice.start;
  for (const mark of marks) {
    const start = Math.max(mark.start, at);
    const end = Math.min(mark.end, slice.end);
    if (start >= end) continue;
    if (start > at) found.push(verbatim(article, { start: at, end: start }, false));
    found.push(verbatim(article, { start, end }, true));
    at = end;
  }
  if (at < slice.end) found.push(verbatim(article, { start: at, end: slice.end }, false));
  return found;
}

/** `core` with whole sentences around it, the later neighbour first, while they fit. */
function excerpt(sentences: readonly Span[], core: Span, most: number): Span {
  let first = sentences.findIndex(({ start, end }) => start <= core.start && core.end <= end);
  if (first < 0) return core;
  let last = first;
  const from = (n: number): number => sentences[n]?.start ?? core.start;
  const to = (n: number): number => sentences[n]?.end ?? core.end;
  for (let grew = true; grew; ) {
    grew = false;
    if (last + 1 < sentences.length && to(last + 1) - from(first) <= most) {
      last++;
      grew = true;
    }
    if (first > 0 && to(last) - from(first - 1) <= most) {
      first--;
      grew = true;
    }
  }
  return { start: from(first), end: to(last) };
}

function gapBeside(sentences: readonly Span[], side: Span, where: 'before' | 'after'): Gap | null {
  const inside = sentences.filter(({ start, end }) => start >= side.start && end <= side.end).length;
  if (inside === 0) return null;
  const said = `[… ${plural(inside, 'sentence')} left out …]`;
  return { type: 'gap', omitted: side.end - side.start, said: where === 'before' ? `${said} ` : ` ${said}` };
}

const dot: Run = { text: ' · ' };

/** Author and publisher; one that is both is named once. What the article does not say is said to be missing. */
export function madeBy({ author, authorRole, publisher }: Article): readonly string[] {
  if (author !== null && author === publisher) return [`${author} (author and publisher)`];
  const missing = authorRole === null ? 'author not given' : 'author not named';
  return [author ?? missing, publisher ?? 'publisher not given'];
}

/** Title, author, publisher, date and id, as every quotation carries them. */
export function citationLine({ article, paragraph }: Passage, url: string): readonly Run[] {
  const kind = paragraph.kind === 'caption' ? 'photo caption' : paragraph.kind;
  const facts = [...madeBy(article), article.published ?? 'undated', ...(kind === 'body' ? [] : [kind])];
  return [
    { text: article.title, style: 'strong' },
    ...facts.flatMap((fact) => [dot, { text: fact }]),
    dot,
    { text: paragraph.id, link: url },
  ];
}

/**
 * Dates that only the day of writing places, such as "last year", with the article's date or that it has none. They are
 * not resolved: "last year" may be the year before the article, or before a speech in it.
 */
export function datesBeside(article: Article, shown: Span): readonly Run[] {
  const { said, more } = relativeDates(article.text.slice(shown.start, shown.end));
  if (said.length === 0) return [];
  const words = [...said.map((each) => `“${each}”`), ...(more ? ['other such dates'] : [])];
  const day = article.published === null ? 'is undated' : `is of ${article.published}`;
  return [dot, { text: `${listed(words)}: the article ${day}` }];
}

/** How much of a passage is quoted, and what is marked in it. */
export interface QuoteOptions {
  /** The sentence, or several in a row, that must be shown. */
  readonly sentence: Span;
  readonly marks: readonly Span[];
  /** Characters to show; the whole passage where it is no longer. 0 for `sentence` alone. */
  readonly most: number;
  readonly actions: readonly Action[];
}

/** A passage, or whole sentences of it, as it stands in its article. */
export function quotePassage(
  passage: Passage,
  { sentence, marks, most, actions }: QuoteOptions,
  linkTo: LinkTo,
): Quotation {
  const { article, paragraph } = passage;
  const { url } = linkTo(article, paragraph);
  const whole = paragraph.end - paragraph.start <= most;
  const shown: Span = whole ? paragraph : excerpt(paragraph.sentences, sentence, most);
  const before = gapBeside(paragraph.sentences, { start: paragraph.start, end: shown.start }, 'before');
  const after = gapBeside(paragraph.sentences, { start: shown.end, end: paragraph.end }, 'after');
  return {
    type: 'quotation',
    id: paragraph.id,
    article: article.id,
    parts: [
      ...(before === null ? [] : [before]),
      ...pieces(article, shown, marks),
      ...(after === null ? [] : [after]),
    ],
    citation: [...citationLine(passage, url), ...datesBeside(article, shown)],
    url,
    actions,
  };
}

export const runAction = (label: string, command: string): Action => ({ type: 'run', label, command });
export const openAction = ({ paragraph }: Passage): Action => runAction('Open', `open ${paragraph.id}`);
export const citeAction = ({ paragraph }: Passage): Action => runAction('Cite', `cite ${paragraph.id}`);
export const relatedAction = ({ paragraph }: Passage): Action =>
  runAction('Related', `related ${paragraph.id}`);
export const sourceAction = (url: string): Action => ({ type: 'link', label: 'Source', url });
export const shareAction = (command: string): Action => ({
  type: 'share',
  label: 'Share to channel',
  command,
});
