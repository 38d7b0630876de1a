import { PassThrough } from 'node:stream';
import { stripVTControlCharacters } from 'node:util';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { openPrompt } from '../../adapters/terminal/start.ts';
import { createLinks } from '../../src/corpus/links.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { createDesk } from '../../src/desk/desk.ts';
import { noDigest } from '../digest/no-digest.ts';

const TAB = '\t';
const UP = '\u001b[A';
const CTRL_C = '\u0003';

/** A terminal: streams that say they are one, and keys that are pressed one by one. */
async function openTerminal() {
  const corpus = await readCorpus('seeds');
  const linkTo = createLinks({ publicUrl: null, sourceUrlTemplate: null, localUrl: 'http://localhost:3000' });
  const desk = createDesk({
    corpus,
    linkTo,
    digest: noDigest,
    log: pino({ level: 'silent' }),
    random: () => 0,
  });
  const input = Object.assign(new PassThrough(), { isTTY: true, setRawMode: () => undefined });
  const output = Object.assign(new PassThrough(), { isTTY: true, columns: 80, rows: 24 });
  let screen = '';
  output.setEncoding('utf8').on('data', (text: string) => {
    screen += text;
  });
  const closed = openPrompt(desk, { input, output }, true);
  const press = async (keys: string, shows: RegExp): Promise<string> => {
    screen = '';
    input.write(keys);
    await expect
      .poll(() => stripVTControlCharacters(screen), { interval: 5, timeout: 50_000 })
      .toMatch(shows);
    return screen;
  };
  return { press, input, closed };
}

describe('the prompt in a terminal', () => {
  it('completes verbs, words of the corpus and ids with Tab', async () => {
    const terminal = await openTerminal();
    await terminal.press('sea', /sea$/);
    await terminal.press(TAB, /search $/);
    await terminal.press('multilateralis', /multilateralis$/);
    await terminal.press(TAB, /m$/);
    await terminal.press('\r', /5 passages for “multilateralism”[\s\S]*sco> $/);
    await terminal.press('open security-for-all:1', /all:1$/);
    // Nothing is common to all that is possible: the second press lists it.
    terminal.input.write(TAB);
    await terminal.press(TAB, /security-for-all:12/);
    terminal.input.end();
    await terminal.closed;
  });

  it('brings back earlier lines with the arrow keys', async () => {
    const terminal = await openTerminal();
    await terminal.press('cite security-for-all:12\r', /Citation of security-for-all:12[\s\S]*sco> $/);
    await terminal.press(UP, /cite security-for-all:12$/);
    await terminal.press('\r', /Citation of security-for-all:12[\s\S]*sco> $/);
    terminal.input.end();
    await terminal.closed;
  });

  it('marks matched words by colour, and asks nothing of an empty line', async () => {
    const terminal = await openTerminal();
    await terminal.press('\r', /sco> $/);
    const screen = await terminal.press('search vaccine\r', /vaccine[\s\S]*sco> $/);
    expect(screen).toContain('\u001b[1m\u001b[33mvaccine');
    terminal.input.end();
    await terminal.closed;
  });

  it('gives a line up on Ctrl-C, and ends on Ctrl-C on an empty one', async () => {
    const terminal = await openTerminal();
    await terminal.press('foo bar', /foo bar$/);
    await terminal.press(CTRL_C, /sco> $/);
    await terminal.press('sources\r', /5 articles[\s\S]*sco> $/);
    terminal.input.write(CTRL_C);
    await terminal.closed;
  });

  it.each(['exit\r', 'quit\r', '\u0004'])('ends on %j', async (keys) => {
    const terminal = await openTerminal();
    await terminal.press('', /sco> $/);
    terminal.input.write(keys);
    await terminal.closed;
  });
});
