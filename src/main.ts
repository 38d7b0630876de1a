import { enableCompileCache } from 'node:module';
import { faultLine, isStartFault, type StartFault } from './fault.ts';
import { type Environment, readEnvironment } from './settings/environment.ts';

const say = (line: string): void => void process.stderr.write(`${line}\n`);

function fail(faults: readonly StartFault[]): void {
  if (faults.length === 0) return;
  for (const fault of faults) say(faultLine(fault));
  process.exitCode = 1;
}

/**
 * Stops on the first signal, once it has started, and lets what is under way finish; exits at once on the second.
 */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    void stop().then(() => process.exit(0));
  };
  process.on('SIGTERM', onSignal);
  process.on('SIGINT', onSignal);
}

async function serve(args: readonly string[], environment: Environment): Promise<void> {
  const { start } = await import('./compose/start.ts');
  const starting = start(environment, args, (line) => process.stdout.write(`${line}\n`));
  // Before it says that it is there: whoever reads that may end it at once.
  stopOnSignal(async () => (await starting).stop?.());
  const { faults } = await starting;
  fail(faults);
}

async function terminal(args: readonly string[], environment: Environment): Promise<void> {
  const { runTerminal } = await import('./compose/terminal.ts');
  // Whoever reads the output may have seen enough: `sco … | head`.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    process.exit(0);
  });
  const done = await runTerminal(args, environment, { input: process.stdin, output: process.stdout, say });
  if (typeof done === 'number') process.exitCode = done;
  else fail(done);
}

async function main([mode = 'start', ...args]: readonly string[]): Promise<void> {
  // What is imported from here on is compiled once, not at every start; kept in the system's temporary folder.
  enableCompileCache();
  try {
    const environment = readEnvironment();
    await (mode === 'sco' ? terminal(args, environment) : serve(args, environment));
  } catch (error) {
    if (!isStartFault(error)) throw error;
    fail([error]);
  }
}

await main(process.argv.slice(2));
