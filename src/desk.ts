import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import { wordIndexOf } from './answer/quotation/word-index.ts';
import { completeLine, completeOption } from './command/complete.ts';
import { parseLine } from './command/grammar.ts';
import type { Core } from './command/module.ts';
import { commandSpecs, runCommand, writeCommand } from './command/registry.ts';
import type { Answer } from './command/types.ts';
import type { Corpus } from './corpus/types.ts';
import type { Desk, Reply, Request } from './desk.types.ts';
import { toJson } from './json.ts';
import type { LinkTo } from './links.ts';
import { present } from './message/present.ts';
import { createSearch } from './search/search.ts';

export interface DeskSettings {
  readonly corpus: Corpus;
  readonly linkTo: LinkTo;
  readonly log: Logger;
  /** A number from 0 up to, not including, 1. */
  readonly random: () => number;
}

/** Short enough to read to a colleague who has the log. */
const newReference = (): string => randomUUID().slice(0, 8);

export function createDesk({ corpus, linkTo, log, random }: DeskSettings): Desk {
  const core: Core = { corpus, linkTo, random, commands: commandSpecs, search: createSearch(corpus) };
  // Made now, so that the first quotation need not wait for it.
  wordIndexOf(corpus);

  const answerLine = (words: string): { readonly command: string; readonly answer: Answer } => {
    const { command, problem } = parseLine(words, core);
    if (problem !== undefined) return { command: words, answer: { kind: 'problem', problem } };
    return { command: writeCommand(command), answer: runCommand(command, core) };
  };

  return {
    corpus,
    commands: commandSpecs,
    reply: async ({ platform, words }: Request): Promise<Reply> => {
      try {
        const { command, answer } = answerLine(words);
        return { command, answer, message: present(answer, command, linkTo) };
      } catch (error) {
        const reference = newReference();
        log.error({ err: error, reference, platform }, 'a command failed');
        const answer: Answer = {
          kind: 'problem',
          problem: { code: 'fault', typed: words, allowed: [], instead: [], reference },
        };
        return { command: words, answer, message: present(answer, words, linkTo) };
      }
    },
    json: (input, reply) => toJson(input, reply, linkTo),
    completeLine: (line) => completeLine(line, core),
    completeOption: (option, typed) => completeOption(option, typed, core),
    link: ({ article: id, n }) => {
      const article = corpus.articles.get(id);
      const paragraph = article?.paragraphs[n - 1];
      if (article === undefined || paragraph === undefined) throw new RangeError(`No passage ${id}:${n}`);
      return linkTo(article, paragraph).url;
    },
  };
}
