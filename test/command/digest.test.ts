import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { slackPlatform } from '../../adapters/slack/platform.ts';
import { completeLine } from '../../src/command/complete.ts';
import { digest } from '../../src/command/digest/digest.ts';
import { parseLine } from '../../src/command/grammar.ts';
import { help } from '../../src/command/help.ts';
import type { Core } from '../../src/command/module.ts';
import { commandSpecs, runCommand, writeCommand } from '../../src/command/table.ts';
import type { Problem } from '../../src/command/types.ts';
import { writeLine } from '../../src/command/write.ts';
import { createLinks } from '../../src/corpus/links.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import type { Day } from '../../src/digest/records.ts';
import type { Asked, DigestCommand, DigestRefusal } from '../../src/digest/types.ts';
import { writeFilters } from '../../src/search/query.ts';
import { createSearch } from '../../src/search/search.ts';
import { never } from '../gallery/digest-samples.ts';

const corpus = await readCorpus('seeds');

/** A core whose digest says what it was told, or refuses. */
function coreWith(refusal: DigestRefusal | null = null): {
  readonly core: Core;
  readonly told: DigestCommand[];
} {
  const told: DigestCommand[] = [];
  const core: Core = {
    corpus,
    search: createSearch(corpus),
    commands: commandSpecs,
    linkTo: createLinks({ publicUrl: null, sourceUrlTemplate: null, localUrl: 'http://localhost:3000' }),
    random: () => 0.5,
    digest: {
      run: async (command) => {
        told.push(command);
        return refusal ?? { kind: 'digest', action: 'status', state: never };
      },
    },
  };
  return { core, told };
}

const { core } = coreWith();
const asked: Asked = {
  platform: slackPlatform,
  place: { platform: 'slack', workspace: 'T1', channel: 'C1' },
  user: 'U1',
  asker: { zone: async () => null, manages: async () => true, obstacle: async () => null },
};

function commandOf(line: string): string {
  const { command, problem } = parseLine(line, core);
  if (problem !== undefined) throw new Error(`${line}: ${JSON.stringify(problem)}`);
  return writeCommand(command);
}

function problemOf(line: string): Problem {
  const { command, problem } = parseLine(line, core);
  if (problem === undefined) throw new Error(`${line} is read as ${writeCommand(command)}`);
  return problem;
}

