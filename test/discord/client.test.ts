import { PassThrough } from 'node:stream';
import { type Client, Events } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { createClient } from '../../adapters/discord/client.ts';
import { createLog } from '../../src/compose/log.ts';

function createLines() {
  const lines: string[] = [];
  const log = createLog(
    'debug',
    new PassThrough().on('data', (line) => lines.push(String(line))),
  );
  return { lines, log };
}

describe('createClient', () => {
  it.each<[string, (client: Client) => boolean]>([
    ['an error', (client) => client.emit(Events.Error, new Error('socket hang up'))],
    ['an error of a connection', (client) => client.emit(Events.ShardError, new Error('socket hang up'), 0)],
    ['a warning', (client) => client.emit(Events.Warn, 'socket hang up')],
  ])('logs %s, which would otherwise end the process or go unseen', async (_, emit) => {
    const { lines, log } = createLines();
    const client = createClient(null, log);
    expect(emit(client)).toBe(true);
    await expect.poll(() => lines.join('')).toContain('socket hang up');
    await client.destroy();
  });
});
