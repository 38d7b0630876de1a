import MiniSearch from 'minisearch';
import { terminalPlatform } from '../../adapters/terminal/platform.ts';
import { createLog } from '../../src/compose/log.ts';
import { createLinks } from '../../src/corpus/links.ts';
import type { Corpus } from '../../src/corpus/types.ts';
import { createDesk } from '../../src/desk/desk.ts';
import type { Desk } from '../../src/desk/types.ts';
import { noDigest } from '../digest/no-digest.ts';
import { searchedTexts } from './large-corpus.ts';
import { nastyLines, queriesFor } from './queries.ts';
import { type Rounds, rounds } from './rounds.ts';
import { beside, type Group, type Row, row } from './row.ts';
import { summarize } from './statistics.ts';

export interface SearchPlan {
  /** As the table names the corpus. */
  readonly name: string;
  /** Lines of each kind that are made of the corpus, beside the usual ones. */
  readonly made: number;
  /** How often each line is asked. */
  readonly rounds: Rounds;
  /** How often each nasty line is asked. */
  readonly nastyRounds: Rounds;
}

const SEED = 20_000;

const now = (): number => performance.now();

async function timed(work: () => unknown): Promise<number> {
  const start = now();
  await work();
  return now() - start;
}

function deskOf(corpus: Corpus): Desk {
  const localUrl = 'http://localhost:3000';
  const linkTo = createLinks({ publicUrl: null, sourceUrlTemplate: null, localUrl });
  return createDesk({ corpus, linkTo, digest: noDigest, log: createLog('silent'), random: () => 0 });
}

function miniSearchOf(texts: readonly string[]): MiniSearch {
  const index = new MiniSearch({ fields: ['text'] });
  index.addAll(texts.map((text, id) => ({ id, text })));
  return index;
}

/** All subjects asked the same lines, by turns. */
async function sideBySide(
  lines: readonly string[],
  plan: Rounds,
  subjects: readonly ((line: string) => unknown)[],
): Promise<readonly (readonly number[])[]> {
  const times = subjects.map((): number[] => []);
  for (const round of rounds(plan)) {
    for (const line of lines) {
      for (const [at, subject] of subjects.entries()) {
        const taken = await timed(() => subject(line));
        if (round >= 0) times[at]?.push(taken);
      }
    }
  }
  return times;
}

const pair = (name: string, [desk = [], mini = []]: readonly (readonly number[])[]): readonly Row[] => {
  const other = row(`  MiniSearch: ${name}`, 'ms', summarize(mini));
  return [beside(row(name, 'ms', summarize(desk)), other), other];
};

/** `search` and `ask`, parsing and wording included, beside a bare MiniSearch on the same passages. */
export async function measureSearch(corpus: Corpus, plan: SearchPlan): Promise<Group> {
  const texts = searchedTexts(corpus);
  const start = now();
  const desk = deskOf(corpus);
  const deskBuilt = now();
  const mini = miniSearchOf(texts);
  const miniBuilt = now();

  const reply = (line: string): Promise<unknown> =>
    desk.reply({ platform: terminalPlatform, workspace: '', channel: '', user: '', words: line });
  const search = (line: string): unknown => mini.search(line);
  const verb =
    (name: string) =>
    (line: string): Promise<unknown> =>
      reply(`${name} ${line}`);

  const queries = queriesFor(texts, plan.made, SEED);
  const searched = await sideBySide(queries.search, plan.rounds, [verb('search'), search]);
  const asked = await sideBySide(queries.ask, plan.rounds, [verb('ask'), search]);

  const nasty: Row[] = [];
  for (const [name, line] of nastyLines(texts, SEED)) {
    const [times = []] = await sideBySide([line], plan.nastyRounds, [verb('search')]);
    nasty.push(row(`search ${name}`, 'ms', summarize(times)));
  }
  return {
    title: `One question at ${plan.name}: ${texts.length.toLocaleString('en')} passages`,
    rows: [
      ...pair('index built', [[deskBuilt - start], [miniBuilt - deskBuilt]]),
      ...pair('search', searched),
      ...pair('ask', asked),
      ...nasty,
    ],
    notes: [
      'MiniSearch has its defaults and gives ids and scores; the desk parses, searches, ranks, marks, links and words its answer.',
    ],
  };
}
