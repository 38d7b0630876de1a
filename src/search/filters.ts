import type { Article } from '../document/types.ts';
import { fold } from '../language/tokens.ts';
import type { Filters } from './types.ts';

/** What filters leave of some articles. */
export interface Admitted {
  /** Ids of the articles that the filters leave. */
  readonly admitted: ReadonlySet<string> | 'all';
  /** How many articles are left out only for having no date. */
  readonly undated: number;
}

const includes = (value: string | null, part: string): boolean =>
  value !== null && fold(value).includes(fold(part).trim());

type NameFilter = 'from' | 'in' | 'by';

/** Whether an article matches one filter's value, which may be a part of a name. */
export function matchesFilter(article: Article, filter: NameFilter, value: string): boolean {
  switch (filter) {
    case 'from':
      return includes(article.publisher, value);
    case 'in':
      return (
        article.id === value.toLowerCase() || includes(article.title, value) || includes(article.id, value)
      );
    case 'by':
      return includes(article.author, value);
  }
}

const isUnfiltered = (filters: Filters): boolean =>
  Object.values(filters).every((value) => value === undefined);

/** Applies filters to articles. */
export function admittedArticles(articles: readonly Article[], filters: Filters): Admitted {
  if (isUnfiltered(filters)) return { admitted: 'all', undated: 0 };
  const named = articles.filter((article) =>
    (['from', 'in', 'by'] as const).every((filter) => {
      const value = filters[filter];
      return value === undefined || matchesFilter(article, filter, value);
    }),
  );
  if (filters.after === undefined && filters.before === undefined) {
    return { admitted: new Set(named.map(({ id }) => id)), undated: 0 };
  }
  const { after = '', before = '9999-99-99' } = filters;
  const dated = named.filter(
    ({ published }) => published !== null && published > after && published < before,
  );
  return {
    admitted: new Set(dated.map(({ id }) => id)),
    undated: named.filter(({ published }) => published === null).length,
  };
}
