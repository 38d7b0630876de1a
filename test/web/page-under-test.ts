import { mkdtemp, writeFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { startWeb } from '../../adapters/web/start.ts';
import { createDrawing } from '../../src/compose/drawing.ts';
import { createLinks } from '../../src/corpus/links.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { createDesk } from '../../src/desk/desk.ts';
import type { Desk } from '../../src/desk/types.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { noDigest } from '../digest/no-digest.ts';

export const store = createMemoryStore(() => 0);
export const draw = createDrawing(store);

export interface Options {
  /** Files of a corpus of the test's own; the five articles otherwise. */
  readonly files?: Readonly<Record<string, string>>;
  readonly playground?: boolean;
  readonly mounts?: ReadonlyMap<string, RequestListener>;
  /** Stands in for the core where the test needs a fault. */
  readonly change?: (desk: Desk) => Desk;
}

async function folderOf(files: Readonly<Record<string, string>>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'sco-desk-'));
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
  return folder;
}

/** The desk's pages on a free port of loopback, over the real core. */
export async function startPages(options: Options = {}) {
  const corpus = await readCorpus(options.files === undefined ? 'seeds' : await folderOf(options.files));
  const lines: string[] = [];
  const log = pino({}, { write: (line: string) => lines.push(line) });
  const local = { publicUrl: null, sourceUrlTemplate: null, localUrl: '' };
  const desk = createDesk({ corpus, linkTo: createLinks(local), digest: noDigest, log, random: () => 0.4 });
  const web = await startWeb(
    { desk: options.change?.(desk) ?? desk, store, log },
    {
      host: '127.0.0.1',
      port: 0,
      playground: options.playground ?? true,
      draw,
      mounts: options.mounts ?? new Map(),
    },
  );
  local.localUrl = web.url;
  return { ...web, desk, logged: () => lines.join('') };
}

export type Pages = Awaited<ReturnType<typeof startPages>>;
