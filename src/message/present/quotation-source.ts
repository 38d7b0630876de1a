import type { LinkTo } from '../../corpus/links.ts';
import { hasWord } from '../../document/fold.ts';
import { isQuotable } from '../../document/passage.ts';
import type { Paragraph, Passage, Span } from '../../document/types.ts';
import { plural } from '../plural.ts';
import type { Action, Block } from '../types.ts';
import type { Source } from './difference.ts';
import {
  citeAction,
  EXCERPT_LENGTH,
  openAction,
  quotePassage,
  relatedAction,
  runAction,
  sourceAction,
} from './quotation.ts';
import { note } from './remarks.ts';

/** How the sources of a quotation are shown. */
export interface Showing {
  readonly linkTo: LinkTo;
  /** Whether only the sentences that are quoted from are shown, since there are several quotations. */
  readonly compact: boolean;
  /** Buttons behind “Open”, where it is compact. */
  readonly actions: readonly Action[];
}

/** The whole sentences of a paragraph that a span touches. */
function sentencesAround({ sentences, start, end }: Paragraph, span: Span): Span {
  const touched = sentences.filter((each) => each.start < span.end && each.end > span.start);
  return { start: touched[0]?.start ?? start, end: touched.at(-1)?.end ?? end };
}

/** The passages of a source, the quoted words marked, or where words differ those that the quotation does not have. */
export function sourceBlocks(source: Source, { linkTo, compact, actions }: Showing): readonly Block[] {
  const { article, paragraph, last, span, differing, changes, passedOver } = source;
  const touched = article.paragraphs.filter(
    (each) => each.n >= paragraph.n && each.n <= last.n && !passedOver.includes(each),
  );
  const shown = touched.length <= 2 ? touched : [paragraph, last];
  const between = touched.length - shown.length;
  const blocks = shown.map((each): Block => {
    const passage = { article, paragraph: each };
    const { url } = linkTo(article, each);
    return quotePassage(
      passage,
      {
        sentence: sentencesAround(each, span),
        marks: changes.length === 0 ? [span] : differing,
        most: compact ? 0 : EXCERPT_LENGTH,
        actions: compact
          ? [openAction(passage), ...actions]
          : [
              openAction(passage),
              citeAction(passage),
              ...(isQuotable(each.kind) ? [relatedAction(passage)] : []),
              sourceAction(url),
            ],
      },
      linkTo,
    );
  });
  if (between === 0) return blocks;
  const [first, ...rest] = blocks;
  return first === undefined
    ? []
    : [first, note(`It goes on through ${plural(between, 'more paragraph')}, and ends with:`), ...rest];
}

/** Characters of a passage's beginning that are checked: enough to stand nowhere else by chance. */
const CHECKED_LENGTH = 80;

/** Offers to look for a passage's first words in other articles. */
export function checkPassage({ article, paragraph }: Passage): readonly Action[] {
  const text = article.text.slice(paragraph.start, paragraph.sentences[0]?.end ?? paragraph.end);
  const cut =
    text.length <= CHECKED_LENGTH ? text : text.slice(0, Math.max(0, text.lastIndexOf(' ', CHECKED_LENGTH)));
  // An unbroken text has no beginning that is a word.
  if (!hasWord(cut)) return [];
  return [runAction('Check this quotation', `quote "${cut.trim()}"`)];
}
