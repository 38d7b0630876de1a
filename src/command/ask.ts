import { aboutArticles } from '../answer/about/about.ts';
import { answerQuestion } from '../answer/answer.ts';
import { framingWords } from '../language/stopwords.ts';
import { writeQuery } from '../search/query.ts';
import type { FindOptions } from '../search/search.types.ts';
import type { Query } from '../search/types.ts';
import { dateSpan, suggestionsFor } from './absence.ts';
import { type CommandModule, type Core, failed, filterOptions, problem } from './module.ts';
import { readQuery } from './query.ts';
import type { Answer } from './types.ts';

interface AskCommand {
  readonly verb: 'ask';
  readonly query: Query;
}

/** How `ask` looks for passages. */
export const howToAsk = {
  titleWeight: 0,
  wholeNames: false,
  common: false,
  fallbackWords: (word: string) => framingWords.has(word),
} as const satisfies FindOptions;

function run({ query }: AskCommand, core: Core): Answer {
  const articles = [...core.corpus.articles.values()];
  const about = aboutArticles(query, articles);
  if (about === 'sources') return { kind: 'sources', articles, faults: core.corpus.faults };
  if (about !== null) return { kind: 'about', query, ...about };
  const { found, resolved, undated } = core.search.find(query, howToAsk);
  if (resolved.common) {
    return failed('only-common-words', query.words, { instead: [`search ${writeQuery(query)}`] });
  }
  const { corrections, missing, known } = resolved;
  const { hits, sure, nearest } = answerQuestion(query, found, resolved, core.search);
  const [first, ...others] = hits;
  const suggestions = suggestionsFor(query, missing, core);
  if (first === undefined) {
    const span = dateSpan(articles);
    const absent = { missing, suggestions, corrections, known, nearest, undated, span };
    return { kind: 'nothing', asked: 'ask', query, ...absent };
  }
  return {
    kind: 'answer',
    query,
    hits: [first, ...others],
    sure,
    missing,
    suggestions,
    corrections,
    undated,
  };
}

const anExample = 'ask who chairs the SCO next?';

export const ask: CommandModule<AskCommand> = {
  spec: {
    verb: 'ask',
    summary: 'The sentences that answer a question, or that the corpus does not say',
    usage: 'ask QUESTION [from: in: by: after: before:]',
    options: [
      {
        name: 'question',
        summary: 'A question, as you would put it to a colleague',
        required: true,
        type: 'words',
        written: 'bare',
      },
      ...filterOptions,
    ],
    examples: [
      {
        line: anExample,
        gives:
          'up to three passages, the answering sentence marked, or that the articles do not say and what comes closest',
      },
      {
        line: 'ask who wrote security-for-all?',
        gives:
          'what the articles say of themselves: author, publisher, date; what they do not say is said to be unknown',
      },
    ],
  },
  parse: (rest, core) => {
    const read = readQuery('ask', rest, core);
    if (read.problem !== undefined) return { problem: read.problem };
    const { query, page } = read.parsed;
    if (page !== 1) {
      const words = writeQuery(query);
      const instead = [`search ${words} page:${page}`, `ask ${words}`];
      return { problem: problem('unexpected-words', `page:${page}`, { instead }) };
    }
    if (!/[\p{L}\p{N}]/u.test(query.words) && query.phrases.length === 0) {
      return { problem: problem('empty', rest, { instead: [anExample] }) };
    }
    return { command: { verb: 'ask', query } };
  },
  write: ({ query }) => writeQuery(query),
  run,
};
