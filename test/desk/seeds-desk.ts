import { pino } from 'pino';
import { terminalPlatform } from '../../adapters/terminal/platform.ts';
import { createLinks } from '../../src/corpus/links.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import type { Corpus } from '../../src/corpus/types.ts';
import { createDesk } from '../../src/desk/desk.ts';
import type { Desk, Reply } from '../../src/desk/types.ts';
import type { JsonAnswer } from '../../src/json/types.ts';
import { digestInMemory } from '../digest/in-memory.ts';

const linkTo = createLinks({ publicUrl: null, sourceUrlTemplate: null, localUrl: 'http://localhost:3000' });

export interface DeskUnderTest {
  readonly desk: Desk;
  readonly corpus: Corpus;
  reply(words: string): Promise<Reply>;
  json(words: string): Promise<JsonAnswer>;
}

/** A desk over the five articles, or over another corpus. */
export async function seedsDesk(given?: Corpus): Promise<DeskUnderTest> {
  const corpus = given ?? (await readCorpus('seeds'));
  const { digest } = await digestInMemory(corpus, linkTo);
  const desk = createDesk({ corpus, linkTo, digest, log: pino({ level: 'silent' }), random: () => 0.3 });
  const reply = (words: string): Promise<Reply> =>
    desk.reply({ platform: terminalPlatform, workspace: '', channel: '', user: '', words });
  return { desk, corpus, reply, json: async (words) => desk.json(words, await reply(words)) };
}
