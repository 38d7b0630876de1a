import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { cleanEnvironment } from '../command-line.ts';
import { UsageError } from '../program.ts';
import { drawn, mutantsOf } from './mutant.ts';
import { readOptions } from './options.ts';
import { Watch } from './tester.ts';

const editsIn = (source: string): readonly (readonly [string, string])[] =>
  mutantsOf('x.ts', source).map(({ kind, to }) => [kind, to] as const);

describe('the mutants of', () => {
  it.each<[string, string, readonly (readonly [string, string])[]]>([
    [
      'a condition',
      'if (a) b();',
      [
        ['condition', 'if (true) b();'],
        ['condition', 'if (false) b();'],
        ['statement removed', 'if (a) ;'],
      ],
    ],
    ['a loop', 'while (a) {}', [['condition', 'while (false) {}']]],
    [
      'a bound',
      'x = a < b;',
      [
        ['statement removed', ';'],
        ['comparison', 'x = a <= b;'],
        ['comparison', 'x = a >= b;'],
      ],
    ],
    [
      'logic',
      'f = () => a && !b;',
      [
        ['statement removed', ';'],
        ['logic', 'f = () => a || !b;'],
        ['negation', 'f = () => a && b;'],
      ],
    ],
    [
      'a default',
      'const x = a ?? b;',
      [
        ['default', 'const x = a;'],
        ['default', 'const x = b;'],
      ],
    ],
    [
      'a parameter’s default',
      'const f = (a = 0) => a;',
      [
        ['default', 'const f = (a) => a;'],
        ['number', 'const f = (a = 1) => a;'],
      ],
    ],
    [
      'a number',
      'const x = 2;',
      [
        ['number', 'const x = 3;'],
        ['number', 'const x = 1;'],
      ],
    ],
    ['a text', "const x = 'Hi “you” 😀';", [['text', "const x = '';"]]],
    [
      'a template',
      // \x24 is the dollar sign, which the linter takes for a slip in such a text.
      'const x = `a \x24{b} c`;',
      [
        ['text', 'const x = `\x24{b} c`;'],
        ['text', 'const x = `a \x24{b}`;'],
      ],
    ],
    [
      'a list',
      'const x = [a, ...b];',
      [
        ['element removed', 'const x = [...b];'],
        ['element removed', 'const x = [a];'],
      ],
    ],
    ['an object', 'const x = { ...a, b };', [['element removed', 'const x = { b };']]],
    [
      'a chain of steps',
      'const x = a.filter(b).some(c);',
      [
        ['other method', 'const x = a.filter(b).every(c);'],
        ['step dropped', 'const x = a.some(c);'],
      ],
    ],
    ['optional chaining', 'const x = a?.b;', [['chaining', 'const x = a.b;']]],
    [
      'a call',
      'await f();',
      [
        ['statement removed', ';'],
        ['not awaited', 'void f();'],
      ],
    ],
    [
      'a pattern',
      'const x = /^a$/u;',
      [
        ['anchor', 'const x = /a$/u;'],
        ['anchor', 'const x = /^a/u;'],
      ],
    ],
    ['types and imports', "import { a } from 'b'; type C = 'd' | 1;", []],
    ['tags of a union', "const x = { kind: 'gap' };", []],
  ])('%s', (_, source, edits) => {
    expect(new Set(editsIn(source))).toEqual(new Set(edits));
  });

  it('more than one line are shown as one, and where they begin', () => {
    const [mutant] = mutantsOf('x.ts', 'const a = b;\nf(\n  a,\n);\n');
    expect(mutant).toMatchObject({ line: 2, from: 'f( a, );', to: ';', text: 'const a = b;\n;\n' });
  });
});

describe('a draw', () => {
  const byFile = ['const a = [1, 2, 3, 4, 5, 6, 7];', 'const b = 1;', 'const c = [1, 2, 3];'].map(
    (source, at) => mutantsOf(`${at}.ts`, source),
  );
  it('gives each file its turn, all in the end, and the same for the same seed', () => {
    const all = drawn(byFile, 1);
    expect(new Set(all.slice(0, 3).map(({ file }) => file)).size).toBe(3);
    expect(new Set(all)).toEqual(new Set(byFile.flat()));
    expect(drawn(byFile, 1)).toEqual(all);
    expect(drawn(byFile, 2)).not.toEqual(all);
  });
});

