import {
  apaCitation,
  bibtexCitation,
  type Cited,
  chicagoCitation,
  markdownCitation,
  plainCitation,
  risCitation,
} from '../answer/citation.ts';
import type { CitationStyle } from './types.ts';

export const citations: Readonly<Record<CitationStyle, (cited: Cited) => string>> = {
  plain: plainCitation,
  apa: apaCitation,
  chicago: chicagoCitation,
  bibtex: bibtexCitation,
  ris: risCitation,
  markdown: markdownCitation,
};
