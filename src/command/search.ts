import { bestSentence } from '../answer/sentence.ts';
import { quotedIfNeeded, writeFilters, writeQuery } from '../search/query.ts';
import type { Found } from '../search/search.ts';
import type { Hit, NonEmpty, Query } from '../search/types.ts';
import { type CommandModule, type Core, failed, filterOptions, problem } from './module.ts';
import { readQuery } from './query.ts';
import type { Answer, Command } from './types.ts';

type SearchCommand = Extract<Command, { verb: 'search' }>;

/** What one message shows without scrolling far; the next page is one click away. */
const PAGE = 4;

/**
 * A word of the title counts as much as one of the passage: measured on keyword searches, half of that finds
 * less. The typed form comes before others, which on the same searches costs nothing.
 */
const HOW = { titleWeight: 1, exactWeight: 1, wholeNames: true, common: true } as const;

const isFilled = <T>(items: readonly T[]): items is NonEmpty<T> => items.length > 0;

function run({ query, page }: SearchCommand, core: Core): Answer {
  const { found, resolved, undated } = core.search.find(query, HOW);
  const { corrections, missing, known, common } = resolved;
  const terms = new Set(resolved.terms);
  const toHit = (passage: Found): Hit => ({
    ...passage,
    sentence: bestSentence(passage, core.search.termsOf(passage), terms, core.search).sentence,
    matches: core.search.matches(passage, terms, query.phrases),
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
  if (!isFilled(hits)) {
    return { kind: 'nothing', asked: 'search', query, missing, corrections, known, nearest: null, undated };
  }
  const complete = missing.length > 0 ? 0 : found.filter((each) => each.terms.length === terms.size).length;
  return {
    kind: 'hits',
    query,
    hits,
    total: found.length,
    complete,
    page,
    pages,
    missing,
    corrections,
    common,
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
    examples: [anExample, 'search "Belt and Road" trade', 'search security -terrorism from:"Global Times"'],
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
