import type { Logger } from 'pino';
import { corpusWordsOf } from '../answer/quotation/corpus-words.ts';
import { completeLine, completeOption } from '../command/complete.ts';
import { parseLine } from '../command/grammar.ts';
import type { Core } from '../command/module.ts';
import { commandSpecs, runCommand, writeCommand } from '../command/table.ts';
import type { Answer } from '../command/types.ts';
import type { LinkTo } from '../corpus/links.ts';
import type { Corpus } from '../corpus/types.ts';
import type { Asker, Digest } from '../digest/types.ts';
import { faultReference } from '../fault.ts';
import { toJson } from '../json/answer.ts';
import { present } from '../message/present.ts';
import { createSearch } from '../search/search.ts';
import type { Desk, Reply, Request } from './types.ts';

export interface DeskSettings {
  readonly corpus: Corpus;
  readonly linkTo: LinkTo;
  readonly digest: Digest;
  readonly log: Logger;
  /** A number from 0 up to, not including, 1. */
  readonly random: () => number;
}

/** A surface that finds out nothing about who asks. */
const nobody: Asker = { zone: async () => null, manages: async () => false, obstacle: async () => null };

export function createDesk({ corpus, linkTo, digest, log, random }: DeskSettings): Desk {
  const core: Core = { corpus, linkTo, digest, random, commands: commandSpecs, search: createSearch(corpus) };
  // Made now, so that the first quotation need not wait for it.
  corpusWordsOf(corpus);

  const answerLine = async (request: Request): Promise<Pick<Reply, 'command' | 'answer'>> => {
    const { words } = request;
    const { command, problem } = parseLine(words, core);
    if (problem !== undefined) return { command: words, answer: { kind: 'problem', problem } };
    const { platform, workspace, channel, user, asker = nobody } = request;
    const asked = { platform, place: { platform: platform.id, workspace, channel }, user, asker };
    return { command: writeCommand(command), answer: await runCommand(command, core, asked) };
  };

  return {
    corpus,
    commands: commandSpecs,
    reply: async (request: Request): Promise<Reply> => {
      const { platform, words } = request;
      try {
        const { command, answer } = await answerLine(request);
        return { command, answer, message: present(answer, command, linkTo) };
      } catch (error) {
        const reference = faultReference();
        log.error({ err: error, reference, platform: platform.id }, 'a command failed');
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
  };
}
