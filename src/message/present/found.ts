import type { AnswerOf } from '../../command/types.ts';
import type { LinkTo } from '../../corpus/links.ts';
import { folded } from '../../document/fold.ts';
import { textOf } from '../../document/passage.ts';
import { writeQuery } from '../../search/query.ts';
import type { Hit, QuotedPassage } from '../../search/types.ts';
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
import {
  checkAction,
  filtersBehind,
  namedWords,
  note,
  remarks,
  suggestionActions,
  wordsInQuotes,
} from './remarks.ts';
import { code, say } from './words.ts';

/** Characters of a passage around the sentence that answers. */
const ANSWER_LENGTH = 900;

/** Other articles with the same words that are cited; the others are counted. */
const MOST_VARIANTS_CITED = 3;

const hitActions = (hit: Hit, url: string): readonly Action[] => [
  openAction(hit),
  citeAction(hit),
  relatedAction(hit),
  sourceAction(url),
];

export function presentHits(answer: AnswerOf<'hits'>, command: string, linkTo: LinkTo): readonly Block[] {
  const { query, hits, total, complete, page, pages, common, passedOver, suggestions } = answer;
  const onPage = pages > 1 ? `, page ${page} of ${pages}` : '';
  const turn = (label: string, to: number): Action =>
    runAction(label, `search ${writeQuery(query)}${to === 1 ? '' : ` page:${to}`}`);
  const paging = [
    ...(page < pages ? [turn('More passages', page + 1)] : []),
    ...(page > 1 ? [turn('Earlier passages', page - 1)] : []),
  ];
  return [
    {
      type: 'heading',
      text: `${plural(total, 'passage')} for ${wordsInQuotes(query)}${filtersBehind(query)}${onPage}`,
    },
    ...remarks(answer),
    ...(common
      ? [note('These words are so common that they are looked for only when there are no others.')]
      : []),
    ...(passedOver.length === 0
      ? []
      : [
          note(
            `Found by its rarer words. So many passages have the others that they were not looked for: ${namedWords(passedOver)}.`,
          ),
        ]),
    ...(complete > 0 && complete < total
      ? [note(`${complete === 1 ? 'One passage has' : `${complete} passages have`} every word.`)]
      : []),
    ...hits.map((hit) =>
      quotePassage(
        hit,
        {
          sentence: hit.sentence,
          marks: hit.matches,
          most: EXCERPT_LENGTH,
          actions: hitActions(hit, linkTo(hit.article, hit.paragraph).url),
        },
        linkTo,
      ),
    ),
    {
      type: 'actions',
      actions: [
        ...suggestionActions('search', query, suggestions),
        ...paging,
        ...checkAction(query),
        shareAction(command),
      ],
    },
  ];
}

const wordsIn = ({ article, sentence }: QuotedPassage): string => folded(textOf(article, sentence));

/** The other articles that have the words of an answer, each cited like the answer itself. */
function alsoIn(hit: Hit, linkTo: LinkTo): readonly Block[] {
  const more = hit.variants.length - MOST_VARIANTS_CITED;
  return [
    ...hit.variants.slice(0, MOST_VARIANTS_CITED).map((other): Block => {
      const same = wordsIn(other) === wordsIn(hit) ? 'Word for word the same' : 'The same with differences';
      const citation = citationLine(other, linkTo(other.article, other.paragraph).url);
      return { type: 'note', runs: [say(`${same}: `), ...citation] };
    }),
    ...(more <= 0
      ? []
      : [
          {
            type: 'note' as const,
            runs: [say(`The same in ${plural(more, 'more article')}: `), code(`related ${hit.paragraph.id}`)],
          },
        ]),
  ];
}

/** What is said above passages that may not be the answer. */
function doubts({ sure, missing }: AnswerOf<'answer'>): readonly Block[] {
  if (missing.length > 0) return [note('These passages may not answer the whole question.')];
  return sure ? [] : [note('These passages are on the matter. They may not answer the question.')];
}

export function presentAnswer(answer: AnswerOf<'answer'>, command: string, linkTo: LinkTo): readonly Block[] {
  const { query, hits, suggestions } = answer;
  return [
    { type: 'heading', text: `${wordsInQuotes(query)}${filtersBehind(query)}` },
    ...remarks(answer),
    ...doubts(answer),
    ...hits.flatMap((hit) => [
      quotePassage(
        hit,
        {
          sentence: hit.sentence,
          marks: [hit.sentence],
          most: ANSWER_LENGTH,
          actions: hitActions(hit, linkTo(hit.article, hit.paragraph).url),
        },
        linkTo,
      ),
      ...alsoIn(hit, linkTo),
    ]),
    {
      type: 'actions',
      actions: [
        ...suggestionActions('ask', query, suggestions),
        runAction('All passages', `search ${writeQuery(query)}`),
        ...checkAction(query),
        shareAction(command),
      ],
    },
  ];
}
