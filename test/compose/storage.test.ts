import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { PassThrough } from 'node:stream';
import { setImmediate as turn } from 'node:timers/promises';
import { describe, expect, it, onTestFinished } from 'vitest';
import { digestWhenNeeded } from '../../src/compose/digest-when-needed.ts';
import { createLog } from '../../src/compose/log.ts';
import { openStorage, type Storage } from '../../src/compose/storage.ts';
import { createLinks } from '../../src/corpus/links.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import type { DigestCommand } from '../../src/digest/types.ts';
import { openStore } from '../../src/store/open.ts';
import { testClock } from '../digest/clock.ts';
import { fakePlatform } from '../digest/fake-platform.ts';
import { byNobody } from '../digest/no-digest.ts';
import { occurrence, START, skippedDay, subscription } from '../store/samples.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const five = await readCorpus('seeds');
const linkTo = createLinks({ publicUrl: 'https://desk.example', sourceUrlTemplate: null, localUrl: '' });
const status: DigestCommand = { verb: 'digest', action: 'status' };

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'sco-desk-storage-'));

function settingsFor(dataDirectory: string) {
  const logged: string[] = [];
  const clock = testClock(new Date(START).toISOString());
  const log = createLog(
    'debug',
    new PassThrough().on('data', (line) => logged.push(String(line))),
  );
  const config = { dataDirectory, databaseUrl: null, digestZone: 'Asia/Shanghai', digestGrace: 6 * HOUR };
  return { settings: { config, corpus: five, linkTo, log, clock }, logged, clock };
}

async function opened(dataDirectory = newFolder()) {
  const { settings, ...rest } = settingsFor(dataDirectory);
  const storage: Storage = await openStorage(settings);
  onTestFinished(() => storage.close());
  return { storage, dataDirectory, ...rest };
}

/** The database as it is, seen past the desk. */
function databaseIn(dataDirectory: string): DatabaseSync {
  const database = new DatabaseSync(join(dataDirectory, 'sco-desk.sqlite'));
  onTestFinished(() => database.close());
  return database;
}

const rowsOf = (database: DatabaseSync, table: string): unknown =>
  database.prepare(`select count(*) as n from ${table}`).get()?.['n'];

/** Lets everything that goes on without the clock come to its end. */
async function settled(): Promise<void> {
  for (let turns = 0; turns < 20; turns++) await turn();
}

describe('what the README says is kept, and for how long', () => {
  it('is an event for twenty minutes', async () => {
    const { storage, clock, dataDirectory } = await opened();
    storage.post([]);
    await settled();
    expect(await storage.store.firstSeen('slack:Ev1')).toBe(true);
    await clock.advance(20 * MINUTE - 1);
    expect(await storage.store.firstSeen('slack:Ev1')).toBe(false);
    await clock.advance(1);
    expect(await storage.store.firstSeen('slack:Ev1')).toBe(true);
    const database = databaseIn(dataDirectory);
    expect(rowsOf(database, 'seen_event')).toBe(1);
    await clock.advance(2 * HOUR);
    await settled();
    expect(rowsOf(database, 'seen_event')).toBe(0);
  });

  it('is a button’s command for 180 days', async () => {
    const { storage, clock, dataDirectory } = await opened();
    storage.post([]);
    const key = await storage.store.keepCommand('search multilateralism');
    await clock.advance(180 * DAY - HOUR);
    await settled();
    expect(await storage.store.recallCommand(key)).toBe('search multilateralism');
    await clock.advance(2 * HOUR);
    await settled();
    expect(await storage.store.recallCommand(key)).toBeNull();
    expect(rowsOf(databaseIn(dataDirectory), 'button_command')).toBe(0);
  });

  it('is the record of a post for 400 days, or for as long as its round', async () => {
    const dataDirectory = newFolder();
    const store = await openStore({ dataDirectory, databaseUrl: null, now: () => START });
    const sent = { state: 'sent', message: null } as const;
    await store.digest.plan(subscription({ next: null }), [
      occurrence({ ...sent, due: START }),
      skippedDay({ date: '2026-03-02', due: START }),
    ]);
    await store.close();
    const { storage, clock } = await opened(dataDirectory);
    storage.post([]);
    const database = databaseIn(dataDirectory);
    await clock.advance(400 * DAY - HOUR);
    await settled();
    expect(rowsOf(database, 'digest_occurrence')).toBe(2);
    await clock.advance(2 * HOUR);
    await settled();
    expect(database.prepare('select date from digest_occurrence').all()).toEqual([{ date: '2026-03-01' }]);
  });

  it('is taken out at the start, and no more once it is closed', async () => {
    const dataDirectory = newFolder();
    const store = await openStore({ dataDirectory, databaseUrl: null, now: () => START - DAY });
    await store.firstSeen('of yesterday');
    await store.close();
    const { storage, clock, logged } = await opened(dataDirectory);
    const database = databaseIn(dataDirectory);
    expect(rowsOf(database, 'seen_event')).toBe(1);
    storage.post([]);
    await settled();
    expect(rowsOf(database, 'seen_event')).toBe(0);
    await storage.close();
    await clock.advance(3 * HOUR);
    await settled();
    expect(logged).toEqual([]);
  });
});

