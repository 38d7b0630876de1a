import { describe, expect, it } from 'vitest';
import { plain } from '../../src/message/plain.ts';
import { commandsOf } from '../message/reading.ts';
import { seedsDesk } from './seeds-desk.ts';

const { corpus, reply } = await seedsDesk();

/** What was typed, the problem that it is, and the first command offered in its place. */
const problems: readonly (readonly [string, string, string | undefined])[] = [
  ['', 'empty', 'help'],
  ['   \t\n ', 'empty', 'help'],
  ['\u0001\u0002\u0000', 'empty', 'help'],
  ['😀😀', 'empty', 'help'],
  ['!!!', 'empty', 'help'],
  ['"', 'empty', 'help'],
  ['\ud800', 'empty', 'help'],
  ['.*+?^$ {}()|[]\\', 'empty', 'help'],
  ['/sco', 'empty', 'help'],
  ['search', 'empty', 'search multilateralism'],
  ['search ""', 'empty', 'search multilateralism'],
  ['search -', 'empty', 'search multilateralism'],
  ['search --', 'empty', 'search multilateralism'],
  ['search -terrorism', 'empty', 'search terrorism'],
  ['search -"x y"', 'empty', 'search "x y"'],
  ['search from:"Global Times"', 'empty', 'search multilateralism from:"Global Times"'],
  ['ask', 'empty', 'ask who chairs the SCO next?'],
  ['ask 😀?', 'empty', 'ask who chairs the SCO next?'],
  ['ask who is it?', 'only-common-words', 'search who is it?'],
  ['x'.repeat(10_000), 'too-long', undefined],
  ['security '.repeat(1200), 'too-long', undefined],
  [`search ${'y'.repeat(1001)}`, 'too-long', undefined],
  ['serach security', 'unknown-verb', 'search security'],
  ['hepl', 'unknown-verb', 'help'],
  ['opne security-for-all:12', 'unknown-verb', 'open security-for-all:12'],
  ['sorces', 'unknown-verb', 'sources'],
  ['help serach', 'unknown-verb', 'help search'],
  ['help search please', 'unknown-verb', 'help search'],
  ['help nonsense', 'unknown-verb', 'help'],
  ['help constructor', 'unknown-verb', 'help'],
  ['help __proto__', 'unknown-verb', 'help'],
  ['help me find Iran', 'unknown-verb', 'search me find Iran'],
  ['search security author:yin', 'unknown-filter', 'search security by:yin'],
  ['search security author:Xi', 'unknown-filter', 'search security Xi'],
  ['search constructor:x', 'unknown-filter', 'search x'],
  ['search security -from:"Global Times"', 'unknown-filter', 'search security from:"Global Times"'],
  ['search security from:', 'missing-value', 'search security from'],
  ['search security from: "Global Times"', 'missing-value', 'search security from:"Global Times"'],
  ['search from:"', 'missing-value', 'search from "'],
  ['search security after:', 'missing-value', 'search security after'],
  ['search a from:global from:focus', 'repeated-filter', 'search a from:global'],
  ['search a page:1 page:2', 'repeated-filter', 'search a page:1'],
  ['search security page:0', 'bad-page', 'search security'],
  ['search security page:-1', 'bad-page', 'search security'],
  ['search security page:2.5', 'bad-page', 'search security'],
  ['search security page:999999', 'bad-page', 'search security page:10'],
  ['search Belarus page:2', 'bad-page', 'search Belarus'],
  ['search security after:2023-02-30', 'bad-date', 'search security'],
  ['search security after:yesterday', 'bad-date', 'search security'],
  ['search security after:2020', 'bad-date', 'search security after:2020-12-31'],
  ['search security before:2020', 'bad-date', 'search security before:2020-01-01'],
  ['search security after:2024-2', 'bad-date', 'search security after:2024-02-29'],
  ['search security from:Xinhua', 'no-such-source', 'search security'],
  ['search trade from:"Glob Times"', 'no-such-source', 'search trade from:"Global Times"'],
  ['search security in:__proto__', 'no-such-source', 'search security'],
  ['search security from:.*', 'no-such-source', 'search security'],
  ['random from:nobody', 'no-such-source', 'random'],
  ['random violence', 'unexpected-words', 'search random violence'],
  ['random page:2', 'unexpected-words', 'random'],
  ['sources of instability', 'unexpected-words', 'search sources of instability'],
  ['ask page:2 who chairs the SCO?', 'unexpected-words', 'search who chairs the SCO? page:2'],
  ['open', 'missing-id', 'open four-point-approach:2'],
  ['cite', 'missing-id', 'cite four-point-approach:2'],
  ['cite apa', 'missing-id', 'cite four-point-approach:2'],
  ['open regionalism', 'unknown-id', 'search regionalism'],
  ['open 12', 'unknown-id', 'open four-point-approach:2'],
  ['open security-for-all', 'unknown-id', 'open security-for-all:3'],
  ['open security-for-all:0', 'unknown-id', 'open security-for-all:1'],
  ['open security-for-all:999', 'unknown-id', 'open security-for-all:25'],
  ['open security-for-all:99999999999999999999', 'unknown-id', 'open security-for-all:25'],
  ['open securty-for-all:12', 'unknown-id', 'open security-for-all:12'],
  ['open __proto__:1', 'unknown-id', 'open four-point-approach:2'],
  ['open constructor:1', 'unknown-id', 'open four-point-approach:2'],
  ['cite constructor', 'unknown-id', 'search constructor'],
  ['cite security-for-all:12 mla', 'bad-style', 'cite security-for-all:12'],
  ['cite security-for-all:12 bibtx', 'bad-style', 'cite security-for-all:12 bibtex'],
];

