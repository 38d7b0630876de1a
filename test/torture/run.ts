/** `npm run torture -- [--kills N] [--store sqlite|postgres|both] [--seed N]`: kills the digest while it posts. */
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { openChamber, type TortureResult, torture } from './torture.ts';
import { tableOf, wrongIn } from './verdict.ts';

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '200' },
    store: { type: 'string', default: 'both' },
    seed: { type: 'string', default: '1' },
    mutant: { type: 'string', default: 'none' },
  },
});

const { kills, store, seed, mutant } = z
  .object({
    kills: z.coerce.number().int().positive(),
    store: z.enum(['sqlite', 'postgres', 'both']),
    seed: z.coerce.number().int(),
    mutant: z.enum(['none', 'send then mark', 'no settling']),
  })
  .parse(values);

// An exit, so that the processes under torture end as well.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const SHOWN = 20;

const chamber = await openChamber();
const results: TortureResult[] = [];
for (const each of store === 'both' ? (['sqlite', 'postgres'] as const) : [store]) {
  say(`${each}: ${kills} kills, seed ${seed}`);
  const told = (line: string): void => say(`  ${line}`);
  const result = await torture({ store: each, kills, seed, mutant, told }, chamber);
  results.push(result);
  const wrong = [...result.complaints, ...result.logged];
  for (const line of wrong.slice(0, SHOWN)) told(line);
  if (wrong.length > SHOWN) told(`and ${wrong.length - SHOWN} more`);
}
await chamber.close();
say(`\n${tableOf(results)}`);
const wrong = results.flatMap(wrongIn);
say(wrong.length === 0 ? '\nNothing doubled, nothing lost.' : `\nFailed: ${wrong.join('; ')}.`);
process.exitCode = wrong.length === 0 ? 0 : 1;
