import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Import, importsOf } from './imports.ts';

const files = globSync(['src/**/*.ts', 'adapters/**/*.ts']).sort();

const imports = files.flatMap(importsOf);
const from = (start: string) => imports.filter((each) => each.from.startsWith(start));
const isOwn = (path: string): boolean => path.startsWith('src/') || path.startsWith('adapters/');
const shown = ({ from, to }: Import): string => `${from} imports ${to}`;

/** Beside the rooms: what a fault says to people, and a memo with a bound. Every room may use them. */
const loose = ['src/fault.ts', 'src/memoise.ts'];

/** Types, and how a schedule's days are named: what rooms above know of the digest. */
const ofDigest = [
  'src/digest/types.ts',
  'src/digest/records.ts',
  'src/digest/platform.ts',
  'src/digest/weekdays.ts',
];

/** What each room of `src` may import beside itself. The composition root may import all, and is not listed. */
const rooms: Readonly<Record<string, readonly string[]>> = {
  'src/document/': [],
  'src/language/': [],
  'src/corpus/': ['src/document/'],
  'src/search/': ['src/document/', 'src/corpus/', 'src/language/'],
  'src/answer/': ['src/document/', 'src/corpus/', 'src/language/', 'src/search/'],
  'src/digest/': ['src/document/', 'src/corpus/', 'src/language/', 'src/answer/'],
  'src/command/': [
    'src/document/',
    'src/corpus/',
    'src/language/',
    'src/search/',
    'src/answer/',
    ...ofDigest,
  ],
  'src/message/': [
    'src/document/',
    'src/corpus/',
    'src/language/',
    'src/search/',
    'src/command/types.ts',
    ...ofDigest,
  ],
  'src/json/': [
    'src/document/',
    'src/corpus/',
    'src/search/',
    'src/answer/',
    'src/command/types.ts',
    'src/message/',
    ...ofDigest,
  ],
  'src/store/': ['src/digest/'],
  'src/settings/': [],
};
const root = ['src/compose/', 'src/main.ts'];
const surfaces = ['slack', 'discord', 'web', 'terminal'];
const sdkOf: Readonly<Record<string, RegExp>> = {
  slack: /^@slack\//,
  discord: /^(?:discord\.js|@discordjs\/|discord-api-types)/,
  web: /^(?:hono|@hono\/)/,
  terminal: /^wrap-ansi$/,
};

describe('the rule of the imports', () => {
  it('sees the imports that there are', () => {
    expect(imports.length).toBeGreaterThan(200);
    expect(imports).toContainEqual({
      from: 'src/search/passage-index.ts',
      to: 'minisearch',
      typesOnly: false,
    });
  });

  it.each(Object.entries(rooms))('%s imports itself and %j alone', (room, allowed) => {
    const wrong = from(room).filter(
      ({ to }) => isOwn(to) && ![room, ...allowed, ...loose].some((each) => to.startsWith(each)),
    );
    expect(wrong.map(shown)).toEqual([]);
  });

  it('the core imports no adapter and no chat or web SDK', () => {
    const core = from('src/').filter((each) => !root.some((start) => each.from.startsWith(start)));
    const sdks = Object.values(sdkOf);
    const wrong = core.filter(({ to }) => to.startsWith('adapters/') || sdks.some((sdk) => sdk.test(to)));
    expect(wrong.map(shown)).toEqual([]);
  });

  it.each(surfaces)(
    'adapters/%s imports no other adapter, no other SDK and no composition root',
    (surface) => {
      const others = surfaces.filter((each) => each !== surface);
      const wrong = from(`adapters/${surface}/`).filter(
        ({ to }) =>
          others.some((other) => to.startsWith(`adapters/${other}/`) || sdkOf[other]?.test(to)) ||
          root.some((start) => to.startsWith(start)),
      );
      expect(wrong.map(shown)).toEqual([]);
    },
  );

  it('adapters/chat/ imports the core alone: no surface, no SDK and no composition root', () => {
    const shared = from('adapters/chat/');
    expect(shared.length).toBeGreaterThan(10);
    const wrong = shared.filter(
      ({ to }) =>
        !['src/', 'adapters/chat/', 'pino'].some((start) => to.startsWith(start)) ||
        root.some((start) => to.startsWith(start)),
    );
    expect(wrong.map(shown)).toEqual([]);
  });

  it.each([
    ['minisearch', 'src/search/passage-index.ts'],
    ['temporal-polyfill', 'src/digest/calendar.ts'],
  ])('%s is imported by %s alone', (library, file) => {
    expect(imports.filter(({ to }) => to === library).map((each) => each.from)).toEqual([file]);
  });

  it('the rules of the excerpt are entered by excerpts.ts, and by same-words.ts to compare texts', () => {
    const entered = imports.filter(
      (each) => each.to.startsWith('src/digest/excerpt/') && !each.from.startsWith('src/digest/excerpt/'),
    );
    expect(new Set(entered.map(({ to }) => to))).toEqual(
      new Set(['src/digest/excerpt/excerpts.ts', 'src/digest/excerpt/same-words.ts']),
    );
  });

  it('databases are the matter of src/store/ alone', () => {
    const drivers = imports.filter(({ to }) => /^(?:kysely|pg|node:sqlite)(?:\/|$)/.test(to));
    expect(drivers.length).toBeGreaterThan(2);
    expect(drivers.filter((each) => !each.from.startsWith('src/store/')).map(shown)).toEqual([]);
  });

  it('what the desk is measured beside is for the tests alone', () => {
    const wrong = imports.filter(({ to }) => /^(?:lunr|wink-)/.test(to) || to.startsWith('test/'));
    expect(wrong.map(shown)).toEqual([]);
  });
});

