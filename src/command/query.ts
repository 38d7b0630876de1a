import { names } from '../search/filters.ts';
import { filterNames, type ParsedQuery, parseQuery } from '../search/query.ts';
import type { Filters } from '../search/types.ts';
import { type Core, problem } from './module.ts';
import type { Problem, Verb } from './types.ts';

/** Longer than any question that people ask; a pasted page would hold up everybody else. */
export const LONGEST_QUERY = 1000;

type Read = { readonly parsed: ParsedQuery; readonly problem?: undefined } | { readonly problem: Problem };

/** What `from:`, `in:` and `by:` can be given in this corpus. */
export function namesFor(filter: 'from' | 'in' | 'by', core: Core): readonly string[] {
  const articles = [...core.corpus.articles.values()];
  const values = articles.flatMap((article) => {
    const value = { from: article.publisher, in: article.id, by: article.author }[filter];
    return value === null ? [] : [value];
  });
  return [...new Set(values)].sort();
}

function nameless(filters: Filters, core: Core): Problem | null {
  for (const filter of ['from', 'in', 'by'] as const) {
    const value = filters[filter];
    if (value === undefined) continue;
    const articles = [...core.corpus.articles.values()];
    if (value.trim() === '' || !articles.some((article) => names(article, filter, value))) {
      return problem('no-such-source', `${filter}:${value}`, { allowed: namesFor(filter, core) });
    }
  }
  return null;
}

/** Reads words and filters behind a verb, or says what is wrong with them. */
export function readQuery(verb: Verb, rest: string, core: Core): Read {
  if (rest.length > LONGEST_QUERY) {
    return { problem: problem('too-long', String(rest.length), { allowed: [String(LONGEST_QUERY)] }) };
  }
  const parsed = parseQuery(rest);
  if ('code' in parsed) {
    const instead = parsed.mended === null || parsed.mended === '' ? [] : [`${verb} ${parsed.mended}`];
    const allowed = parsed.code === 'unknown-filter' ? filterNames.map((name) => `${name}:`) : [];
    return { problem: problem(parsed.code, parsed.typed, { allowed, instead }) };
  }
  const unnamed = nameless(parsed.query.filters, core);
  return unnamed === null ? { parsed } : { problem: unnamed };
}
