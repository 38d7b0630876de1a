import { type CommandModule, problem } from './module.ts';

interface SourcesCommand {
  readonly verb: 'sources';
}

export const sources: CommandModule<SourcesCommand> = {
  spec: {
    verb: 'sources',
    summary: 'The articles: publisher, author, date, length',
    usage: 'sources',
    options: [],
    examples: [{ line: 'sources', gives: 'the articles: author, publisher, date, length' }],
  },
  parse: (rest) =>
    rest === ''
      ? { command: { verb: 'sources' } }
      : { problem: problem('unexpected-words', rest, { instead: [`search sources ${rest}`, 'sources'] }) },
  suits: (rest) => rest === '',
  write: () => '',
  run: (_command, { corpus }) => ({
    kind: 'sources',
    articles: [...corpus.articles.values()],
    faults: corpus.faults,
  }),
};
