import { writeFilters, writeQuery } from '../search/query.ts';
import type { Filters } from '../search/types.ts';
import { dateSpan } from './absence.ts';
import { type CommandModule, type Core, filterOptions, problem } from './module.ts';
import { withNeighbours } from './open.ts';
import { readQuery } from './query.ts';
import type { Answer } from './types.ts';

interface RandomCommand {
  readonly verb: 'random';
  readonly filters: Filters;
}

/** An excerpt tells something by itself; shorter ones are captions of a few words and sentences cut loose. */
const SHORTEST = 80;

function run({ filters }: RandomCommand, core: Core): Answer {
  const passages = core.search
    .passages(filters)
    .filter(({ paragraph }) => paragraph.kind === 'body' && paragraph.end - paragraph.start >= SHORTEST);
  const articles = [...new Set(passages.map(({ article }) => article))];
  // The article first, so that a long one does not come up more often than a short one.
  const article = articles[Math.floor(core.random() * articles.length)];
  const ofArticle = passages.filter((passage) => passage.article === article);
  const passage = ofArticle[Math.floor(core.random() * ofArticle.length)];
  if (passage === undefined) {
    const query = { words: '', phrases: [], without: [], filters };
    const { undated } = core.search.find(query, { titleWeight: 0, wholeNames: false, common: false });
    return {
      kind: 'nothing',
      asked: 'random',
      query,
      missing: [],
      suggestions: [],
      corrections: [],
      known: [],
      nearest: null,
      undated,
      span: dateSpan(core.corpus.articles.values()),
    };
  }
  return { kind: 'passage', origin: 'random', passage, ...withNeighbours(passage), filters };
}

export const random: CommandModule<RandomCommand> = {
  spec: {
    verb: 'random',
    summary: 'One excerpt, drawn by chance',
    usage: 'random [from: in: by: after: before:]',
    options: filterOptions,
    examples: [{ line: 'random in:way-forward', gives: 'an excerpt drawn by chance' }],
  },
  parse: (rest, core) => {
    const read = readQuery('random', rest, core);
    if (read.problem !== undefined) return { problem: read.problem };
    const { query, page } = read.parsed;
    const filters = writeFilters(query.filters);
    const words = writeQuery({ ...query, filters: {} });
    if (words !== '' || page !== 1) {
      const typed = words === '' ? `page:${page}` : words;
      const instead = [`search random ${rest}`, `search ${rest}`, `random ${filters}`.trimEnd()];
      return {
        problem: problem('unexpected-words', typed, { instead: words === '' ? instead.slice(2) : instead }),
      };
    }
    return { command: { verb: 'random', filters: query.filters } };
  },
  suits: (rest) => rest === '' || /^\p{L}+:/u.test(rest),
  write: ({ filters }) => writeFilters(filters),
  run,
};
