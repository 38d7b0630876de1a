import type { Answer } from '../../command/types.ts';
import { citationStyles } from '../../command/types.ts';
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
  shareAction,
  sourceAction,
} from './quotation.ts';
import { checkPassage } from './source.ts';
import { code, say } from './words.ts';

type Of<Kind extends Answer['kind']> = Extract<Answer, { kind: Kind }>;

/** Characters of a neighbour that are shown, in whole sentences. */
const NEIGHBOUR_LENGTH = 420;

/** A neighbour as a quotation; headings, bylines and notices are named as what they are. */
function neighbour(passage: Passage | null, side: 'Before' | 'After', linkTo: LinkTo): readonly Block[] {
  if (passage === null)
    return [
      {
        type: 'note',
        runs: [say(side === 'Before' ? 'The article begins here.' : 'The article ends here.')],
      },
    ];
  const label: Block = { type: 'note', runs: [say(`${side} it:`)] };
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
    label,
    quotePassage(
      passage,
      { sentence: nearest, marks: [], most: NEIGHBOUR_LENGTH, actions: [openAction(passage)] },
      linkTo,
    ),
  ];
}

export function presentPassage(answer: Of<'passage'>, linkTo: LinkTo): readonly Block[] {
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
        actions: [
          { type: 'run', label: 'Another', command: again },
          shareAction(`open ${passage.paragraph.id}`),
        ],
      },
    ];
  }
  return [
    { type: 'heading', text: passage.paragraph.id },
    ...neighbour(answer.before, 'Before', linkTo),
    { type: 'note', runs: [say('The passage:')] },
    whole,
    ...neighbour(answer.after, 'After', linkTo),
    { type: 'actions', actions: [shareAction(`open ${passage.paragraph.id}`)] },
  ];
}

export function presentCitation(answer: Of<'citation'>, linkTo: LinkTo): readonly Block[] {
  const { passage, style, citation } = answer;
  const { id } = passage.paragraph;
  const { url, shared } = linkTo(passage.article, passage.paragraph);
  const others = citationStyles.filter((each) => each !== style);
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
      actions: [
        ...others.map((each) => ({
          type: 'run' as const,
          label: each,
          command: each === 'plain' ? `cite ${id}` : `cite ${id} ${each}`,
        })),
      ],
    },
    {
      type: 'actions',
      actions: [
        openAction(passage),
        sourceAction(url),
        shareAction(style === 'plain' ? `cite ${id}` : `cite ${id} ${style}`),
      ],
    },
  ];
}
