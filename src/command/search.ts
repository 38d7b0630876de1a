import { bestSentence } from '../answer/sentence.ts';
import { tokens } from '../language/tokens.ts';
import { quotedIfNeeded, writeFilters, writeQuery } from '../search/query.ts';
import { joinHyphenated, type Resolved } from '../search/resolve.ts';
import type { Found } from '../search/search.types.ts';
import type { Hit, NonEmpty, Query } from '../search/types.ts';
import { dateSpan, suggestionsFor } from './absence.ts';
import { type CommandModule, type Core, failed, filterOptions, problem } from './module.ts';
import { readQuery } from './query.ts';
import type { Answer } from './types.ts';

interface SearchCommand {
  readonly verb: 'search';
  readonly query: Query;
  /** From 1. */
  readonly page: number;
}

/** What one message shows without scrolling far; the next page is one click away. */
const PAGE = 4;

/**
 * A word of the title counts as much as one of the passage, and what the best passages share half as much as what
 * was typed: both find more on keyword searches. The typed form comes before others, which costs nothing there.
 */
export const howToSearch = {
  titleWeight: 1,
  exactWeight: 1,
  feedback: 0.5,
  postings: 8000,
  wholeNames: true,
  common: true,
} as const;

const isFilled = <T>(items: readonly T[]): items is NonEmpty<T> => items.length > 0;

/** Terms as the query has them, or the words that were taken for its own: a mended one, a name for initials. */
function wordsFor(
  { words, phrases }: Query,
  { corrections }: Resolved,
  terms: readonly string[],
  { search: index }: Core,
): readonly string[] {
  const typed = index.tokensOf([words, ...phrases].join(' '));
  // A name's words one by one, as they are looked for, and not the acronym that they have.
  const used = corrections.flatMap((each) => tokens(each.used));
  const all = [...typed, ...joinHyphenated(typed), ...used];
  return terms.map((term) => all.find((token) => token.term === term)?.written ?? term);
}

function run({ query, page }: SearchCommand, core: Core): Answer {
  const { found, resolved, lookedFor, undated } = core.search.find(query, howToSearch);
  const { corrections, missing, known, common } = resolved;
  const terms = new Set(resolved.terms);
  const toHit = (passage: Found): Hit => ({
    ...passage,
    sentence: bestSentence(passage, core.search.termsOf(passage), terms, core.search),
    matches: core.search.matches(passage, terms, query.phrases),
    variants: [],
  });
  const pages = Math.ceil(found.length / PAGE);
  if (found.length > 0 && page > pages) {
    const last = writeQuery(query);
    return failed('bad-page', String(page), {
      allowed: [String(pages)],
      instead: [`search ${last}${pages > 1 ? ` page:${pages}` : ''}`],
    });
  }
  const hits = found.slice((page - 1) * PAGE, page * PAGE).map(toHit);
  const suggestions = suggestionsFor(query, missing, core);
  if (!isFilled(hits)) {
    const span = dateSpan(core.corpus.articles.values());
    const absent = { missing, suggestions, corrections, known, nearest: null, undated, span };
    return { kind: 'nothing', asked: 'search', query, ...absent };
  }
  const passedOver = resolved.terms.filter((term) => !lookedFor.includes(term));
  const complete =
    missing.length + passedOver.length > 0
      ? 0
      : found.filter((each) => each.terms.length === lookedFor.length).length;
  return {
    kind: 'hits',
    query,
    hits,
    total: found.length,
    complete,
    page,
    pages,
    missing,
    suggestions,
    corrections,
    common,
    passedOver: wordsFor(query, resolved, passedOver, core),
    undated,
  };
}

const anExample = 'search multilateralism';

/** With filters or minus words alone there is nothing to look for: words to go with them, or any passage. */
function insteadOfNoWords({ without, filters }: Query): readonly string[] {
  const narrowed = writeFilters(filters);
  if (narrowed !== '') return [`${anExample} ${narrowed}`, `random ${narrowed}`];
  return [...(without[0] === undefined ? [] : [`search ${quotedIfNeeded(without[0])}`]), anExample];
}

export const search: CommandModule<SearchCommand> = {
  spec: {
    verb: 'search',
    summary: 'The best passages for some words, marked, a page at a time',
    usage: 'search WORDS ["exact phrase"] [-without] [from: in: by: after: before:] [page:N]',
    options: [
      {
        name: 'words',
        summary: 'Words, "an exact phrase", -without',
        required: true,
        type: 'words',
        written: 'bare',
      },
      ...filterOptions,
      {
        name: 'page',
        summary: 'Which page of the results',
        required: false,
        type: 'number',
        written: 'filter',
      },
    ],
    examples: [
      {
        line: anExample,
        gives: 'the best passages, the words marked, four at a time (`page:2`)',
      },
      {
        line: 'search "Belt and Road" -vaccine from:"Global Times"',
        gives:
          'an exact phrase, a word left out, one publisher; also `in:` article, `by:` author, `after:2020-01-01`, `before:`',
      },
    ],
  },
  parse: (rest, core) => {
    const read = readQuery('search', rest, core);
    if (read.problem !== undefined) return { problem: read.problem };
    const { query, page } = read.parsed;
    if (!/[\p{L}\p{N}]/u.test(query.words) && query.phrases.length === 0) {
      return { problem: problem('empty', rest, { instead: insteadOfNoWords(query) }) };
    }
    return { command: { verb: 'search', query, page } };
  },
  write: ({ query, page }) => (page === 1 ? writeQuery(query) : `${writeQuery(query)} page:${page}`),
  run,
};
