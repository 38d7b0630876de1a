import type { AnswerOf } from '../../command/types.ts';
import type { LinkTo } from '../../corpus/links.ts';
import type { Passage } from '../../document/types.ts';
import { plural } from '../plural.ts';
import type { Action, Block } from '../types.ts';
import {
  citationLine,
  citeAction,
  EXCERPT_LENGTH,
  openAction,
  quotePassage,
  relatedAction,
  runAction,
  shareAction,
  sourceAction,
} from './quotation.ts';
import { note } from './remarks.ts';
import { say } from './words.ts';

/** What a paragraph is called that is no passage. */
const KIND_NAMES = {
  title: 'a title',
  heading: 'a heading',
  byline: 'a byline',
  notice: 'a notice around the article',
} as const;

function nothingRelated({ paragraph }: Passage): string {
  switch (paragraph.kind) {
    case 'body':
    case 'caption':
      return 'No other article has these words, or enough of them to be on the same matter.';
    default:
      return `This is ${KIND_NAMES[paragraph.kind]}: only passages of an article’s text are related to others.`;
  }
}

export function presentRelated(
  { passage, variants, moreVariants, related }: AnswerOf<'related'>,
  command: string,
  linkTo: LinkTo,
): readonly Block[] {
  const { id } = passage.paragraph;
  const urlOf = ({ article, paragraph }: Passage): string => linkTo(article, paragraph).url;
  const actions = (other: Passage): readonly Action[] => [
    openAction(other),
    citeAction(other),
    relatedAction(other),
    sourceAction(urlOf(other)),
  ];
  return [
    { type: 'heading', text: `Related to ${id}` },
    { type: 'note', runs: [say('The passage: '), ...citationLine(passage, urlOf(passage))] },
    ...(variants.length + related.length === 0
      ? [{ type: 'paragraph' as const, runs: [say(nothingRelated(passage))] }]
      : []),
    ...variants.flatMap((variant) => [
      note(variant.wordForWord ? 'The same words, word for word:' : 'The same words, with differences:'),
      quotePassage(
        variant,
        {
          sentence: variant.sentences[0],
          marks: variant.sentences,
          most: EXCERPT_LENGTH,
          actions: actions(variant),
        },
        linkTo,
      ),
    ]),
    ...(moreVariants === 0 ? [] : [note(`${plural(moreVariants, 'more passage')} with the same words.`)]),
    ...(related.length === 0 ? [] : [note('On the same matter, the shared words marked:')]),
    ...related.map((hit) =>
      quotePassage(
        hit,
        { sentence: hit.sentence, marks: hit.matches, most: EXCERPT_LENGTH, actions: actions(hit) },
        linkTo,
      ),
    ),
    {
      type: 'actions',
      actions: [runAction('Open the passage', `open ${id}`), shareAction(command)],
    },
  ];
}