describe('what comes from outside', () => {
  const reading = (pattern: RegExp, except: readonly string[]): readonly string[] =>
    files.filter(
      (file) => !except.some((start) => file.startsWith(start)) && pattern.test(readFileSync(file, 'utf8')),
    );

  it('the environment is read by the configuration alone', () => {
    expect(reading(/\bprocess\.env\b/, [])).toEqual(['src/settings/environment.ts']);
  });

  it('clock and chance are given to the core by the composition root', () => {
    expect(
      reading(/\bMath\.random\b|\bDate\.now\b|\bnew Date\(\)|\bperformance\.now\b/, ['adapters/', ...root]),
    ).toEqual([]);
  });

  it('the core names no platform: each is what its adapter declares', () => {
    const named = reading(/slack|discord/i, ['adapters/', 'src/settings/', ...root]);
    expect(named).toEqual([]);
  });

  it('nothing is printed but through a stream or the log', () => {
    expect(reading(/\bconsole\./, ['adapters/web/client/'])).toEqual([]);
  });
});

/** What a file exports by name, types included; not what it passes on from another. */
const exportsOf = (file: string): readonly string[] => {
  const pattern =
    /^export (?:declare )?(?:async )?(?:abstract )?(?:const|let|function\*?|class|interface|type|enum) (\w+)/gm;
  return [...readFileSync(file, 'utf8').matchAll(pattern)].flatMap(([, name = '']) => [name]);
};

describe('exported names', () => {
  const exported = files.flatMap((file) => exportsOf(file).map((name) => ({ name, file })));
  const inTwoFiles = Map.groupBy(exported, ({ name }) => name)
    .entries()
    .map(([name, all]) => ({ name, in: [...new Set(all.map(({ file }) => file))] }))
    .filter((each) => each.in.length > 1)
    .toArray();
  const shownTwice = (each: { readonly name: string; readonly in: readonly string[] }): string =>
    `${each.name} in ${each.in.join(' and ')}`;
  /** `render.ts` of `adapters/slack/render.ts`; the whole path of a file that belongs to no surface. */
  const pathInSurface = (file: string): string => {
    const surface = surfaces.find((each) => file.startsWith(`adapters/${each}/`));
    return surface === undefined ? file : file.slice(`adapters/${surface}/`.length);
  };

  it('are all seen', () => {
    expect(exported.length).toBeGreaterThan(800);
    expect(exported).toContainEqual({ name: 'Search', file: 'src/search/search.types.ts' });
    expect(exported).toContainEqual({ name: 'render', file: 'adapters/slack/render.ts' });
    for (const file of files) {
      const lines = readFileSync(file, 'utf8').match(/^export (?!\{|\*|type \{|default)/gm) ?? [];
      expect([file, exportsOf(file).length]).toEqual([file, lines.length]);
    }
  });

  it('mean one thing each: none is exported by two files, but by surfaces at the same place in each', () => {
    const wrong = inTwoFiles.filter((each) => new Set(each.in.map(pathInSurface)).size > 1);
    expect(wrong.map(shownTwice)).toEqual([]);
  });
});