describe('a digest command', () => {
  it.each([
    ['digest', 'digest status'],
    ['Digest', 'digest status'],
    ['/sco digest status', 'digest status'],
    ['digest STATUS', 'digest status'],
    ['digest status?', 'digest status'],
    ['digest: on', 'digest on'],
    ['digest off', 'digest off'],
    ['digest preview', 'digest preview'],
    ['digest skip', 'digest skip'],
    ['digest why', 'digest why'],
    ['digest why?', 'digest why'],
    ['digest why 2026-11-23', 'digest why 2026-11-23'],
    ['digest on', 'digest on'],
    ['digest on 8:30am', 'digest on 08:30'],
    ['digest on 8:30 am asia/shanghai', 'digest on 08:30 Asia/Shanghai'],
    ['digest on America/New York 8am', 'digest on 08:00 America/New_York'],
    ['digest on America / Port au Prince 8am', 'digest on 08:00 America/Port-au-Prince'],
    ['digest on at 8:30 in Asia/Tokyo on mondays', 'digest on 08:30 Asia/Tokyo mon'],
    ['digest on every day at noon', 'digest on 12:00 daily'],
    ['digest on 08:30, mon, wed and fri', 'digest on 08:30 mon,wed,fri'],
    ['digest on mon to fri, and at 8:00', 'digest on 08:00 mon-fri'],
    ['digest on UTC', 'digest on UTC'],
    ['digest on 09:00 india', 'digest on 09:00 Asia/Kolkata'],
    ['digest on at 8am in China on weekdays', 'digest on 08:00 Asia/Shanghai mon-fri'],
    ['digest on New York 8am', 'digest on 08:00 America/New_York'],
    ['digest on 8am St Petersburg, mon', 'digest on 08:00 Europe/Moscow mon'],
    ['digest on 20:00 MSK', 'digest on 20:00 Europe/Moscow'],
    ['digest on from:"Global Times"', 'digest on from:"Global Times"'],
    [
      'digest on from:"Global Times" 9pm in:way-forward',
      'digest on 21:00 from:"Global Times" in:way-forward',
    ],
    ['digest on after:2020-11-04 weekends', 'digest on sat,sun after:2020-11-04'],
  ])('%j is %j', (line, command) => {
    expect(commandOf(line)).toBe(command);
  });

  it('reads what was not typed as null, and not as some default', () => {
    expect(parseLine('digest on', core).command).toEqual({
      verb: 'digest',
      action: 'on',
      time: null,
      zone: null,
      days: null,
      filters: '',
    });
  });

  const parts = ['08:30', 'Asia/Shanghai', 'mon-fri', 'from:"Global Times"'];
  it('takes time, zone, days and filters in any order, and any of them alone', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(parts), (some) => {
        const inOrder = parts.filter((part) => some.includes(part));
        expect(commandOf(['digest on', ...some].join(' '))).toBe(['digest on', ...inOrder].join(' '));
      }),
    );
  });

  const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
    fc.option(arbitrary, { nil: null });
  const two = (most: number): fc.Arbitrary<string> =>
    fc.integer({ min: 0, max: most }).map((n) => String(n).padStart(2, '0'));
  const articles = [...corpus.articles.values()];
  const filters = fc.record(
    {
      from: fc.constantFrom('Global Times', 'global', 'India Writes Network'),
      in: fc.constantFrom(...articles.map(({ id }) => id)),
      by: fc.constantFrom('He Yin'),
      after: fc.constantFrom('2001-06-15', '2020-11-04'),
      before: fc.constantFrom('2026-01-01'),
    },
    { requiredKeys: [] },
  );
  const on: fc.Arbitrary<DigestCommand> = fc.record({
    verb: fc.constant('digest' as const),
    action: fc.constant('on' as const),
    time: maybe(fc.tuple(two(23), two(59)).map((both) => both.join(':'))),
    zone: maybe(
      fc.constantFrom(...Intl.supportedValuesOf('timeZone'), 'UTC', 'GMT', 'Europe/Kyiv', 'Etc/GMT-8'),
    ),
    days: maybe(
      fc
        .uniqueArray(fc.constantFrom<Day>(1, 2, 3, 4, 5, 6, 7), { minLength: 1 })
        .map((days) => days.toSorted()),
    ),
    filters: filters.map(writeFilters),
  });
  const commands: fc.Arbitrary<DigestCommand> = fc.oneof(
    { weight: 5, arbitrary: on },
    fc
      .constantFrom('off' as const, 'status' as const, 'preview' as const, 'skip' as const)
      .map((action) => ({ verb: 'digest' as const, action })),
    maybe(fc.constantFrom('2026-11-23', '2028-02-29')).map((date) => ({
      verb: 'digest' as const,
      action: 'why' as const,
      date,
    })),
  );

  it('is read as it is written', () => {
    fc.assert(
      fc.property(commands, (command) => {
        expect(parseLine(writeCommand(command), core).command).toEqual(command);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a digest line that cannot be carried out', () => {
  const good = ['08:30', 'Asia/Tokyo', 'mon-fri'];
  it.each<[string, Problem['code'], string, readonly string[]]>([
    // Times.
    ['digest on 25:00', 'bad-time', '25:00', ['digest on']],
    ['digest on 13pm', 'bad-time', '13pm', ['digest on 13:00', 'digest on']],
    ['digest on 8:60 mon', 'bad-time', '8:60', ['digest on 09:00 mon', 'digest on mon']],
    ['digest on 24:00', 'bad-time', '24:00', ['digest on 00:00', 'digest on']],
    ['digest on 9', 'bad-time', '9', ['digest on 09:00', 'digest on']],
    ['digest on 2026-11-23', 'bad-time', '2026-11-23', ['digest on']],
    // Zones.
    ['digest on Shangai 8am', 'bad-zone', 'Shangai', ['digest on 08:00 Asia/Shanghai', 'digest on 08:00']],
    ['digest on new yrok', 'bad-zone', 'new yrok', ['digest on America/New_York', 'digest on']],
    ['digest on Asia/Shangai', 'bad-zone', 'Asia/Shangai', ['digest on Asia/Shanghai', 'digest on']],
    ['digest on Europe/Berln', 'bad-zone', 'Europe/Berln', ['digest on Europe/Berlin', 'digest on']],
    ['digest on Summit', 'bad-zone', 'Summit', ['search digest on Summit', 'digest on']],
    ['digest on xx/yy', 'bad-zone', 'xx/yy', ['search digest on xx/yy', 'digest on']],
    [
      'digest on 08:30 CST mon-fri',
      'ambiguous-zone',
      'CST',
      [
        ...['Asia/Shanghai', 'America/Chicago', 'America/Mexico_City'].map(
          (zone) => `digest on 08:30 ${zone} mon-fri`,
        ),
        'digest on 08:30 mon-fri',
      ],
    ],
    [
      'digest on 09:00 kazakhstan',
      'ambiguous-zone',
      'kazakhstan',
      [
        ...['Asia/Almaty', 'Asia/Aqtau', 'Asia/Qyzylorda'].map((zone) => `digest on 09:00 ${zone}`),
        'digest on 09:00',
      ],
    ],
    [
      'digest on UTC+8',
      'bad-zone',
      'UTC+8',
      ['digest on Asia/Shanghai', 'digest on Asia/Singapore', 'digest on Asia/Hong_Kong', 'digest on'],
    ],
    [
      'digest on -05:00',
      'bad-zone',
      '-05:00',
      ['digest on America/New_York', 'digest on America/Bogota', 'digest on America/Lima', 'digest on'],
    ],
    // Days.
    ['digest on mon-fry', 'bad-days', 'mon-fry', ['digest on mon-fri', 'digest on']],
    ['digest on Munday 8am', 'bad-days', 'Munday', ['digest on 08:00 mon', 'digest on 08:00']],
    // Two of a kind.
    ['digest on 08:30 9:30', 'repeated-option', '9:30', ['digest on 09:30', 'digest on 08:30']],
    ['digest on UTC Asia/Tokyo', 'repeated-option', 'Asia/Tokyo', ['digest on Asia/Tokyo', 'digest on UTC']],
    ['digest on mon 8am wed', 'repeated-option', 'wed', ['digest on 08:00 wed', 'digest on 08:00 mon']],
    // Two faults: both are mended together.
    ['digest on 13pm Asia/Shangai', 'bad-time', '13pm', ['digest on 13:00 Asia/Shanghai', 'digest on']],
    [
      'digest on 8am in Kathmandoo after:2019',
      'bad-date',
      'after:2019',
      ['digest on 08:00 Asia/Kathmandu', 'digest on 08:00', 'digest on'],
    ],
    // What is said before a part is no fault of its own, be the part right or wrong.
    [
      'digest on at 8am in Kathmandoo on mon',
      'bad-zone',
      'Kathmandoo',
      ['digest on 08:00 Asia/Kathmandu mon', 'digest on 08:00 mon'],
    ],
    ['digest on 8am in', 'unexpected-words', 'in', ['digest on 08:00', 'search digest on 8am in']],
    // Words of a search.
    ['digest on the rocks', 'unexpected-words', 'the rocks', ['search digest on the rocks', 'digest on']],
    [
      'digest on 8am please',
      'unexpected-words',
      'please',
      ['digest on 08:00', 'search digest on 8am please'],
    ],
    [
      'digest on "America/New York"',
      'unexpected-words',
      '"America/New York"',
      ['digest on America/New_York', 'digest on'],
    ],
    ['digest on -china', 'unexpected-words', '-china', ['search digest on -china', 'digest on']],
    ['digest on page:2', 'unexpected-words', 'page:2', ['search digest on page:2', 'digest on']],
    ['digest off now', 'unexpected-words', 'now', ['digest off', 'search digest off now']],
    ['digest status please', 'unexpected-words', 'please', ['digest status', 'search digest status please']],
    ['digest skip tomorrow', 'unexpected-words', 'tomorrow', ['digest skip', 'search digest skip tomorrow']],
    // Filters, as for a search.
    ['digest on from:Xinhau', 'no-such-source', 'from:Xinhau', ['digest on', 'sources']],
    [
      'digest on 8am from:globl',
      'no-such-source',
      'from:globl',
      ['digest on 8am from:"Global Times"', 'digest on 8am', 'sources', 'digest on'],
    ],
    ['digest on foo:bar 8am', 'unknown-filter', 'foo:', ['digest on 8am', 'digest on']],
    ['digest on after:2020', 'bad-date', 'after:2020', ['digest on after:2020-12-31', 'digest on']],
    [
      'digest on from:global from:india',
      'repeated-filter',
      'from:',
      ['digest on from:global', 'digest on from:india', 'digest on'],
    ],
    // Dates.
    ['digest why 2026/1/3', 'bad-date', '2026/1/3', ['digest why 2026-01-03', 'digest why']],
    ['digest why yesterday', 'bad-date', 'yesterday', ['digest why']],
    ['digest why 2026-02-30', 'bad-date', '2026-02-30', ['digest why']],
    [
      'digest why did it fail',
      'unexpected-words',
      'did it fail',
      ['search digest why did it fail', 'digest why'],
    ],
    // Actions.
    ['digest of', 'unknown-action', 'of', ['digest off', 'search digest of', 'help digest']],
    ['digest stauts', 'unknown-action', 'stauts', ['digest status', 'search digest stauts', 'help digest']],
    ['digest stop', 'unknown-action', 'stop', ['digest off', 'search digest stop', 'help digest']],
    ['digest onn 8am', 'unknown-action', 'onn', ['digest on 8am', 'search digest onn 8am', 'help digest']],
    [
      'digest 8am mon',
      'unknown-action',
      '8am',
      ['digest on 08:00 mon', 'search digest 8am mon', 'help digest'],
    ],
    ['digest of the summit', 'unknown-action', 'of', ['search digest of the summit', 'help digest']],
    ['digest of the summit?', 'unknown-action', 'of', ['search digest of the summit?', 'help digest']],
    // The verb itself.
    ['digets on 8am', 'unknown-verb', 'digets', ['digest on 8am', 'search digets on 8am']],
  ])('%s: %s, %j', (line, code, typed, instead) => {
    expect(problemOf(line)).toMatchObject({ code, typed, instead });
  });

  it('names the six actions where the action is unknown', () => {
    expect(problemOf('digest x').allowed).toEqual(['on', 'off', 'status', 'preview', 'skip', 'why']);
  });

  it.each([
    ['digest on 25:00', 'bad-time'],
    ['digest on Springfield', 'bad-zone'],
    ['digest on EST', 'ambiguous-zone'],
    ['digest on +08:00', 'bad-zone'],
    ['digest on munday', 'bad-days'],
    ['digest why today', 'bad-date'],
  ])('%s: what is allowed in its place works', (line, code) => {
    const { allowed, code: said } = problemOf(line);
    expect(said).toBe(code);
    expect(allowed.length).toBeGreaterThan(0);
    const head = line.split(' ').slice(0, 2).join(' ');
    for (const each of allowed) expect(parseLine(`${head} ${each}`, core).problem).toBeUndefined();
  });

  const word = fc.oneof(
    {
      weight: 3,
      arbitrary: fc.constantFrom(
        ...good,
        ...'8 25:00 CST UTC+8 Shangai mon-fry and at in on every'.split(' '),
      ),
    },
    fc.constantFrom(
      ...'off of status why skip preview digest 2026-11-23 from: from:global from:x foo:bar -x -05:00 page:2'.split(
        ' ',
      ),
      ...'"a b" " “x” / + : , the summit? America/New York Summit __proto__ constructor after:2020'.split(
        ' ',
      ),
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );
  const line = fc
    .tuple(fc.constantFrom('digest', 'digest on', 'digest why', 'Digest:'), fc.array(word, { maxLength: 8 }))
    .map(([head, words]) => [head, ...words].join(' '));

  it('or can, whatever it is: a command that is read back, or lines that work', () => {
    let read = 0;
    fc.assert(
      fc.property(line, (typed) => {
        const { command, problem } = parseLine(typed, core);
        if (command !== undefined) {
          read += 1;
          expect(parseLine(writeCommand(command), core).command).toEqual(command);
          return;
        }
        expect(problem.instead.length, typed).toBeGreaterThan(0);
        for (const each of problem.instead) expect(parseLine(each, core).problem, each).toBeUndefined();
      }),
      { numRuns: 600 },
    );
    expect(read).toBeGreaterThan(30);
  });

  it('is a text, and no list of slips, when it is long', () => {
    const text = 'asia/shangai '.repeat(20).trim();
    expect(problemOf(`digest on ${text}`)).toMatchObject({ code: 'unexpected-words', typed: text });
  });

  it('is refused at once though it is a page long', () => {
    for (const words of ['word thing ', 'mon 8am ', 'asia/shangai ', 'every mon to ', 'CST ']) {
      const before = process.cpuUsage();
      expect(parseLine(`digest on ${words.repeat(80)}`.slice(0, 990), core).problem).toBeDefined();
      const { user, system } = process.cpuUsage(before);
      expect((user + system) / 1000).toBeLessThan(500);
    }
  });
});

describe('carrying out a digest command', () => {
  it('tells the digest what was typed and by whom, and gives its answer', async () => {
    const { core, told } = coreWith();
    const { command } = parseLine('digest skip', core);
    if (command === undefined) throw new Error('not read');
    expect(await runCommand(command, core, asked)).toEqual({
      kind: 'digest',
      action: 'status',
      state: never,
    });
    expect(told).toEqual([command]);
  });

  it.each([
    [
      'digest off',
      { refused: 'not-allowed', whoMay: 'Ann can.' },
      'not-allowed',
      'Ann can.',
      ['digest status'],
    ],
    [
      'digest on 8am before:2001-01-01',
      { refused: 'nothing-selected', filters: 'before:2001-01-01' },
      'nothing-selected',
      'before:2001-01-01',
      ['digest on 08:00', 'sources'],
    ],
  ] as const)('%s refused is a problem with what works', async (line, refusal, code, typed, instead) => {
    const { core } = coreWith(refusal);
    const { command } = parseLine(line, core);
    if (command === undefined) throw new Error('not read');
    expect(await runCommand(command, core, asked)).toMatchObject({
      kind: 'problem',
      problem: { code, typed, instead },
    });
    for (const each of instead) expect(parseLine(each, core).problem).toBeUndefined();
  });
});

describe('what is known of the digest command', () => {
  it.each(digest.spec.examples)('the example $line is that command, as it is written', ({ line }) => {
    expect(commandOf(line)).toBe(line);
  });

  it('has actions that change what the channel gets, and others for everyone', () => {
    const managing = (digest.spec.actions ?? []).filter(({ manages }) => manages).map(({ name }) => name);
    expect(managing).toEqual(['on', 'off', 'skip']);
  });

  it.each(digest.spec.actions ?? [])('a line can be made of the action $name', (action) => {
    expect(commandOf(writeLine(digest.spec, {}, action))).toBe(`digest ${action.name}`);
  });

  it.each([
    [
      { time: '8:30am', zone: 'asia/shanghai', days: 'Monday-Friday' },
      'digest on 08:30 Asia/Shanghai mon-fri',
    ],
    [{ zone: 'America/New York', from: 'Global Times' }, 'digest on America/New_York from:"Global Times"'],
    [{ days: 'every day', in: 'way-forward', time: ' ' }, 'digest on daily in:way-forward'],
    [{ nonsense: 'x', date: '2026-11-23' }, 'digest on'],
  ])('a form’s %j come to %j', (values, command) => {
    const action = digest.spec.actions?.find(({ name }) => name === 'on');
    expect(commandOf(writeLine(digest.spec, values as Readonly<Record<string, string>>, action))).toBe(
      command,
    );
  });

  it('a form’s date goes to why', () => {
    const action = digest.spec.actions?.find(({ name }) => name === 'why');
    expect(writeLine(digest.spec, { date: '2026-11-23', time: '08:30' }, action)).toBe(
      'digest why 2026-11-23',
    );
  });

  it('is explained by help', () => {
    expect(help.parse('digest', core).command).toEqual({ verb: 'help', topic: 'digest' });
  });
});

describe('completion of a digest line', () => {
  const valuesOf = (line: string): readonly string[] => completeLine(line, core).map(({ value }) => value);
  it.each([
    ['dig', 'digest '],
    ['digest ', 'digest on '],
    ['digest s', 'digest status'],
    ['digest wh', 'digest why '],
    ['digest on ', 'digest on 08:30'],
    ['digest on ', 'digest on mon-fri'],
    ['digest on ', 'digest on Asia/Shanghai'],
    ['digest on 8', 'digest on 08:00'],
    ['digest on mon', 'digest on mon-fri'],
    ['digest on 08:30 sha', 'digest on 08:30 Asia/Shanghai'],
    ['digest on 08:30 new yo', 'digest on 08:30 America/New_York'],
    ['digest on 08:30 cst', 'digest on 08:30 Asia/Shanghai'],
    ['digest on 08:30 Asia/Shanghai we', 'digest on 08:30 Asia/Shanghai wed'],
    ['digest on 08:30 from:Gl', 'digest on 08:30 from:"Global Times"'],
    ['Digest ON in:way', 'Digest ON in:way-forward'],
  ])('of %j has %j', (typed, value) => {
    expect(valuesOf(typed)).toContain(value);
  });

  it.each(['digest off ', 'digest why ', 'digest x ', 'digest on xyzzy'])('of %j has nothing', (typed) => {
    expect(valuesOf(typed)).toEqual([]);
  });

  it('is at most 25 lines that go on being read, whatever is typed', () => {
    const piece = fc.constantFrom(
      'a',
      '8',
      '08:',
      'mon',
      'asia/',
      'from:',
      '"',
      ' ',
      '  ',
      'x',
      '\ud800',
      '(',
      '\\',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const found = valuesOf(`digest on ${pieces.join('')}`);
        expect(found.length).toBeLessThanOrEqual(25);
        for (const each of found) expect(each.startsWith('digest on ')).toBe(true);
      }),
      { numRuns: 200 },
    );
    for (const each of valuesOf('digest on ')) expect(parseLine(each, core).problem).toBeUndefined();
  });
});
