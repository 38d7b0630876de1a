import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLine } from '../../src/command/grammar.ts';
import type { Core } from '../../src/command/module.ts';
import { commandSpecs, writeCommand } from '../../src/command/table.ts';
import { createLinks } from '../../src/corpus/links.ts';
import { parseQuery, writeQuery } from '../../src/search/query.ts';
import { createSearch } from '../../src/search/search.ts';
import { noDigest } from '../digest/no-digest.ts';
import { commandsOf } from '../message/reading.ts';
import { seedsDesk } from './seeds-desk.ts';

const { reply, json, corpus } = await seedsDesk();
const core: Core = {
  corpus,
  search: createSearch(corpus),
  commands: commandSpecs,
  linkTo: createLinks({ publicUrl: null, sourceUrlTemplate: null, localUrl: 'http://localhost:3000' }),
  digest: noDigest,
  random: () => 0.5,
};

const piece = fc.oneof(
  { weight: 2, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
  fc.string({
    unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
    maxLength: 6,
  }),
  fc.constantFrom(
    ...'search ask open cite random sources help serach " “ ” « - -- : ? page:2 page:0 from: from:global by:yin'.split(
      ' ',
    ),
    ...'in:way-forward after:2020-01-01 before:x security SCO the of Belarus who security-for-all:12 apa -from:x'.split(
      ' ',
    ),
    ...'uzbek multilaterist who wrote published by articles related quote the-global-times afganistan'.split(
      ' ',
    ),
    '"to the summitry of states"',
    '“vision of a common, comprehensive” … [the SCO]',
    '"none is superior',
    '‘member states’ interests’',
    ...'__proto__ constructor toString counter-terrorism -non-traditional organisation https://x.y/z 10:30'.split(
      ' ',
    ),
    '"Shanghai Spirit"',
    ...'digest on off status preview skip why 2026-11-23 08:30 25:00 8am CST +08:00 Asia/Shanghai mon-fri'.split(
      ' ',
    ),
    'digest on ',
    'digest why ',
    '-"Shanghai Spirit"',
    'from:"Global Times"',
    '-"from:x"',
    'from:"//x"',
    '\u00ad',
    '\u202e',
  ),
);
const line = fc
  .array(piece, { maxLength: 9 })
  .chain((parts) => fc.constantFrom(' ', '', '\n').map((joint) => parts.join(joint)));

describe('any line', () => {
  it('gets one answer that is no fault, and something to read', async () => {
    await fc.assert(
      fc.asyncProperty(line, async (words) => {
        const { answer, message } = await reply(words);
        expect(answer).not.toMatchObject({ kind: 'problem', problem: { code: 'fault' } });
        expect(message.blocks.length).toBeGreaterThan(0);
      }),
      { numRuns: 400 },
    );
  });

  it('comes out the same when its command is written and read again', () => {
    fc.assert(
      fc.property(line, (words) => {
        const { command } = parseLine(words, core);
        if (command !== undefined) expect(parseLine(writeCommand(command), core)).toEqual({ command });
      }),
      { numRuns: 2000 },
    );
  });

  it('as a query comes out the same when written and read again', () => {
    fc.assert(
      fc.property(line, (words) => {
        const parsed = parseQuery(words);
        if ('query' in parsed) expect(parseQuery(writeQuery(parsed.query))).toEqual({ ...parsed, page: 1 });
      }),
      { numRuns: 5000 },
    );
  });

  it('offers only commands that are understood', async () => {
    await fc.assert(
      fc.asyncProperty(line, async (words) => {
        const { message } = await reply(words);
        for (const command of commandsOf(message)) {
          expect([command, parseLine(command, core).problem]).toEqual([command, undefined]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('gives scripts quotes that are exact slices, and the input as it was', async () => {
    await fc.assert(
      fc.asyncProperty(line, async (words) => {
        const answer = await json(words);
        expect(answer.input).toBe(words);
        for (const { article, quote, text, start, end } of answer.passages) {
          expect(corpus.articles.get(article)?.text.slice(start, end)).toBe(quote);
          expect(text).toContain(quote);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('every button of every kind of message', () => {
  it.each([
    'search security',
    'search security page:10',
    'search the',
    'search xyzzy',
    'search trade from:global after:2030-01-01',
    'search mutilateralism -trade "the SCO"',
    'ask who chairs the SCO next?',
    'ask what is the GDP of Kazakhstan?',
    'ask does Afganistan have a multilaterist policy?',
    'ask what is the number one precondition for development?',
    'ask who wrote the Global Times article?',
    'ask which articles are by Jane Doe?',
    'search summitry "community of security for all"',
    'search "uzbek chairmanship of summits"',
    'quote "Security and stability are the number one precondition"',
    'quote "Each civilization is unique and none is superior to others"',
    'quote "none superior is others distinct and to is civilization each"',
    'quote from: "men of insight" -see page:2 in:nowhere “the -trend”',
    'the “community of security for all” once more',
    'related security-for-all:4',
    'related four-point-approach:13',
    'related way-forward:1',
    'open security-for-all:12',
    'open security-for-all:1',
    'cite upcoming-meetings:5 apa',
    'random',
    'random by:yin',
    'random after:2030-01-01',
    'sources',
    'help',
    'help search',
    'help cite',
    'serach security',
    'open nothing',
    'digest',
    'digest preview',
    'digest why',
    'digest on 08:30 Asia/Shanghai mon-fri from:"Global Times"',
    'digest status',
    'digest preview',
    'digest skip',
    'digest why 2026-11-23',
    'digest why 2026-11-24',
    'digest off',
    'digest onn',
    'digest on 25:00',
    'digest on CST',
    'digest on Mars/Phobos',
    'digest on mon-frii',
    'digest on before:1990-01-01',
  ])('of %s works', async (words) => {
    const { message } = await reply(words);
    const commands = commandsOf(message);
    expect(commands.length).toBeGreaterThan(0);
    for (const command of commands) {
      const { answer } = await reply(command);
      expect([command, answer.kind]).not.toEqual([command, 'problem']);
    }
  });
});
