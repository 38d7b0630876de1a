import { setTimeout as after } from 'node:timers/promises';
import type { Arrivals } from './arrivals.ts';
import type { EventKind } from './platform.ts';
import { type Rounds, rounds } from './rounds.ts';
import { beside, type Group, type Row, row } from './row.ts';
import { type PlatformName, type Staged, stage } from './stage.ts';
import { summarize } from './statistics.ts';

/** Milliseconds between events: discord.js holds back what exceeds 50 calls a second. */
const PACE = 12;

/** The aim of the project: an answer costs a tenth more than an echo at most. */
const AIM = 1.1;

const lines = [
  'search multilateralism',
  'search security cooperation',
  'ask who chairs the SCO next?',
  'search "Shanghai Cooperation Organization"',
  'when will Belarus join the SCO?',
] as const;

/** Discord's command has its verb beside its words. */
const wordsFor = (line: string, kind: EventKind, platform: PlatformName): string =>
  platform === 'discord' && kind === 'command' ? line.replace(/^(?:search|ask) /, '') : line;

interface Subject {
  readonly staged: Staged;
  readonly kind: EventKind;
}

/** Events to all subjects by turns, so that noise falls on all alike; each goes first as often. */
async function byTurns(
  platform: PlatformName,
  subjects: readonly Subject[],
  plan: Rounds,
): Promise<readonly (readonly number[])[]> {
  const times = subjects.map((): number[] => []);
  for (const round of rounds(plan)) {
    const line = lines.at(round % lines.length) ?? lines[0];
    for (let turn = 0; turn < subjects.length; turn++) {
      const at = (turn + Math.abs(round)) % subjects.length;
      const subject = subjects[at];
      if (subject === undefined) continue;
      const { staged, kind } = subject;
      const taken = await staged.time(platform, kind, wordsFor(line, kind, platform));
      if (round >= 0) times[at]?.push(taken);
      await after(PACE);
    }
  }
  return times;
}

/** The desk and its adapters alone, each beside the echo. */
function rowsOf(
  name: string,
  echoed: string,
  [desk = [], echo = [], adapter = []]: readonly (readonly number[])[],
): readonly Row[] {
  const other = row(`  ${echoed}`, 'ms', summarize(echo));
  return [
    beside(row(name, 'ms', summarize(desk)), other, AIM),
    other,
    beside(row('  the desk’s adapter, echoing', 'ms', summarize(adapter)), other),
  ];
}

/** @param plan events of each kind to each program. */
export async function measureEvents(plan: Rounds, arrivals: Arrivals): Promise<Group> {
  const desk = await stage('desk', ['slack', 'discord'], arrivals);
  const adapters = await stage('adapters', ['slack', 'discord'], arrivals);
  const bolt = await stage('bolt', ['slack'], arrivals);
  const discordjs = await stage('discordjs', ['discord'], arrivals);
  const all = (echo: Staged, kind: EventKind): readonly Subject[] =>
    [desk, echo, adapters].map((staged) => ({ staged, kind }));
  try {
    const slackMention = await byTurns('slack', all(bolt, 'mention'), plan);
    const slackCommand = await byTurns('slack', all(bolt, 'command'), plan);
    const discordMention = await byTurns('discord', all(discordjs, 'mention'), plan);
    const discordCommand = await byTurns(
      'discord',
      [...all(discordjs, 'command'), { staged: discordjs, kind: 'ping' }],
      plan,
    );
    const [deferred = [], , , atOnce = []] = discordCommand;
    const plain = row('  discord.js echo, replies at once', 'ms', summarize(atOnce));
    const again = row('Discord: the same, beside one call', 'ms', summarize(deferred));
    return {
      title: 'From an event to the call that answers it, on loopback',
      rows: [
        ...rowsOf('Slack: mention → chat.postMessage', 'Bolt echo, mention', slackMention),
        ...rowsOf('Slack: /sco → response_url', 'Bolt echo, acks and responds', slackCommand),
        ...rowsOf('Discord: mention → reply', 'discord.js echo, mention', discordMention),
        ...rowsOf('Discord: /sco → deferred, edited', 'discord.js echo, defers and edits', discordCommand),
        beside(again, plain),
        plain,
      ],
      notes: [
        `Aim: within ${AIM} of the echo’s median. “!” marks a ratio above its aim.`,
        'The adapter, echoing, is the desk without its corpus: what is left is the answer itself.',
      ],
    };
  } finally {
    await Promise.all([desk, adapters, bolt, discordjs].map((each) => each.stop()));
  }
}
