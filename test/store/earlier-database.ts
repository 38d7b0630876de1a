import { readFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { pino } from 'pino';
import { expect } from 'vitest';
import { createSelection } from '../../src/compose/excerpt-selection.ts';
import { createWording } from '../../src/compose/wording.ts';
import { createLinks } from '../../src/corpus/links.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { usualTiming } from '../../src/digest/timing.ts';
import { plain } from '../../src/message/plain.ts';
import type { LastingStore } from '../../src/store/types.ts';
import { testClock } from '../digest/clock.ts';
import { fakePlatform, lookOnce } from '../digest/fake-platform.ts';

/**
 * A database as the desk left it before its records had one form and its posts a version, as SQL: a digest of
 * `in:way-forward` with a day that was posted, one that was skipped, one that was refused and one that waits.
 */
const sql = readFileSync(new URL('./earlier-database.sql', import.meta.url), 'utf8');

/** Its rows, for tables that are there already. */
export const earlierRows = sql.slice(sql.indexOf('insert into seen_event'));

export function makeEarlierDatabase(file: string): void {
  const database = new DatabaseSync(file);
  database.exec(sql);
  database.close();
}

const KEY_OF_BUTTON = 'GbsYj84lVMYE2x-Khnrj2n';
const place = { platform: 'slack', workspace: 'T1', channel: 'C1' } as const;
/** When the last day of it was due. */
const now = Date.parse('2026-11-25T13:00:00Z');

/** @param open opens the store with that clock. */
export async function expectToGoOn(open: (now: () => number) => Promise<LastingStore>): Promise<void> {
  const clock = testClock(new Date(now).toISOString());
  const store = await open(clock.now);
  try {
    const { digest } = store;
    expect(await digest.subscription(place)).toMatchObject({
      on: true,
      schedule: { zone: 'UTC', time: '13:00', days: [1, 2, 3, 4, 5, 6, 7] },
      filters: 'in:way-forward',
      setBy: 'U1',
      next: { date: '2026-11-26', at: now + 24 * 3_600_000 },
      revision: 6,
    });
    const states = async () =>
      (await digest.latest(place, 9)).map(({ date, state, reason }) => [date.slice(-2), state, reason]);
    expect(await states()).toEqual([
      ['25', 'pending', null],
      ['24', 'refused', 'not-a-member'],
      ['23', 'skipped', 'asked'],
      ['22', 'sent', null],
    ]);
    expect(await digest.occurrence(place, '2026-11-22')).toMatchObject({
      drawn: { round: 1, position: 1, of: 18, article: 'way-forward', passage: 'way-forward:5' },
      remoteId: '1740819600.000100',
      link: 'https://t.slack.com/archives/C1/p1',
      steps: [{ step: 'drawn' }, { step: 'claimed' }, { step: 'sent', detail: '1740819600.000100' }],
    });
    expect(await store.recallCommand(KEY_OF_BUTTON)).toBe('search multilateralism');

    const slack = fakePlatform();
    const links = { publicUrl: 'https://desk.example', sourceUrlTemplate: null, localUrl: '' };
    const parts = {
      store: digest,
      clock,
      timing: { ...usualTiming, grace: 6 * 3_600_000 },
      excerpts: createSelection(await readCorpus('seeds')),
      wording: createWording(createLinks(links)),
      log: pino({ level: 'silent' }),
    };
    const waiting = await digest.occurrence(place, '2026-11-25');
    await lookOnce(parts, slack);
    expect(slack.sends.map(({ key }) => key)).toEqual([waiting?.key]);
    expect(slack.sends.map(({ message }) => plain(message)).join()).toContain(waiting?.drawn?.text);
    await clock.advance(24 * 3_600_000);
    await lookOnce(parts, slack);
    expect((await states()).slice(0, 2)).toEqual([
      ['26', 'sent', null],
      ['25', 'sent', null],
    ]);
    await clock.advance(500 * 24 * 3_600_000);
    await store.tidy();
    expect(await store.recallCommand(KEY_OF_BUTTON)).toBeNull();
    expect(await states()).not.toContainEqual(['23', 'skipped', 'asked']);
  } finally {
    await store.close();
  }
}