describe('a store that fails while the desk runs', () => {
  it('is made up for by memory, so that a repeated event is not answered twice', async () => {
    const { storage, logged, dataDirectory } = await opened();
    const database = databaseIn(dataDirectory);
    database.exec('drop table seen_event; drop table button_command');
    expect(await storage.store.firstSeen('slack:Ev1')).toBe(true);
    expect(await storage.store.firstSeen('slack:Ev1')).toBe(false);
    const key = await storage.store.keepCommand('search multilateralism');
    expect(await storage.store.recallCommand(key)).toBe('search multilateralism');
    expect(logged.filter((line) => line.includes('the store failed'))).toHaveLength(1);
  });

  it('is told of by the digest’s commands', async () => {
    const { storage, logged, dataDirectory } = await opened();
    databaseIn(dataDirectory).exec('drop table digest_subscription');
    expect(await storage.digest.run(status, byNobody)).toMatchObject({
      action: 'status',
      state: null,
      unavailable: expect.stringMatching(/^The store at .*failed: no such table.* Start the desk again/),
    });
    expect(logged.join('')).toContain('the store could not be used');
  });

  it('is logged where old rows cannot be taken out, and tried again', async () => {
    const { storage, logged, clock, dataDirectory } = await opened();
    databaseIn(dataDirectory).exec('drop table seen_event');
    storage.post([]);
    await settled();
    await clock.advance(HOUR);
    await settled();
    expect(logged.filter((line) => line.includes('old rows could not be taken out'))).toHaveLength(2);
  });
});

describe('a store that cannot be opened', () => {
  it('leaves a desk that remembers for as long as it runs, without a digest', async () => {
    const file = join(newFolder(), 'file');
    writeFileSync(file, '');
    const { storage } = await opened(file);
    expect(storage.fault).toMatchObject({ remedy: 'Set DATA_DIR to a folder.' });
    expect(await storage.store.firstSeen('a')).toBe(true);
    expect(await storage.store.firstSeen('a')).toBe(false);
    expect(storage.post([fakePlatform().sender])).toBeNull();
    expect(await storage.digest.run(status, byNobody)).toMatchObject({
      unavailable: expect.stringMatching(/is a file.* Set DATA_DIR to a folder\.$/),
    });
  });
});

describe('the digest of a store', () => {
  it('posts what is due where there is a platform, and is what its commands change', async () => {
    const dataDirectory = newFolder();
    const store = await openStore({ dataDirectory, databaseUrl: null, now: () => START });
    const schedule = { zone: 'UTC', time: '00:01', days: [1, 2, 3, 4, 5, 6, 7] } as const;
    const next = { date: '2026-03-01', at: START + MINUTE };
    await store.digest.save(subscription({ schedule, filters: '', next }));
    await store.close();
    const { storage, clock } = await opened(dataDirectory);
    const slack = fakePlatform();
    const engine = storage.post([slack.sender]);
    for (let seconds = 0; seconds < 65; seconds++) {
      await settled();
      if (seconds < 60) expect(slack.sends).toEqual([]);
      await clock.advance(1000);
    }
    await settled();
    expect(slack.sends.map(({ channel }) => channel)).toEqual(['C1']);
    expect(await storage.digest.run(status, byNobody)).toMatchObject({ state: { state: 'off' } });
    await engine?.stop();
  });

  it('is opened where a command needs it, and not before', async () => {
    const { settings } = settingsFor(join(newFolder(), 'data'));
    const { digest, close } = digestWhenNeeded(settings);
    await close();
    expect(() => new DatabaseSync(join(settings.config.dataDirectory, 'sco-desk.sqlite'))).toThrow();
    expect(await digest.run(status, byNobody)).toMatchObject({ state: { state: 'off' } });
    expect(rowsOf(databaseIn(settings.config.dataDirectory), 'digest_subscription')).toBe(0);
    await close();
  });
});
