import type { Answer, Suggestion } from '../../command/types.ts';
import { writeFilters, writeQuery } from '../../search/query.ts';
import { withWord } from '../../search/suggest.ts';
import type { Correction, Query } from '../../search/types.ts';
import { plural } from '../plural.ts';
import type { Action, Block } from '../types.ts';
import { runAction } from './quotation.ts';
import { listed, quoted, say } from './words.ts';

export const note = (text: string): Block => ({ type: 'note', runs: [say(text)] });

/** Words that are named one by one; a line of nonsense has more. */
const MOST_NAMED = 12;

export const namedWords = (words: readonly string[]): string =>
  `${listed(words.slice(0, MOST_NAMED).map(quoted))}${words.length > MOST_NAMED ? ` and ${plural(words.length - MOST_NAMED, 'more word')}` : ''}`;

/** The words of the corpus that come nearest to those that it does not have. */
function nearest(suggestions: readonly Suggestion[], missing: readonly string[]): string {
  if (suggestions.length === 0) return '';
  const said = suggestions.map(({ typed, words }) => {
    const near = listed(words.map(quoted), 'or');
    return missing.length === 1 ? near : `${near} for ${quoted(typed)}`;
  });
  return ` The nearest words that it has: ${said.join('; ')}.`;
}

/** What was looked for in place of what was typed, and what was not looked for at all. */
export function remarks(answer: {
  readonly kind: Answer['kind'];
  readonly corrections: readonly Correction[];
  readonly missing: readonly string[];
  readonly suggestions: readonly Suggestion[];
  readonly undated: number;
}): readonly Block[] {
  const { corrections, missing, suggestions, undated, kind } = answer;
  const used = corrections.map((each) => quoted(each.used));
  const typed = corrections.map((each) => quoted(each.typed));
  const instead = kind === 'nothing' ? 'Also looked for' : 'Showing results for';
  return [
    ...(used.length === 0
      ? []
      : [note(`${instead} ${listed(used)}: the corpus does not have ${listed(typed, 'or')}.`)]),
    ...(missing.length === 0
      ? []
      : [note(`Not in the corpus: ${namedWords(missing)}.${nearest(suggestions, missing)}`)]),
    ...(undated === 0
      ? []
      : [
          note(
            `Left out for having no date: ${plural(undated, 'article')}. Date filters find dated articles only.`,
          ),
        ]),
  ];
}

/** The words that the corpus has, of those that were asked for. */
export const knownWords = (known: readonly string[]): readonly Block[] =>
  known.length === 0 ? [] : [note(`The corpus does have ${namedWords(known)}.`)];

/** As many as leave room for the other buttons. */
const MOST_OFFERED = 3;

/** The same line with a suggestion for an unknown word: each suggestion for a single word, the best ones for several. */
export function suggestionActions(
  verb: 'search' | 'ask',
  query: Query,
  suggestions: readonly Suggestion[],
): readonly Action[] {
  const each = suggestions.length === 1 ? MOST_OFFERED : 1;
  return suggestions
    .flatMap(({ typed, words }) => words.slice(0, each).map((word) => ({ typed, word })))
    .slice(0, MOST_OFFERED)
    .map(({ typed, word }) =>
      runAction(`Did you mean ${quoted(word)}?`, `${verb} ${writeQuery(withWord(query, typed, word))}`),
    );
}

/** A phrase of fewer words is no quotation that anybody checks. */
const FEWEST_QUOTED_WORDS = 3;

/** Offers to check a phrase that may be a quotation. */
export function checkAction({ phrases }: Query): readonly Action[] {
  const phrase = phrases.find((each) => (each.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= FEWEST_QUOTED_WORDS);
  return phrase === undefined ? [] : [runAction('Check this quotation', `quote "${phrase}"`)];
}

/** The query's filters, to go behind its words. */
export const filtersBehind = (query: Query): string => {
  const filters = writeFilters(query.filters);
  return filters === '' ? '' : `, ${filters}`;
};

/** The query's words as they were understood, in quotation marks; a phrase alone has them already. */
export const wordsInQuotes = (query: Query): string => {
  const line = writeQuery({ ...query, filters: {} });
  const phrase = query.phrases.length === 1 ? query.phrases[0] : undefined;
  return quoted(phrase !== undefined && line === `"${phrase}"` ? phrase : line);
};
