import { pino } from 'pino';
import { terminalPlatform } from '../../adapters/terminal/platform.ts';
import { createLinks } from '../../src/corpus/links.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { createDesk } from '../../src/desk/desk.ts';
import type { Desk, Reply } from '../../src/desk/types.ts';
import { digestInMemory } from '../digest/in-memory.ts';

export const linkTo = createLinks({
  publicUrl: null,
  sourceUrlTemplate: null,
  localUrl: 'http://localhost:3000',
});

/** A desk over a folder, with the reader at the usual local address. Its excerpts are the same each time. */
export async function deskOver(folder: string, random: () => number = () => 0.4): Promise<Desk> {
  const corpus = await readCorpus(folder);
  const { digest } = await digestInMemory(corpus, linkTo);
  return createDesk({
    corpus,
    linkTo,
    digest,
    log: pino({ level: 'silent' }),
    random,
  });
}

export const say = (desk: Desk, words: string): Promise<Reply> =>
  desk.reply({ platform: terminalPlatform, workspace: '', channel: '', user: '', words });
