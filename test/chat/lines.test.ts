import { beforeEach, describe, expect, it } from 'vitest';
import { createLinks } from '../../src/corpus/links.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { createDesk } from '../../src/desk/desk.ts';
import type { Desk } from '../../src/desk/types.ts';
import { createEngine } from '../../src/digest/engine.ts';
import { settlingTime } from '../../src/digest/timing.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { type DigestInMemory, digestInMemory } from '../digest/in-memory.ts';
import { startLines } from './lines/start.ts';
import { type Choice, LinesError, type LinesPost, LinesWire } from './lines/wire.ts';
import { type LogLine, readableLog } from './logged.ts';

const linkTo = createLinks({ publicUrl: 'https://desk.example', sourceUrlTemplate: null, localUrl: '' });
const corpus = await readCorpus('seeds');
const ROOM = 'readers';

let wire: LinesWire;
let kept: DigestInMemory;
let desk: Desk;
let surface: ReturnType<typeof startLines>;
let logged: readonly LogLine[];
let events: number;

/** The real core and the real digest on the platform of the tests' own: what a third platform comes to. */
async function start(change: (desk: Desk) => Partial<Desk> = () => ({})): Promise<void> {
  const readable = readableLog();
  logged = readable.logged;
  const { log } = readable;
  kept = await digestInMemory(corpus, linkTo);
  const own = createDesk({ corpus, linkTo, digest: kept.digest, log, random: () => 0.4 });
  desk = { ...own, ...change(own) };
  wire = new LinesWire();
  wire.owners.set(ROOM, 'ann');
  surface = startLines({ desk, store: createMemoryStore(() => 0), log }, wire);
  events = 0;
}

beforeEach(() => start());

/** What is posted for a line or a choice. */
async function say(said: string | Choice, user = 'ann', id = `e${++events}`): Promise<readonly LinesPost[]> {
  const before = wire.posts.length;
  await wire.listener({ id, room: ROOM, user, said });
  return wire.posts.slice(before);
}

const choice = ([post]: readonly LinesPost[], label: string): Choice => {
  const found = post?.choices.find((each) => each.label.startsWith(label));
  if (found === undefined) throw new RangeError(`No choice “${label}”`);
  return found;
};

describe('a mention', () => {
  it('is answered once, before the room, with passages and their addresses', async () => {
    const [answer, ...more] = await say('@desk search multilateralism');
    expect(more).toEqual([]);
    expect(answer).toMatchObject({ room: ROOM, onlyTo: null });
    expect(answer?.text).toMatch(/^ {2}https:\/\/desk\.example\/a\/[a-z-]+#p\d+$/m);
    expect(answer?.choices.map(({ type }) => type)).not.toContain('share');
  });

  it('that comes again is answered once, and a line that is not for the desk never', async () => {
    expect(await say('@desk help', 'ann', 'same')).toHaveLength(1);
    expect(await say('@desk help', 'ann', 'same')).toEqual([]);
    expect(await say('help')).toEqual([]);
  });

  it('is apologised for once where the answer is refused, with a reference that is in the log', async () => {
    wire.meets = ({ choices }) => (choices.length > 0 ? new LinesError('closed') : null);
    const [apology, ...more] = await say('@desk search multilateralism');
    expect(more).toEqual([]);
    expect(apology).toMatchObject({ onlyTo: 'ann', choices: [] });
    const reference = /reference ([0-9a-f]{8})\.$/.exec(apology?.text ?? '')?.[1];
    expect(logged).toMatchObject([{ reference, err: { message: 'closed' } }]);
  });

  it('whose answer may have arrived is not answered again', async () => {
    wire.meets = () => new LinesError('lost');
    expect(await say('@desk sources')).toHaveLength(1);
  });

  it('is apologised for where the core throws', async () => {
    await start(() => ({ reply: () => Promise.reject(new Error('core broke')) }));
    expect(await say('@desk sources')).toMatchObject([
      { onlyTo: 'ann', text: expect.stringMatching(/^Sorry/) },
    ]);
    expect(logged).toMatchObject([{ err: { message: 'core broke' } }]);
  });
});

describe('a choice', () => {
  it('runs its command for whoever chose it, who may share the answer under their name', async () => {
    const asked = await say('@desk search multilateralism');
    const opened = await say(choice(asked, 'Open'), 'ben');
    expect(opened).toMatchObject([{ onlyTo: 'ben', room: ROOM }]);
    const shared = await say(choice(opened, 'Share'), 'ben');
    expect(shared).toMatchObject([{ onlyTo: null, text: expect.stringMatching(/^Shared by ben\n\n/) }]);
    expect(shared[0]?.text).toContain(opened[0]?.text);
  });
});

describe('the daily digest', () => {
  const key = ({ key: given }: LinesPost): boolean => given !== undefined;

  async function lookOnce(): Promise<void> {
    const engine = createEngine(kept.parts, surface.sender === null ? [] : [surface.sender]);
    await engine.tick();
    await engine.stop();
  }

  it('may be changed by whoever opened the room alone', async () => {
    expect((await say('@desk digest on 08:30', 'ben'))[0]?.text).toContain('You cannot change');
    expect((await say('@desk digest on 08:30'))[0]?.text).toContain('08:30');
    expect((await say('@desk digest off', 'ben'))[0]?.text).toContain(
      'In Lines whoever opened the room can.',
    );
  });

  it.each([
    ['arrives', null],
    ['arrives though its answer is lost', 'lost'],
    ['cannot be sent at first', 'away'],
  ] as const)('posts once a post that %s', async (_, fails) => {
    await say('@desk digest on 08:30 UTC');
    await kept.clock.moveTo(Date.parse('2026-11-23T08:30:00Z'));
    wire.meets = () => (fails === null ? null : new LinesError(fails));
    await lookOnce();
    wire.meets = () => null;
    await kept.clock.advance(settlingTime(kept.parts.timing) + 1000);
    await lookOnce();
    await lookOnce();
    const posts = wire.posts.filter(key);
    expect(posts).toMatchObject([{ room: ROOM, onlyTo: null, text: expect.stringContaining('23 November') }]);
    expect((await say('@desk digest status'))[0]?.text).toContain('2026');
  });

  it('says what to do where the platform refuses it', async () => {
    await say('@desk digest on 08:30 UTC');
    await kept.clock.moveTo(Date.parse('2026-11-23T08:30:00Z'));
    wire.meets = () => new LinesError('closed');
    await lookOnce();
    wire.meets = () => null;
    expect((await say('@desk digest status'))[0]?.text).toContain('Open the room again.');
  });
});

describe('a stop', () => {
  it('waits for what is under way and takes nothing more', async () => {
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    await start((own) => ({ reply: (request) => gate.then(() => own.reply(request)) }));
    const answered = say('@desk sources');
    const stopped = surface.stop().then(() => wire.posts.length);
    expect(await say('@desk help')).toEqual([]);
    open();
    expect(await stopped).toBe(1);
    expect(await answered).toHaveLength(1);
  });
});
