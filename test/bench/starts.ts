import type { Arrivals } from './arrivals.ts';
import { type ProgramName, runProgram } from './program.ts';
import { type Rounds, rounds } from './rounds.ts';
import { beside, type Group, row } from './row.ts';
import { type PlatformName, type Staged, stage } from './stage.ts';
import { summarize } from './statistics.ts';

/** Milliseconds from the start of the process until its page has answered. */
async function startOfPage(name: ProgramName): Promise<number> {
  const program = runProgram(name, { PORT: '0' });
  const [, port] = await program.printed(/localhost:(\d+)/);
  const response = await fetch(`http://127.0.0.1:${port}/api?q=search+multilateralism`);
  await response.json();
  const taken = performance.now() - program.startedAt;
  if (!response.ok) throw new Error(`${name} answered ${response.status}`);
  await program.stop();
  return taken;
}

type Times = Readonly<Record<PlatformName | 'both', number>>;

/** The same for programs started together, until mentions were answered on both platforms. */
async function startOnPlatforms(
  programs: readonly (readonly [ProgramName, readonly PlatformName[]])[],
  arrivals: Arrivals,
): Promise<Times> {
  const startedAt = performance.now();
  const staged: readonly Staged[] = await Promise.all(
    programs.map(([name, on]) => stage(name, on, arrivals)),
  );
  const answered = Object.assign({}, ...staged.map(({ answeredAt }) => answeredAt));
  const since = (at: unknown): number => Number(at) - startedAt;
  const [slack, discord] = [since(answered['slack']), since(answered['discord'])];
  await Promise.all(staged.map((each) => each.stop()));
  return { slack, discord, both: Math.max(slack, discord) };
}

/** @param plan starts of each; what warms up fills the file cache. */
export async function measureStarts(plan: Rounds, arrivals: Arrivals): Promise<Group> {
  const desk: number[] = [];
  const hono: number[] = [];
  const deskOn: Times[] = [];
  const echoes: Times[] = [];
  for (const round of rounds(plan)) {
    const page = [await startOfPage('desk'), await startOfPage('hono')] as const;
    const both = [
      await startOnPlatforms([['desk', ['slack', 'discord']]], arrivals),
      await startOnPlatforms(
        [
          ['bolt', ['slack']],
          ['discordjs', ['discord']],
        ],
        arrivals,
      ),
    ] as const;
    if (round < 0) continue;
    desk.push(page[0]);
    hono.push(page[1]);
    deskOn.push(both[0]);
    echoes.push(both[1]);
  }
  const on = (name: string, times: readonly Times[], which: keyof Times) =>
    row(name, 'ms', summarize(times.map((each) => each[which])));
  const page = row('  bare Hono page', 'ms', summarize(hono));
  const together = on('  Bolt echo and discord.js echo, together', echoes, 'both');
  const bolt = on('  Bolt echo, of the two', echoes, 'slack');
  const discordjs = on('  discord.js echo, of the two', echoes, 'discord');
  return {
    title: 'From the start of the process to the first answer',
    rows: [
      beside(row('desk, no tokens: /api', 'ms', summarize(desk)), page),
      page,
      beside(on('desk, both adapters: both mentions', deskOn, 'both'), together),
      together,
      beside(on('desk, both adapters: Slack’s mention', deskOn, 'slack'), bolt),
      bolt,
      beside(on('desk, both adapters: Discord’s mention', deskOn, 'discord'), discordjs),
      discordjs,
    ],
    notes: ['The two echo bots are two processes that start at the same moment; the desk is one.'],
  };
}
