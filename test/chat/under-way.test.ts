import { setImmediate } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { createUnderWay } from '../../adapters/chat/under-way.ts';
import { readableLog } from './logged.ts';

describe('createUnderWay', () => {
  it('logs the fault of what it runs and goes on', async () => {
    const { log, logged } = readableLog();
    const underWay = createUnderWay(log);
    await underWay.run(() => Promise.reject(new Error('handler broke')));
    await underWay.run(() => {
      throw new Error('before it began');
    });
    expect(logged.map(({ err }) => err?.message)).toEqual(['handler broke', 'before it began']);
  });

  it('is settled when all has finished, also what began meanwhile', async () => {
    const underWay = createUnderWay(readableLog().log);
    const order: string[] = [];
    const { promise: gate, resolve: open } = Promise.withResolvers<void>();
    void underWay.run(async () => {
      await gate;
      void underWay.run(async () => {
        await setImmediate();
        order.push('second');
      });
      order.push('first');
    });
    const settled = underWay.settled().then(() => order.push('settled'));
    open();
    await settled;
    expect(order).toEqual(['first', 'second', 'settled']);
  });

  it('is settled at once where nothing is under way, faults included', async () => {
    const underWay = createUnderWay(readableLog().log);
    await underWay.settled();
    await underWay.run(() => Promise.reject(new Error('x')));
    await expect(underWay.settled()).resolves.toBeUndefined();
  });
});
