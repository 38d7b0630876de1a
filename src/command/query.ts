import { editDistance } from '../language/edit-distance.ts';
import { fold } from '../language/tokens.ts';
import { matchesFilter } from '../search/filters.ts';
import { filterNames, type ParsedQuery, parseQuery, type QueryFault, writeQuery } from '../search/query.ts';
import type { Query } from '../search/types.ts';
import { type Core, problem } from './module.ts';
import type { Problem, Verb } from './types.ts';

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

/** Whether a name is what somebody meant who mistyped it, or one of its words. */
const isNear = (typed: string, name: string): boolean =>
  [fold(name), ...fold(name).split(/[^\p{L}\p{N}]+/u)].some(
    (part) => part.length > 2 && editDistance(fold(typed).slice(0, 80), part) <= Math.max(1, part.length / 4),
  );

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
export function readQuery(verb: Verb, rest: string, core: Core): Read {
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
  const near = allowed.filter((name) => isNear(value, name));
  const { [filter]: _, ...filters } = parsed.query.filters;
  const lines = [...near.map((name) => ({ ...filters, [filter]: name })), filters].map((each) =>
    `${verb} ${writeQuery({ ...parsed.query, filters: each })}`.trimEnd(),
  );
  return {
    problem: problem('no-such-source', `${filter}:${value}`, { allowed, instead: [...lines, 'sources'] }),
  };
}
