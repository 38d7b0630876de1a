/** `npm run eval -- DIR`: measures the desk on a collection in BEIR's layout. */

import { print, runProgram } from '../program.ts';
import { partOf, readCollection } from './collection.ts';
import { evaluate } from './evaluate.ts';
import { help } from './help.ts';
import { defaultMode } from './modes.ts';
import { readOptions } from './options.ts';
import { report } from './report.ts';
import { prepareRun, writeRun } from './run-file.ts';

await runProgram(async () => {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') return print(help);
  const { directory, part, seed, run, json } = options;
  const collection = partOf(await readCollection(directory), part);
  if (run !== null) await prepareRun(run, collection);
  const evaluation = evaluate(collection, { mode: options.mode ?? defaultMode(collection), seed });
  if (run !== null) await writeRun(run, evaluation);
  const { figures } = evaluation;
  return print(json ? JSON.stringify({ collection: directory, part, ...figures }, null, 2) : report(figures));
});
