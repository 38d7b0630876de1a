import { didYouMean } from '../language/did-you-mean.ts';
import { fold } from '../language/tokens.ts';
import { matchesFilter } from '../search/filters.ts';
import { filterNames, type ParsedQuery, parseQuery, type QueryFault, writeQuery } from '../search/query.ts';
import type { Query } from '../search/types.ts';
import { type Core, problem } from './module.ts';
import type { Problem } from './types.ts';

/** Longer than any question that people ask; a pasted page would hold up everybody else. */
export const LONGEST_QUERY = 1000;

type Read = { readonly parsed: ParsedQuery; readonly problem?: undefined } | { readonly problem: Problem };

type NameFilter = 'from' | 'in' | 'by';

/** What `from:`, `in:` and `by:` can be given in this corpus. */
export function namesFor(filter: NameFilter, core: Core): readonly string[] {
  const articles = [...core.corpus.articles.values()];
  const values = articles.flatMap((article) => {
    const value = { from: article.publisher, in: article.id, by: article.author }[filter];
    return value === null ? [] : [value];
  });
  return [...new Set(values)].sort();
}

/** The names that somebody may have meant who mistyped one, or one of its words. */
function namesNear(typed: string, names: readonly string[]): readonly string[] {
  const parts = names.flatMap((name) => {
    const whole = fold(name);
    const words = whole.split(/[^\p{L}\p{N}]+/u);
    return [whole, ...words].filter((part) => part.length > 2).map((part) => ({ part, name }));
  });
  const near = didYouMean(fold(typed), parts, 'name', ({ part }) => part);
  return [...new Set(near.map(({ name }) => name))];
}

/** Filters whose values stand in the articles: the first that names none. */
function nameless(query: Query, core: Core): { readonly filter: NameFilter; readonly value: string } | null {
  const articles = [...core.corpus.articles.values()];
  for (const filter of ['from', 'in', 'by'] as const) {
    const value = query.filters[filter];
    if (value === undefined) continue;
    const isNamed =
      /[\p{L}\p{N}]/u.test(value) && articles.some((article) => matchesFilter(article, filter, value));
    if (!isNamed) return { filter, value };
  }
  return null;
}

/** What a filter can be given, for saying so. */
function valuesFor(typed: string, core: Core): readonly string[] {
  switch (typed.replace(/:$/, '').toLowerCase()) {
    case 'from':
      return namesFor('from', core);
    case 'in':
      return namesFor('in', core);
    case 'by':
      return namesFor('by', core);
    default:
      return [];
  }
}

function allowedFor({ code, typed }: QueryFault, core: Core): readonly string[] {
  if (code === 'unknown-filter') return filterNames.map((name) => `${name}:`);
  return code === 'missing-value' ? valuesFor(typed, core) : [];
}

/** Reads words and filters behind a verb, or says what is wrong with them. */
export function readQuery(verb: string, rest: string, core: Core): Read {
  if (rest.length > LONGEST_QUERY) {
    return { problem: problem('too-long', String(rest.length), { allowed: [String(LONGEST_QUERY)] }) };
  }
  const parsed = parseQuery(rest);
  if ('code' in parsed) {
    const instead = parsed.mended.map((line) => `${verb} ${line}`.trimEnd());
    return { problem: problem(parsed.code, parsed.typed, { allowed: allowedFor(parsed, core), instead }) };
  }
  const unnamed = nameless(parsed.query, core);
  if (unnamed === null) return { parsed };
  const { filter, value } = unnamed;
  const allowed = namesFor(filter, core);
  const { [filter]: _, ...filters } = parsed.query.filters;
  const lines = [...namesNear(value, allowed).map((name) => ({ ...filters, [filter]: name })), filters].map(
    (each) => `${verb} ${writeQuery({ ...parsed.query, filters: each })}`.trimEnd(),
  );
  return {
    problem: problem('no-such-source', `${filter}:${value}`, { allowed, instead: [...lines, 'sources'] }),
  };
}
