import { pino } from 'pino';
import { createSelection } from '../../src/compose/excerpt-selection.ts';
import { createWording } from '../../src/compose/wording.ts';
import type { LinkTo } from '../../src/corpus/links.ts';
import type { Corpus } from '../../src/corpus/types.ts';
import { createDigest } from '../../src/digest/control.ts';
import type { Parts } from '../../src/digest/parts.ts';
import { usualTiming } from '../../src/digest/timing.ts';
import type { Digest } from '../../src/digest/types.ts';
import type { Message } from '../../src/message/types.ts';
import { openMemoryDatabase } from '../../src/store/open.ts';
import { type TestClock, testClock } from './clock.ts';

export interface DigestInMemory {
  readonly digest: Digest;
  readonly parts: Parts<Message>;
  readonly clock: TestClock;
}

/** The real digest on a database of its own, on a Sunday at noon (UTC), on which time stands still. */
export async function digestInMemory(corpus: Corpus, linkTo: LinkTo): Promise<DigestInMemory> {
  const clock = testClock('2026-11-22T12:00:00Z');
  const { digest: store } = await openMemoryDatabase(clock.now);
  const parts: Parts<Message> = {
    store,
    clock,
    timing: { ...usualTiming, grace: 6 * 3_600_000 },
    excerpts: createSelection(corpus),
    wording: createWording(linkTo),
    log: pino({ level: 'silent' }),
  };
  return { digest: createDigest({ ...parts, defaultZone: 'Etc/UTC', random: () => 0.3 }), parts, clock };
}