describe('the options of mutate', () => {
  it('take files, folders and rooms', () => {
    const options = readOptions(['src/fault.ts', 'digest', 'src/digest', '--random', '40', '--seed=7']);
    expect(options).toMatchObject({ random: 40, seed: 7, minutes: 60, workers: 2 });
    if (options === 'help') throw new Error('no help was asked for');
    expect(options.files).toEqual([...new Set(options.files)].sort());
    expect(options.files).toEqual(expect.arrayContaining(['src/fault.ts', 'src/digest/excerpt/prose.ts']));
    expect(readOptions(['--help'])).toBe('help');
  });

  it.each([
    [[], 'Name a file, a folder or a room; --help says more.'],
    [['nowhere'], 'There is no file, folder or room “nowhere”.'],
    [['digest', '--random', '0'], '--random “0” is not a whole number above 0 of at most nine digits.'],
  ])('refuse %j', (args, told) => {
    expect(() => readOptions(args)).toThrow(UsageError);
    expect(() => readOptions(args)).toThrow(told);
  });
});

describe('a run of tests', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('hangs when no test says anything for half a minute', () => {
    const stop = vi.fn();
    const watch = new Watch('a.test.ts', () => {}, stop);
    vi.advanceTimersByTime(29_000);
    watch.heard('b.test.ts');
    vi.advanceTimersByTime(29_000);
    expect(watch.outcome).toEqual({ kind: 'passed' });
    vi.advanceTimersByTime(1_000);
    watch.failed('b.test.ts');
    expect(watch.outcome).toEqual({ kind: 'hung', by: 'b.test.ts' });
    expect(stop).toHaveBeenCalledOnce();
  });

  it('hangs no more when it is over', () => {
    const watch = new Watch(
      'a.test.ts',
      () => {},
      () => {},
    );
    watch.close();
    vi.advanceTimersByTime(60_000);
    expect(watch.outcome).toEqual({ kind: 'passed' });
  });
});

describe('npm run mutate', () => {
  const here = dirname(fileURLToPath(import.meta.url));
  const files = {
    'package.json': '{ "type": "module" }',
    'tsconfig.json': readFileSync(join(here, '../../tsconfig.json'), 'utf8'),
    'src/room/ages.ts': `
export const isOfAge = (age: number): boolean => age >= 18;
export const name: 'age' = 'age';
`,
    'src/room/alone.ts': 'export const nobody = (): boolean => true;\n',
    'test/ages.test.ts': `
import { expect, it } from 'vitest';
import { isOfAge, name } from '../src/room/ages.ts';
it('tells ages', () => {
  expect([isOfAge(17), isOfAge(40)]).toEqual([false, true]);
  expect(name).toBeDefined();
});
`,
    'test/mutate/accepted.json': JSON.stringify([
      {
        file: 'src/room/alone.ts',
        from: 'export const nobody = (): boolean => true;',
        to: 'export const nobody = (): boolean => false;',
        reason: 'nobody calls it',
      },
      { file: 'src/room/ages.ts', from: 'gone', to: 'gone too', reason: 'long ago' },
    ]),
  };
  let folder: string;
  let ran: { readonly code: unknown; readonly out: string };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'sco-desk-mutate-'));
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    symlinkSync(join(here, '../../node_modules'), join(folder, 'node_modules'));
    const at = { cwd: folder, env: cleanEnvironment() };
    ran = await new Promise((resolve) =>
      execFile(process.execPath, [join(here, 'run.ts'), 'room'], at, (error, out) =>
        resolve({ code: error?.code ?? 0, out }),
      ),
    );
  });

  it('shows what no test noticed, and fails for it', () => {
    expect(ran.out).toContain(
      'src/room/ages.ts:2: comparison survived\n' +
        '  - export const isOfAge = (age: number): boolean => age >= 18;\n' +
        '  + export const isOfAge = (age: number): boolean => age > 18;\n',
    );
    expect(ran.code).toBe(1);
  });

  it('says what a test noticed or TypeScript refuses, and counts by room', () => {
    expect(ran.out).toContain('src/room/ages.ts:2: comparison noticed: test/ages.test.ts\n');
    expect(ran.out).toContain('src/room/ages.ts:3: text refused\n');
    expect(ran.out).toMatch(/^src\/room +5 +2 +2 +1 +0 +1 +50 %$/m);
  });

  it('accepts what is said to be, and says what is no mutant any more', () => {
    expect(ran.out).toContain('src/room/alone.ts:1: boolean accepted');
    expect(ran.out).toContain(
      'No mutant any more, though accepted: src/room/ages.ts\n  - gone\n  + gone too',
    );
  });

  it('leaves the files as they were', () => {
    expect(readdirSync(folder).sort()).toEqual([
      'node_modules',
      'package.json',
      'src',
      'test',
      'tsconfig.json',
    ]);
    for (const [name, text] of Object.entries(files)) {
      expect(readFileSync(join(folder, name), 'utf8')).toBe(text);
    }
  });
});
