import type { Corpus } from '../../src/corpus/types.ts';
import { trimmed } from '../../src/document/lines.ts';
import { sentencesOf } from '../../src/document/sentences.ts';
import type { Article } from '../../src/document/types.ts';
import { articleWith, paragraphWith } from '../corpus/made.ts';
import type { Entry } from './collection.ts';

/**
 * An entry as an article of one paragraph, whatever line breaks its text holds, so that offsets are those of
 * the entry's text. An entry without a title goes by its id; one without a text has an empty sentence.
 */
function articleOf({ id, title, text }: Entry): Article {
  const span = trimmed(text, { start: 0, end: text.length });
  const sentences = sentencesOf(text, span);
  const paragraph = paragraphWith(id, 1, span, sentences.length === 0 ? {} : { sentences });
  return articleWith(id, text, {
    file: id,
    title: title.trim() === '' ? id : title,
    paragraphs: [paragraph],
  });
}

/** The entries as the corpus that the desk is built on. */
export function corpusOf(entries: readonly Entry[]): Corpus {
  const sorted = [...entries].sort((a, b) => (a.id < b.id ? -1 : 1));
  return { articles: new Map(sorted.map((entry) => [entry.id, articleOf(entry)])), faults: [] };
}
