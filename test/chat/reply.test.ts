import { describe, expect, it } from 'vitest';
import type { CallFailure } from '../../adapters/chat/failure.ts';
import { type ReplyTarget, replyOnce } from '../../adapters/chat/reply.ts';
import { readableLog } from './logged.ts';

class Failed extends Error {
  readonly failure: CallFailure;
  constructor(failure: CallFailure) {
    super(failure.type);
    this.failure = failure;
  }
}

const unreached = new Failed({ type: 'failed', detail: '' });
const refused = new Failed({ type: 'refused', reason: 'refused', detail: '' });
const lost = new Failed({ type: 'in doubt', detail: '', answered: false });
const broken = new Failed({ type: 'in doubt', detail: '', answered: true });
const forbidden = [
  new Failed({ type: 'refused', reason: 'no-permission', detail: '' }),
  new Failed({ type: 'refused', reason: 'not-a-member', detail: '' }),
];

const failureOf = (fault: unknown): CallFailure => {
  if (fault instanceof Failed) return fault.failure;
  throw new TypeError('a fault of the test', { cause: fault });
};

interface Calls {
  readonly answer?: Error;
  /** What becomes of each way to say plain words; the first one succeeds if nothing is said. */
  readonly plain?: readonly (Error | null)[];
  readonly replaces?: boolean;
  readonly forbidden?: boolean;
}

/** What the target was told, in order, and what was logged. */
async function told(calls: Calls, make = async (): Promise<string> => 'the answer') {
  const { log, logged } = readableLog();
  const said: string[] = [];
  const say = (words: string, fault: Error | null | undefined) => {
    said.push(words);
    return fault == null ? Promise.resolve() : Promise.reject(fault);
  };
  const target: ReplyTarget<string> = {
    send: (payload) => say(payload, calls.answer),
    plainly: (calls.plain ?? [null]).map((fault) => (text) => say(text, fault)),
    replaces: calls.replaces ?? false,
    ...(calls.forbidden === true ? { forbidden: () => say('who may allow it', null) } : {}),
  };
  await replyOnce(make, target, { log, failureOf, about: { channel: 'C1' } });
  return { said, logged };
}

const apology = expect.stringMatching(/^Sorry.*reference [0-9a-f]{8}\.$/);

describe('replyOnce', () => {
  it('gives the answer and nothing else', async () => {
    const { said, logged } = await told({});
    expect(said).toEqual(['the answer']);
    expect(logged).toEqual([]);
  });

  it.each([
    ['was not reached', unreached],
    ['refused it', refused],
    ['says that something broke', broken],
  ])('apologises once where the platform %s, with a reference that is in the log', async (_, answer) => {
    const { said, logged } = await told({ answer, plain: [null, null] });
    expect(said).toEqual(['the answer', apology]);
    const [line, ...others] = logged;
    expect(others).toEqual([]);
    expect(line).toMatchObject({ level: 50, channel: 'C1', err: { message: answer.message } });
    expect(said[1]).toContain(`reference ${line?.reference}.`);
  });

  it('apologises for an answer that could not be made, whatever the fault', async () => {
    const { said, logged } = await told({}, () => Promise.reject(lost));
    expect(said).toEqual([apology]);
    expect(logged).toMatchObject([{ err: { message: 'in doubt' } }]);
  });

  it('says nothing more where the answer may have arrived', async () => {
    const { said, logged } = await told({ answer: lost });
    expect(said).toEqual(['the answer']);
    expect(logged).toMatchObject([{ level: 50, reference: expect.any(String) }]);
  });

  it('apologises all the same where that would take the answer’s place', async () => {
    expect((await told({ answer: lost, replaces: true })).said).toEqual(['the answer', apology]);
  });

  it('apologises in the next way where one is refused', async () => {
    const { said, logged } = await told({ answer: refused, plain: [refused, unreached, null, null] });
    expect(said).toEqual(['the answer', apology, apology, apology]);
    expect(logged.map(({ msg }) => msg)).toEqual([
      'An answer could not be shown',
      'Nor could a plain reply',
      'Nor could a plain reply',
    ]);
    expect(new Set(logged.map(({ reference }) => reference)).size).toBe(1);
  });

  it('does not apologise a second time where the first may have arrived', async () => {
    expect((await told({ answer: refused, plain: [lost, null] })).said).toEqual(['the answer', apology]);
    const replaced = await told({ answer: refused, plain: [lost, null], replaces: true });
    expect(replaced.said).toEqual(['the answer', apology, apology]);
  });

  it('ends quietly where no way works', async () => {
    const { said, logged } = await told({ answer: refused, plain: [refused, refused] });
    expect(said).toHaveLength(3);
    expect(logged).toHaveLength(3);
  });

  it.each(forbidden)(
    'tells who may allow it, in place of an apology, where it may not write',
    async (answer) => {
      expect((await told({ answer, forbidden: true })).said).toEqual(['the answer', 'who may allow it']);
      expect((await told({ answer })).said).toEqual(['the answer', apology]);
    },
  );

  it('apologises for any other refusal also where somebody could allow it', async () => {
    expect((await told({ answer: refused, forbidden: true })).said).toEqual(['the answer', apology]);
  });
});
