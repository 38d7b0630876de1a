import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { figure } from './table.ts';

const amount = z.number().positive();

const resultSchema = z.strictObject({
  quick: z.literal(true),
  machine: z.strictObject({
    node: z.string().startsWith('v'),
    system: z.string(),
    processor: z.string(),
    cores: amount,
  }),
  groups: z.array(
    z.strictObject({
      title: z.string(),
      notes: z.array(z.string()),
      rows: z.array(
        z.strictObject({
          name: z.string(),
          unit: z.enum(['ms', 'MB']),
          n: z.int().positive(),
          median: amount,
          p99: amount,
          slowest: amount,
          beside: z.strictObject({ row: z.string(), ratio: amount, aim: amount.nullable() }).nullable(),
          aim: amount.nullable(),
        }),
      ),
    }),
  ),
});

/** A name of a row that is measured, and what it stands beside. */
const required: readonly (readonly [string, string])[] = [
  ['desk, no tokens: /api', 'bare Hono page'],
  ['desk, both adapters: both mentions', 'Bolt echo and discord.js echo, together'],
  ['Slack: mention → chat.postMessage', 'Bolt echo, mention'],
  ['Slack: /sco → response_url', 'Bolt echo, acks and responds'],
  ['Discord: mention → reply', 'discord.js echo, mention'],
  ['Discord: /sco → deferred, edited', 'discord.js echo, defers and edits'],
  ['Discord: the same, beside one call', 'discord.js echo, replies at once'],
  ['desk, no tokens: resident', 'bare Hono page: resident'],
  ['desk, both adapters: heap used', 'both echo bots together: heap used'],
  ['search', 'MiniSearch: search'],
  ['ask', 'MiniSearch: ask'],
  ['commands beside the posting', 'commands, nothing beside them'],
];

describe('npm run bench -- --quick', () => {
  let printed: string;
  let result: z.infer<typeof resultSchema>;

  beforeAll(async () => {
    const directory = await mkdtemp(join(tmpdir(), 'sco-bench-'));
    const out = join(directory, 'made', 'bench.json');
    const args = ['test/bench/run.ts', '--quick', '--out', out];
    ({ stdout: printed } = await promisify(execFile)(process.execPath, args));
    result = resultSchema.parse(JSON.parse(await readFile(out, 'utf8')));
    await rm(directory, { recursive: true });
  }, 120_000);

  it.each(required)('measures “%s” beside “%s”', (name, other) => {
    const rows = result.groups.flatMap((group) => group.rows);
    const found = rows.find((each) => each.name.trim() === name);
    expect(found?.beside?.row.trim()).toBe(other);
    expect(rows.map((each) => each.name.trim())).toContain(other);
  });

  it('aims at a tenth above the echo where an event is answered, and nowhere else', () => {
    const aimed = result.groups.flatMap((group) => group.rows).filter(({ beside }) => beside?.aim != null);
    expect(aimed.map(({ name }) => name.split(':')[0])).toEqual(['Slack', 'Slack', 'Discord', 'Discord']);
    expect(aimed.map(({ beside }) => beside?.aim)).toEqual([1.1, 1.1, 1.1, 1.1]);
  });

  it('measures search at two sizes, with lines that cost more than usual', () => {
    const sizes = result.groups.filter(({ title }) => title.includes('passages'));
    expect(sizes).toHaveLength(2);
    for (const { rows } of sizes) {
      expect(rows.map(({ name }) => name)).toContain('search 1,000 characters of unknown words');
      expect(rows.map(({ name }) => name)).toContain('search quoted stop words');
    }
  });

  it('posts the digests that are due at once, each once and within the platform’s limit', () => {
    const [commands, memory] = result.groups.filter(({ title }) => title.includes('due in the same minute'));
    expect(commands?.notes[0]).toMatch(/^100 posts in 100 channels, 0 doubled, .*; 0 answered with 429, /);
    expect(commands?.rows.map(({ name, aim }) => [name.trim(), aim])).toContainEqual([
      'event-loop delay while posting',
      50,
    ]);
    expect(memory?.rows.map(({ unit }) => unit)).toEqual(['MB', 'MB', 'MB', 'MB']);
  });

  it('prints every row of the JSON, within 80 columns', () => {
    const flat = printed.replaceAll(/\s+/g, ' ');
    for (const { title, rows } of result.groups) {
      expect(flat).toContain(title);
      for (const { name, n, median } of rows) {
        expect(flat).toContain(`${name.trim()} ${n} ${figure(median)}`);
      }
    }
    for (const line of printed.split('\n').slice(1)) {
      if (!line.startsWith('Above the aim') && !line.startsWith('Written'))
        expect(line.length).toBeLessThan(81);
    }
  });
});
