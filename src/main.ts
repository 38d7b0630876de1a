import { readFileSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { readArguments } from '../adapters/terminal/arguments.ts';
import { type Environment, readDeskConfig } from './config.ts';
import { readCorpus } from './corpus/read.ts';
import { createDesk } from './desk.ts';
import { createLinks } from './links.ts';
import { createLog } from './log.ts';
import { faultLine, isStartFault, type StartFault } from './start-fault.ts';

/** What `.env` in the working directory sets, under what the environment itself sets. */
function readEnvironment(): Environment {
  try {
    return { ...parseEnv(readFileSync('.env', 'utf8')), ...process.env };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return process.env;
    throw error;
  }
}

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function fail(faults: readonly StartFault[]): void {
  for (const fault of faults) say(faultLine(fault));
  process.exitCode = 1;
}

async function terminal(args: readonly string[], environment: Environment): Promise<void> {
  const asked = readArguments(args);
  if (asked.mode === 'problem') return fail([asked]);
  const { config, faults } = readDeskConfig(
    asked.corpus === null ? environment : { ...environment, CORPUS_DIR: asked.corpus },
  );
  if (config === null) return fail(faults);
  const corpus = await readCorpus(config.corpusDirectory);
  for (const { file, problem, remedy } of corpus.faults)
    say(faultLine({ problem: `${file}: ${problem}`, remedy }));
  const linkTo = createLinks({ ...config, localUrl: `http://localhost:${config.port}` });
  const desk = createDesk({ corpus, linkTo, log: createLog(config.logLevel), random: Math.random });
  const { answerLine, answerLines, openPrompt } = await import('../adapters/terminal/start.ts');
  const streams = { input: process.stdin, output: process.stdout };
  const colour = environment['NO_COLOR'] === undefined || environment['NO_COLOR'] === '';
  // Whoever reads the output may have seen enough: `sco … | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(0);
    throw error;
  });
  switch (asked.mode) {
    case 'line':
      process.exitCode = await answerLine(desk, asked.line, streams, { json: asked.json, colour });
      return;
    case 'lines':
      return answerLines(desk, streams);
    case 'prompt':
      return openPrompt(desk, streams, colour);
  }
}

async function main([mode = 'start', ...args]: readonly string[]): Promise<void> {
  try {
    const environment = readEnvironment();
    if (mode === 'sco') return await terminal(args, environment);
    const { start } = await import('./start.ts');
    const faults = await start(environment, args);
    if (faults.length > 0) fail(faults);
  } catch (error) {
    if (!isStartFault(error)) throw error;
    fail([error]);
  }
}

await main(process.argv.slice(2));
