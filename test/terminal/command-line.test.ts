import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { run } from '../command-line.ts';

const sco = (args: readonly string[], input = '') => run(['sco', ...args], input);

describe('sco COMMAND', () => {
  it('prints the answer within 80 columns, addresses apart, and exits', async () => {
    const { code, out, err } = await sco(['search', 'multilateralism']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('*multilateralism*');
    expect(out).toContain('four-point-approach:5');
    expect(out.replace(/\s+/g, ' ')).toContain('India Writes Network');
    expect(out).toContain('undated');
    expect(out).toContain('http://localhost:3000/a/four-point-approach#p5');
    const long = out.split('\n').filter((line) => [...line].length > 80 && !line.includes('://'));
    expect(long).toEqual([]);
  });

  it('keeps the lines of a citation that is there to be copied', async () => {
    const { out } = await sco(['cite', 'upcoming-meetings:9', 'bibtex']);
    expect(out).toContain(
      '  title = {{Upcoming SCO meetings eye on Eurasia’s rising peace and development}},\n',
    );
  });

  it('exits with 2 when the line cannot be carried out, and says what would do', async () => {
    const { code, out } = await sco(['open', 'security-for-all:999']);
    expect(code).toBe(2);
    expect(out).toContain('security-for-all:1');
  });

  it.each([
    [['--nope'], 'Usage: sco'],
    [['--corpus', '/nonexistent', 'help'], 'CORPUS_DIR'],
  ])('ends %j with one line and exit code 1', async (args, said) => {
    const { code, out, err } = await sco(args);
    expect({ code, out }).toEqual({ code: 1, out: '' });
    expect(err).toContain(said);
    expect(err.trim().split('\n')).toHaveLength(1);
  });
});

describe('sco --json', () => {
  it('answers each line with one object, in order, empty and odd lines included', async () => {
    const lines = [
      'ask who chairs the SCO next',
      '',
      'search xyzzy',
      '\u0007\u202e',
      'sources',
      'nonsense:x',
      'help',
    ];
    const { out, code } = await sco(['--json'], lines.join('\n'));
    const answers = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(code).toBe(0);
    expect(answers.map(({ input }) => input)).toEqual(lines);
    expect(answers.map(({ kind }) => kind)).toEqual([
      'answer',
      'problem',
      'nothing',
      'problem',
      'sources',
      'problem',
      'help',
    ]);
  });

  it('quotes exact slices of the file’s text after the front matter', async () => {
    const { out } = await sco(['--json', 'search', 'multilateralism']);
    const { passages } = JSON.parse(out);
    expect(passages.length).toBeGreaterThan(0);
    for (const { file, quote, text, start, end } of passages) {
      const body = readFileSync(file, 'utf8').replace(/^---\n[\s\S]*?\n---\n/, '');
      expect(body.slice(start, end)).toBe(quote);
      expect(text).toContain(quote);
    }
  });

  it('takes Windows line ends', async () => {
    const { out } = await sco(['--json'], 'sources\r\nhelp\r\n');
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).input),
    ).toEqual(['sources', 'help']);
  });
});

describe('sco, the prompt', () => {
  it('answers what is piped in and ends with exit', async () => {
    const { code, out } = await sco([], 'cite security-for-all:12\nexit\nsearch never\n');
    expect(code).toBe(0);
    expect(out).toContain('security-for-all:12');
    expect(out).not.toContain('never');
  });
});
