import { sentencesOf } from '../../src/corpus/sentences.ts';
import type { Article, Corpus } from '../../src/corpus/types.ts';

/** A corpus of articles of one passage each: their texts by id. */
export function corpusOf(texts: Readonly<Record<string, string>>, facts: Partial<Article> = {}): Corpus {
  const articles = Object.entries(texts).map(([id, text]): [string, Article] => {
    const span = { start: 0, end: text.length };
    const article: Article = {
      id,
      file: `seeds/${id}.md`,
      title: id,
      publisher: null,
      publisherSite: null,
      author: null,
      authorRole: null,
      published: null,
      url: null,
      text,
      paragraphs: [
        {
          ...span,
          id: `${id}:1`,
          n: 1,
          kind: 'body',
          line: 1,
          sentences: sentencesOf(text, span),
          repeats: null,
        },
      ],
      ...facts,
    };
    return [id, article];
  });
  return { articles: new Map(articles), faults: [] };
}
