import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/read.ts';
import type { Corpus } from '../../src/corpus/types.ts';
import { createDesk, type DeskSettings } from '../../src/desk/desk.ts';
import type { Reply } from '../../src/desk/types.ts';
import type { Platform } from '../../src/digest/platform.ts';
import type { Asker } from '../../src/digest/types.ts';
import type { Article } from '../../src/document/types.ts';
import { plain } from '../../src/message/plain.ts';
import { byNobody, noDigest } from '../digest/no-digest.ts';
import { linkTo } from '../gallery/desk.ts';

const seeds = await readCorpus('seeds');
const platform: Platform = { id: 'pigeon', name: 'Pigeon post', posting: null };

/** Breaks while `isBroken` says so; what it says of it names nothing that was typed. */
const breaking = { isBroken: false };
const broken = (): never => {
  throw new Error('out of order');
};

/** The five articles, whose texts cannot be read while they are broken. */
function fragile(): Corpus {
  const articles = [...seeds.articles].map(([id, article]): [string, Article] => [
    id,
    Object.defineProperty({ ...article }, 'text', {
      get: () => (breaking.isBroken ? broken() : article.text),
    }),
  ]);
  return { articles: new Map(articles), faults: [] };
}

type Line = Readonly<Record<string, unknown>>;

/** A desk of which one part breaks, asked for something once it is broken, and what its log says. */
async function faultOf(words: string, part: Partial<DeskSettings>, asker?: Asker) {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line: string) => lines.push(line) });
  breaking.isBroken = false;
  const desk = createDesk({ corpus: seeds, linkTo, digest: noDigest, random: () => 0.5, log, ...part });
  const request = { platform, workspace: 'W', channel: 'C', user: 'U', words, ...(asker && { asker }) };
  breaking.isBroken = true;
  const reply = await desk.reply(request);
  breaking.isBroken = false;
  const logged = lines.map((line): Line => JSON.parse(line));
  return { desk, request, reply, raw: lines.join(''), logged };
}

const referenceOf = ({ answer }: Reply): string | undefined =>
  answer.kind === 'problem' && answer.problem.code === 'fault' ? answer.problem.reference : undefined;

const SECRET = 'confidential takeover plan';
const rejected = async (): Promise<never> => broken();

const faults: readonly (readonly [string, string, Partial<DeskSettings>])[] = [
  ['an article, where a passage is opened', 'open way-forward:3', { corpus: fragile() }],
  ['an article, where words are looked for', `search multilateralism ${SECRET}`, { corpus: fragile() }],
  ['an article, where a question is asked', `ask who chairs the SCO next, ${SECRET}?`, { corpus: fragile() }],
  ['an article, where others like it are wanted', 'related way-forward:3', { corpus: fragile() }],
  ['an article, where the articles are listed', 'sources', { corpus: fragile() }],
  ['chance', 'random from:global', { random: broken }],
  ['an address', `ask who chairs the SCO next, ${SECRET}?`, { linkTo: broken }],
  ['the digest, at once', 'digest status', { digest: { ...noDigest, run: broken } }],
  ['the digest, later', 'digest on 08:30 Asia/Shanghai', { digest: { ...noDigest, run: rejected } }],
];

describe('a fault in the core', () => {
  it.each(faults)('of %s is a problem with the reference that is in the log', async (_, words, part) => {
    const { reply, logged, raw } = await faultOf(words, part);
    const reference = referenceOf(reply);
    expect(reference).toMatch(/^[0-9a-f]{8}$/);
    expect(reply.command).toBe(words);
    expect(plain(reply.message)).toContain('Something went wrong in the desk, not in your words.');
    expect(plain(reply.message)).toContain(reference);
    expect(logged).toEqual([
      expect.objectContaining({
        level: 50,
        platform: 'pigeon',
        reference,
        msg: 'a command failed',
        err: expect.objectContaining({
          type: 'Error',
          message: 'out of order',
          stack: expect.stringContaining('faults.test.ts'),
        }),
      }),
    ]);
    expect(raw).not.toContain(SECRET);
    // A file of the stack may be called like a command.
    expect(raw.replace(/[\w/-]+\.ts/g, '')).not.toContain(words);
  });

  it.each(faults)(
    'of %s is over when it is mended, and another one has another reference',
    async (_, words, part) => {
      const { desk, request, reply } = await faultOf(words, part);
      const again = await desk.reply(request);
      if (part.corpus !== undefined) expect(again.answer.kind).not.toBe('problem');
      else expect(referenceOf(again)).not.toBe(referenceOf(reply));
      expect((await desk.reply({ ...request, words: 'help' })).answer.kind).toBe('help');
    },
  );

  it('gives scripts a problem like others, with no passage', async () => {
    const { desk, reply } = await faultOf('random', { random: broken });
    const { text, ...rest } = desk.json('random', reply);
    expect(rest).toEqual({ input: 'random', kind: 'problem', passages: [], total: 0, missing: [] });
    expect(text).toContain(referenceOf(reply));
  });

  it('leaves the log alone where there is none', async () => {
    for (const words of ['help', 'sources', 'serach x', '', 'search zanzibar']) {
      expect((await faultOf(words, {})).logged).toEqual([]);
    }
  });
});

describe('whoever asks', () => {
  it('is known to commands as the adapter tells of them, and as nobody who manages anything where it does not', async () => {
    const asked: unknown[] = [];
    const digest = {
      ...noDigest,
      run: async (...[, by]: Parameters<typeof noDigest.run>) => {
        asked.push(
          by.place,
          by.user,
          await by.asker.manages(),
          await by.asker.zone(),
          await by.asker.obstacle(),
        );
        return { kind: 'digest', action: 'status', state: null, unavailable: 'x' } as const;
      },
    };
    await faultOf('digest status', { digest });
    const place = { platform: 'pigeon', workspace: 'W', channel: 'C' };
    expect(asked.splice(0)).toEqual([place, 'U', false, null, null]);
    const asker: Asker = { ...byNobody.asker, manages: async () => true, zone: async () => 'Asia/Shanghai' };
    await faultOf('digest status', { digest }, asker);
    expect(asked).toEqual([place, 'U', true, 'Asia/Shanghai', null]);
  });
});
