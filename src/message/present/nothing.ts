import type { AnswerOf, DateSpan } from '../../command/types.ts';
import type { LinkTo } from '../../corpus/links.ts';
import { writeFilters, writeQuery } from '../../search/query.ts';
import { plural } from '../plural.ts';
import type { Action, Block } from '../types.ts';
import {
  citeAction,
  EXCERPT_LENGTH,
  openAction,
  quotePassage,
  relatedAction,
  runAction,
  sourceAction,
} from './quotation.ts';
import {
  checkAction,
  filtersBehind,
  knownWords,
  note,
  remarks,
  suggestionActions,
  wordsInQuotes,
} from './remarks.ts';
import { say } from './words.ts';

/** A phrase as plain words: without its marks, a colon would make a filter and a minus would leave a word out. */
const asWords = (phrase: string): string =>
  phrase
    .split(/\s+/u)
    .flatMap((word) => word.replace(/^-+/u, '').split(':'))
    .filter((word) => word !== '')
    .join(' ');

/** The span of the articles' dates: an answer may lie outside of it. */
function dateSpanNote({ first, last, undated, articles }: DateSpan): readonly Block[] {
  if (articles === 0) return [];
  if (first === null) return [note(`None of the ${plural(articles, 'article')} is dated.`)];
  const dated = articles - undated;
  const span =
    dated === 1 ? `The one dated article is of ${first}` : `Dated articles run from ${first} to ${last}`;
  const others = undated === 0 ? '' : `; ${undated} of ${plural(articles, 'article')} are undated`;
  return [note(`${span}${others}.`)];
}

function nearestBlocks(answer: AnswerOf<'nothing'>, linkTo: LinkTo): readonly Block[] {
  const { nearest } = answer;
  if (nearest === null) return [];
  const { url } = linkTo(nearest.article, nearest.paragraph);
  return [
    { type: 'paragraph', runs: [say('This passage comes closest. It does not answer the question.')] },
    quotePassage(
      nearest,
      {
        sentence: nearest.sentence,
        marks: nearest.matches,
        most: EXCERPT_LENGTH,
        actions: [openAction(nearest), citeAction(nearest), relatedAction(nearest), sourceAction(url)],
      },
      linkTo,
    ),
  ];
}

/** Commands that find more, the likeliest first. */
function instead({ asked, query, known, suggestions }: AnswerOf<'nothing'>): readonly Action[] {
  const unfiltered = `${asked} ${writeQuery({ ...query, filters: {} })}`;
  const widened = writeFilters(query.filters) !== '' && asked !== 'random';
  const unquoted = {
    ...query,
    words: [query.words, ...query.phrases.map(asWords)].join(' ').trim(),
    phrases: [],
  };
  return [
    ...(asked === 'random' ? [] : suggestionActions(asked, query, suggestions)),
    ...(query.phrases.length === 0
      ? []
      : [runAction('Without the quotation marks', `${asked} ${writeQuery(unquoted)}`)]),
    ...checkAction(query),
    ...(widened ? [runAction('Without the filters', unfiltered)] : []),
    ...known
      .slice(0, 3)
      .filter((word) => !(widened && `search ${word}` === unfiltered))
      .map((word) => runAction(`Search ${word}`, `search ${word}`)),
    runAction('Sources', 'sources'),
  ];
}

export function presentNothing(answer: AnswerOf<'nothing'>, linkTo: LinkTo): readonly Block[] {
  const { asked, query, known, span } = answer;
  const subject = { search: 'No passage has', ask: 'The corpus does not say:', random: 'No excerpt is left' }[
    asked
  ];
  const heading =
    asked === 'random'
      ? `${subject} with ${writeFilters(query.filters)}`
      : `${subject} ${wordsInQuotes(query)}${filtersBehind(query)}`;
  return [
    { type: 'heading', text: heading },
    ...remarks(answer),
    ...knownWords(known),
    ...nearestBlocks(answer, linkTo),
    ...dateSpanNote(span),
    { type: 'actions', actions: instead(answer) },
  ];
}
