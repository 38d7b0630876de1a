import type { Arrivals } from './arrivals.ts';
import { type Memory, type ProgramName, runProgram } from './program.ts';
import { type Rounds, rounds } from './rounds.ts';
import { beside, type Group, type Row, row } from './row.ts';
import { type PlatformName, stage } from './stage.ts';
import { summarize } from './statistics.ts';

const MEGABYTE = 1_000_000;

/** What a program holds once it has answered for the first time. */
async function memoryOf(name: ProgramName, on: readonly PlatformName[], arrivals: Arrivals): Promise<Memory> {
  if (on.length > 0) {
    const staged = await stage(name, on, arrivals, { probe: true });
    const memory = await staged.program.memory();
    await staged.stop();
    return memory;
  }
  const program = runProgram(name, { PORT: '0' }, { probe: true });
  const [, port] = await program.printed(/localhost:(\d+)/);
  await (await fetch(`http://127.0.0.1:${port}/api?q=search+multilateralism`)).json();
  const memory = await program.memory();
  await program.stop();
  return memory;
}

const subjects = [
  ['desk, no tokens', 'desk', []],
  ['  bare Hono page', 'hono', []],
  ['desk, both adapters', 'desk', ['slack', 'discord']],
  ['  Bolt echo', 'bolt', ['slack']],
  ['  discord.js echo', 'discordjs', ['discord']],
] as const satisfies readonly (readonly [string, ProgramName, readonly PlatformName[]])[];

/** @param plan processes of each. */
export async function measureMemory(plan: Rounds, arrivals: Arrivals): Promise<Group> {
  const measured = subjects.map((): Memory[] => []);
  for (const round of rounds(plan)) {
    if (round < 0) continue;
    for (const [at, [, name, on]] of subjects.entries())
      measured[at]?.push(await memoryOf(name, on, arrivals));
  }
  const values = (at: number, which: keyof Memory): readonly number[] =>
    (measured[at] ?? []).map((memory) => memory[which] / MEGABYTE);
  const rows = (which: keyof Memory, label: string): readonly Row[] => {
    const one = (at: number): Row =>
      row(`${subjects[at]?.[0] ?? ''}: ${label}`, 'MB', summarize(values(at, which)));
    const [none, page, both, bolt, discordjs] = [one(0), one(1), one(2), one(3), one(4)];
    const sums = values(3, which).map((value, round) => value + (values(4, which)[round] ?? Number.NaN));
    const together = row(`  both echo bots together: ${label}`, 'MB', summarize(sums));
    return [beside(none, page), page, beside(both, together), together, bolt, discordjs];
  };
  return {
    title: 'Memory after the first answer and a garbage collection',
    rows: [...rows('rss', 'resident'), ...rows('heapUsed', 'heap used')],
    notes: ['The echo bots are two processes; the desk does the work of both, and more, in one.'],
  };
}
