import type { AnswerOf } from '../../command/types.ts';
import { type CitationStyle, citationStyles } from '../../command/types.ts';
import type { LinkTo } from '../../corpus/links.ts';
import { isQuotable } from '../../document/passage.ts';
import type { Passage } from '../../document/types.ts';
import { writeFilters } from '../../search/query.ts';
import type { Block, Run } from '../types.ts';
import {
  citeAction,
  openAction,
  quotePassage,
  relatedAction,
  runAction,
  shareAction,
  sourceAction,
} from './quotation.ts';
import { checkPassage } from './quotation-source.ts';
import { note } from './remarks.ts';
import { code, say } from './words.ts';

/** Characters of a neighbour that are shown, in whole sentences. */
const NEIGHBOUR_LENGTH = 420;

/** A neighbour as a quotation; headings, bylines and notices are named as what they are. */
function neighbour(passage: Passage | null, side: 'Before' | 'After', linkTo: LinkTo): readonly Block[] {
  if (passage === null)
    return [note(side === 'Before' ? 'The article begins here.' : 'The article ends here.')];
  if (!isQuotable(passage.paragraph.kind)) {
    const { article, paragraph } = passage;
    const runs: readonly Run[] = [
      say(`${side} it, ${paragraph.kind}: ${article.text.slice(paragraph.start, paragraph.end)} · `),
      { text: paragraph.id, link: linkTo(article, paragraph).url },
    ];
    return [{ type: 'note', runs }];
  }
  const { sentences } = passage.paragraph;
  const nearest = (side === 'Before' ? sentences.at(-1) : sentences[0]) ?? passage.paragraph;
  return [
    note(`${side} it:`),
    quotePassage(
      passage,
      { sentence: nearest, marks: [], most: NEIGHBOUR_LENGTH, actions: [openAction(passage)] },
      linkTo,
    ),
  ];
}

export function presentPassage(answer: AnswerOf<'passage'>, linkTo: LinkTo): readonly Block[] {
  const { passage, origin, filters } = answer;
  const { url } = linkTo(passage.article, passage.paragraph);
  const whole = quotePassage(
    passage,
    {
      sentence: passage.paragraph,
      marks: [],
      most: Number.POSITIVE_INFINITY,
      actions: [
        ...(origin === 'open' ? [] : [openAction(passage)]),
        citeAction(passage),
        ...(isQuotable(passage.paragraph.kind) ? [relatedAction(passage)] : []),
        ...(isQuotable(passage.paragraph.kind) && origin === 'open' ? checkPassage(passage) : []),
        sourceAction(url),
      ],
    },
    linkTo,
  );
  if (origin === 'random') {
    const again = `random ${writeFilters(filters)}`.trimEnd();
    return [
      { type: 'heading', text: 'An excerpt' },
      whole,
      {
        type: 'actions',
        actions: [runAction('Another', again), shareAction(`open ${passage.paragraph.id}`)],
      },
    ];
  }
  return [
    { type: 'heading', text: passage.paragraph.id },
    ...neighbour(answer.before, 'Before', linkTo),
    note('The passage:'),
    whole,
    ...neighbour(answer.after, 'After', linkTo),
    { type: 'actions', actions: [shareAction(`open ${passage.paragraph.id}`)] },
  ];
}

export function presentCitation(answer: AnswerOf<'citation'>, linkTo: LinkTo): readonly Block[] {
  const { passage, style, citation } = answer;
  const { id } = passage.paragraph;
  const { url, shared } = linkTo(passage.article, passage.paragraph);
  const others = citationStyles.filter((each) => each !== style);
  const commandFor = (each: CitationStyle): string =>
    each === 'plain' ? `cite ${id}` : `cite ${id} ${each}`;
  return [
    { type: 'heading', text: `Citation of ${id}, ${style}` },
    { type: 'code', text: citation },
    ...(shared
      ? []
      : [
          {
            type: 'note' as const,
            runs: [
              say('Without an address: the article’s file gives none, and the desk has no public one. Set '),
              code('PUBLIC_URL'),
              say(' to cite the reader’s page.'),
            ],
          },
        ]),
    {
      type: 'actions',
      actions: [...others.map((each) => runAction(each, commandFor(each)))],
    },
    {
      type: 'actions',
      actions: [openAction(passage), sourceAction(url), shareAction(commandFor(style))],
    },
  ];
}