describe('a line that cannot be carried out', () => {
  it.each(problems)('%j is the problem %s and offers %s', async (words, code, instead) => {
    const { answer, message } = await reply(words);
    expect(answer).toMatchObject({ kind: 'problem', problem: { code } });
    if (answer.kind !== 'problem') return;
    expect(answer.problem.instead[0]).toBe(instead);
    expect(plain(message)).toMatch(/\p{L}/u);
  });

  it.each(problems)('what %j offers instead works', async (words) => {
    const { answer } = await reply(words);
    const offered = answer.kind === 'problem' ? answer.problem.instead : [];
    const kinds = await Promise.all(offered.map(async (each) => [each, (await reply(each)).answer.kind]));
    expect(kinds.filter(([, kind]) => kind === 'problem')).toEqual([]);
  });
});

/** Lines that look odd and are understood all the same: what they are understood as. */
const understood: readonly (readonly [string, string])[] = [
  ['?', 'help'],
  ['/sco help', 'help'],
  ['/sco search stability', 'search stability'],
  ['SEARCH stability', 'search stability'],
  ['Search: stability', 'search stability'],
  ['/search stability', 'search stability'],
  ['the of and', 'search the of and'],
  ['sec\u0000urity', 'search security'],
  ['search "security', 'search security'],
  ['search ""security""', 'search security'],
  ['search security -xfrom:"Global Times"', 'search security -"xfrom:Global Times"'],
  ['search «Shanghai Spirit»', 'search "Shanghai Spirit"'],
  ['search „Shanghai Spirit“', 'search "Shanghai Spirit"'],
  ['search “Shanghai Spirit”', 'search "Shanghai Spirit"'],
  ['search 「Shanghai Spirit」', 'search "Shanghai Spirit"'],
  ['summit: what happened', 'search summit: what happened'],
  ['what happened at 10:30?', 'ask what happened at 10:30?'],
  ['https://example.org/a?b=c', 'search https://example.org/a?b=c'],
  ['site visits', 'search site visits'],
  ['task force', 'search task force'],
  ['research institutes', 'search research institutes'],
  ['منظمة شنغهاي للتعاون', 'search منظمة شنغهاي للتعاون'],
  ['上海合作组织是什么？', 'ask 上海合作组织是什么？'],
  ['__proto__', 'search __proto__'],
  ['constructor', 'search constructor'],
  ['toString', 'search toString'],
  ['search __proto__:x', 'search __proto__:x'],
  ['search from:"Global Times" trade', 'search trade from:"Global Times"'],
  ['who chairs the SCO next', 'ask who chairs the SCO next'],
  ['tell me about Iran', 'ask tell me about Iran'],
  ['multilateralism?', 'ask multilateralism?'],
  ['multilateralism', 'search multilateralism'],
  ['security-for-all:12', 'open security-for-all:12'],
  ['<http://localhost:3000/a/security-for-all#p12>', 'open security-for-all:12'],
  ['open security-for-all#p12', 'open security-for-all:12'],
  ['open SECURITY-FOR-ALL:12', 'open security-for-all:12'],
  ['open security-for-all 12', 'open security-for-all:12'],
  ['open security for all: 12', 'open security-for-all:12'],
  ['open security–for–all:12', 'open security-for-all:12'],
  ['open (security-for-all:12).', 'open security-for-all:12'],
  ['open security-for-all:0012', 'open security-for-all:12'],
  ['open http://localhost:3000/a/security-for-all#p12', 'open security-for-all:12'],
  ['open: security-for-all:12', 'open security-for-all:12'],
  ['cite security-for-all:12 APA', 'cite security-for-all:12 apa'],
  ['cite security-for-all 12 BibTeX', 'cite security-for-all:12 bibtex'],
  ['cite apa security-for-all:12', 'cite security-for-all:12 apa'],
  ['cite security-for-all:12 as RIS', 'cite security-for-all:12 ris'],
  ['cite security-for-all:12 plain', 'cite security-for-all:12'],
];

describe('a line that is odd and understood', () => {
  it.each(understood)('%j is %s', async (words, command) => {
    const { answer, command: read } = await reply(words);
    expect(answer.kind).not.toBe('problem');
    expect(read).toBe(command);
  });
});

it('searches common words unfiltered when there are no others, and says so', async () => {
  const { answer, message } = await reply('search the of and');
  expect(answer).toMatchObject({ kind: 'hits', common: true });
  expect(plain(message)).toContain('so common that they are looked for only when there are no others');
});

it('does not take a common word for the stem of another', async () => {
  expect((await reply('search hi')).answer).toMatchObject({ kind: 'nothing', missing: ['hi'] });
});

it('offers no command twice where nothing is found', async () => {
  const { message } = await reply('search vaccine in:security-for-all');
  const commands = commandsOf(message);
  expect(commands).toEqual([...new Set(commands)]);
  expect(commands).toContain('search vaccine');
});

it('parts what is wrong with a file from what to do', async () => {
  const fault = { file: 'x.md', problem: 'the file is empty', remedy: 'put the article in it' };
  const withFault = await seedsDesk({ ...corpus, faults: [fault] });
  expect(plain((await withFault.reply('sources')).message)).toContain(
    'x.md: the file is empty; put the article in it.',
  );
});
