import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/read.ts';
import type { DigestAnswer, DigestCommand } from '../../src/digest/types.ts';
import { toJson } from '../../src/json/answer.ts';
import type { JsonAnswer } from '../../src/json/types.ts';
import { present } from '../../src/message/present.ts';
import { seedsDesk } from '../desk/seeds-desk.ts';
import { linkTo } from '../gallery/desk.ts';
import { digestAnswers } from '../gallery/digest-answers.ts';
import { excerptOf, monday, occurrenceOf, stateOf, whyAnswer } from '../gallery/digest-samples.ts';

const corpus = await readCorpus('seeds');
const ON = 'digest on 08:30 Asia/Shanghai mon-fri from:"Global Times"';

const common = ['input', 'kind', 'passages', 'total', 'missing'];
const ofState = [
  ...['action', 'state', 'due', 'zone', 'time', 'days', 'filters'],
  ...['round', 'last', 'trouble', 'underWay', 'skipped'],
];
const ofAction: Readonly<Record<DigestCommand['action'], readonly string[]>> = {
  on: ['obstacle'],
  off: [],
  status: [],
  preview: ['draw'],
  skip: ['taken'],
  why: ['draw', 'delivery'],
};

const jsonOf = (answer: DigestAnswer): JsonAnswer => {
  const command = `digest ${answer.action}`;
  return toJson(command, { answer, message: present(answer, command, linkTo) }, linkTo);
};

describe('the object that scripts get of a digest command', () => {
  it.each([...digestAnswers(corpus)])('has its keys in the promised order: %s', (_name, answer) => {
    const keys = answer.state === null ? [] : ofAction[answer.action];
    expect(Object.keys(jsonOf(answer))).toEqual([...common, ...ofState, ...keys, 'text']);
  });

  it('says when the next one is due, with the zone’s name, and what was set', async () => {
    const { json } = await seedsDesk();
    const on = await json(ON);
    expect(on).toMatchObject({
      kind: 'digest',
      action: 'on',
      state: 'on',
      due: '2026-11-23T08:30:00+08:00[Asia/Shanghai]',
      zone: 'Asia/Shanghai',
      time: '08:30',
      days: ['mon', 'tue', 'wed', 'thu', 'fri'],
      filters: 'from:"Global Times"',
      passages: [],
      total: 0,
      last: null,
      trouble: null,
      underWay: null,
      skipped: [],
      obstacle: null,
    });
    expect(on.round?.n).toBe(1);
    expect(on.round?.left).toBe(on.round?.of);
    expect(on.round?.of).toBeGreaterThan(0);
  });

  it('where there never was one has nothing but that it is off', async () => {
    const { json } = await seedsDesk();
    expect(await json('digest status')).toMatchObject({
      state: 'off',
      due: null,
      zone: null,
      time: null,
      days: null,
      filters: '',
      round: null,
      last: null,
    });
  });

  it('of a preview gives the excerpt itself as the quote, and how it was drawn', async () => {
    const { json } = await seedsDesk();
    await json(ON);
    const { passages, draw, total, state } = await json('digest preview');
    expect([state, total, passages.length]).toEqual(['on', 1, 1]);
    const [passage] = passages;
    expect(passage?.publisher).toBe('Global Times');
    const text = corpus.articles.get(passage?.article ?? '')?.text;
    expect(text?.slice(passage?.start, passage?.end)).toBe(passage?.quote);
    expect(draw).toEqual({
      round: 1,
      position: 1,
      of: draw?.of,
      seed: expect.stringMatching(/^[0-9a-f]{16}$/),
      passage: passage?.id,
      start: passage?.start,
      end: passage?.end,
    });
    const next = await json('digest why');
    expect([next.passages, next.draw, next.delivery]).toEqual([passages, draw, null]);
  });

  it('of a skip says which day is taken out, and then why it has no post', async () => {
    const { json } = await seedsDesk();
    await json(ON);
    expect(await json('digest skip')).toMatchObject({
      taken: '2026-11-23',
      due: '2026-11-24T08:30:00+08:00[Asia/Shanghai]',
      skipped: [{ date: '2026-11-23', reason: 'asked' }],
    });
    expect((await json('digest why 2026-11-23')).delivery).toMatchObject({
      date: '2026-11-23',
      due: '2026-11-23T08:30:00+08:00[Asia/Shanghai]',
      state: 'skipped',
      reason: 'asked',
      sentAt: null,
      steps: [{ at: '2026-11-22T12:00:00.000Z', step: 'skipped' }],
    });
  });

  it('has the whole record of a delivery, in the promised order', () => {
    const excerpt = excerptOf(corpus, 'security-for-all:12');
    const sent = occurrenceOf(excerpt);
    const state = stateOf({ last: { occurrence: sent, sent: monday } });
    const { delivery, last, draw, passages } = jsonOf(whyAnswer(state, sent, excerpt));
    expect(JSON.stringify(delivery)).toBe(
      JSON.stringify({
        date: '2026-11-23',
        due: '2026-11-23T08:30:00+08:00[Asia/Shanghai]',
        state: 'sent',
        key: sent.key,
        fence: 1,
        sentAt: '2026-11-23T00:30:00.431Z',
        link: sent.link,
        reason: null,
        steps: [
          { at: '2026-11-23T00:30:00.012Z', step: 'drawn', fence: 0 },
          { at: '2026-11-23T00:30:00.120Z', step: 'claimed', fence: 1 },
          { at: '2026-11-23T00:30:00.431Z', step: 'sent', fence: 1, detail: '1795393800.000100' },
        ],
      }),
    );
    expect(last).toEqual({
      date: '2026-11-23',
      sentAt: '2026-11-23T00:30:00.000Z',
      link: sent.link,
      passage: 'security-for-all:12',
    });
    expect(draw).toMatchObject({ round: 2, position: 12, of: 47, passage: 'security-for-all:12' });
    expect(passages.map(({ start, end }) => [start, end])).toEqual([[excerpt.start, excerpt.end]]);
  });

  it('of a post whose excerpt has been edited since has the draw, and no passage', () => {
    const sent = occurrenceOf(excerptOf(corpus, 'security-for-all:12'));
    const { passages, draw } = jsonOf(whyAnswer(stateOf(), sent, null));
    expect([passages, draw?.passage]).toEqual([[], 'security-for-all:12']);
  });

  it('where the digest cannot be used says so', () => {
    const unavailable = 'The disk is full. Make room.';
    const answer = jsonOf({ kind: 'digest', action: 'skip', state: null, unavailable });
    expect(answer).toMatchObject({ kind: 'digest', action: 'skip', state: 'unavailable', due: null });
    expect(answer.text).toContain(unavailable);
  });
});
