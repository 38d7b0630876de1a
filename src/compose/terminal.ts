import { readArguments } from '../../adapters/terminal/arguments.ts';
import { answerLine, answerLines, openPrompt } from '../../adapters/terminal/start.ts';
import { createLinks } from '../corpus/links.ts';
import { createDesk } from '../desk/desk.ts';
import { faultLine, type StartFault } from '../fault.ts';
import { readDeskConfig } from '../settings/config.ts';
import type { Environment } from '../settings/environment.ts';
import { loadCorpus } from './corpus.ts';
import { digestWhenNeeded } from './digest-when-needed.ts';
import { createLog } from './log.ts';

export interface Process {
  readonly input: NodeJS.ReadStream;
  readonly output: NodeJS.WriteStream;
  /** Where the files that could not be read are named. */
  readonly say: (line: string) => void;
}

/** The desk in a terminal: one line, lines of JSON, or a prompt. @returns the exit code, or what is in the way. */
export async function runTerminal(
  args: readonly string[],
  environment: Environment,
  { input, output, say }: Process,
): Promise<number | readonly StartFault[]> {
  const parsed = readArguments(args);
  if (parsed.mode === 'problem') return [parsed];
  const { config, faults } = readDeskConfig(
    parsed.corpus === null ? environment : { ...environment, CORPUS_DIR: parsed.corpus },
  );
  if (config === null) return faults;
  const { corpus, faults: unread } = await loadCorpus(config.corpusDirectory);
  if (corpus === null) return unread;
  for (const fault of unread) say(faultLine(fault));
  const linkTo = createLinks({ ...config, localUrl: `http://localhost:${config.port}` });
  const log = createLog(config.logLevel);
  const { digest, close } = digestWhenNeeded({ config, corpus, linkTo, log });
  const desk = createDesk({ corpus, linkTo, digest, log, random: Math.random });
  const streams = { input, output };
  // https://no-color.org: set and not empty turns colour off.
  const colour = (environment['NO_COLOR'] ?? '') === '';
  try {
    switch (parsed.mode) {
      case 'line':
        return await answerLine(desk, parsed.line, streams, { json: parsed.json, colour });
      case 'lines':
        await answerLines(desk, streams);
        return 0;
      case 'prompt':
        await openPrompt(desk, streams, colour);
        return 0;
    }
  } finally {
    await close();
  }
}
