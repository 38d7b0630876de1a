import { parsePassageId } from '../document/passage.ts';
import type { Article, Paragraph } from '../document/types.ts';
import type { Corpus } from './types.ts';

/** The passage of that id, of whatever kind; `null` when the corpus has none. */
export const paragraphById = (
  corpus: Corpus,
  id: string,
): { readonly article: Article; readonly paragraph: Paragraph } | null => {
  const place = parsePassageId(id);
  const article = place === null ? undefined : corpus.articles.get(place.article);
  const paragraph = place === null ? undefined : article?.paragraphs[place.n - 1];
  return article === undefined || paragraph === undefined ? null : { article, paragraph };
};
