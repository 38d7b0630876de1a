import { type CommandModule, problem } from './module.ts';
import type { Command } from './types.ts';

type SourcesCommand = Extract<Command, { verb: 'sources' }>;

export const sources: CommandModule<SourcesCommand> = {
  spec: {
    verb: 'sources',
    summary: 'The articles: publisher, author, date, length',
    usage: 'sources',
    options: [],
    examples: ['sources'],
  },
  parse: (rest) =>
    rest === ''
      ? { command: { verb: 'sources' } }
      : { problem: problem('unexpected-words', rest, { instead: [`search sources ${rest}`, 'sources'] }) },
  write: () => '',
  run: (_command, { corpus }) => ({
    kind: 'sources',
    articles: [...corpus.articles.values()],
    faults: corpus.faults,
  }),
};
