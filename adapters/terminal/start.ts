import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Desk, Reply, Request } from '../../src/desk/types.ts';
import { terminalPlatform } from './platform.ts';
import { render, type TerminalLook } from './render.ts';

/** Where the terminal surface reads and writes. */
export interface Streams {
  readonly input: Readable;
  readonly output: Writable & { readonly isTTY?: boolean; readonly columns?: number };
}

const requestFor = (words: string): Request => ({
  platform: terminalPlatform,
  workspace: '',
  channel: '',
  user: '',
  words,
});

const lookOf = (output: Streams['output'], colour: boolean): TerminalLook => ({
  colour: colour && output.isTTY === true,
  columns: output.isTTY === true ? (output.columns ?? 0) : 0,
});

/** Resolves when the text is handed on, so that a slow reader is waited for. */
const print = (output: Writable, text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    output.write(text, (error) => (error ? reject(error) : resolve()));
  });

/** Answers one line. @returns the process's exit code: 0, or 2 for a line that could not be carried out. */
export async function answerLine(
  desk: Desk,
  line: string,
  { output }: Pick<Streams, 'output'>,
  options: { readonly json: boolean; readonly colour: boolean },
): Promise<number> {
  const reply = await desk.reply(requestFor(line));
  const text = options.json
    ? JSON.stringify(desk.json(line, reply))
    : render(reply.message, lookOf(output, options.colour));
  await print(output, `${text}\n`);
  return reply.answer.kind === 'problem' ? 2 : 0;
}

/** Answers each line of the input with one line of JSON, in order, empty lines included. */
export async function answerLines(desk: Desk, { input, output }: Streams): Promise<void> {
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY, terminal: false });
  for await (const line of lines) {
    const reply = await desk.reply(requestFor(line));
    await print(output, `${JSON.stringify(desk.json(line, reply))}\n`);
  }
}

const HISTORY = 500;

/** A prompt with history (arrow keys) and completion (Tab); ends with Ctrl-D, `exit` or `quit`. */
export async function openPrompt(desk: Desk, { input, output }: Streams, colour: boolean): Promise<void> {
  const prompt = createInterface({
    input,
    output,
    historySize: HISTORY,
    removeHistoryDuplicates: true,
    prompt: 'sco> ',
    completer: (line: string): [string[], string] => [
      desk.completeLine(line).map(({ value }) => value),
      line,
    ],
  });
  const show = (reply: Reply): Promise<void> =>
    print(output, `\n${render(reply.message, lookOf(output, colour))}\n\n`);
  let open = true;
  prompt.once('close', () => {
    open = false;
    // The shell's own prompt gets a line of its own.
    if (prompt.terminal) output.write('\n');
  });
  // As in a shell: what is typed is given up, and an empty line ends.
  prompt.on('SIGINT', () => {
    if (prompt.line === '') return prompt.close();
    output.write('\n');
    prompt.write(null, { ctrl: true, name: 'e' });
    prompt.write(null, { ctrl: true, name: 'u' });
  });
  // Taken before anything is waited for, as are the events: what is typed earlier would be lost.
  const lines = prompt[Symbol.asyncIterator]();
  if (prompt.terminal) {
    await print(
      output,
      `SCO Desk: ${desk.corpus.articles.size} articles. Type help, or a question; Ctrl-D ends.\n`,
    );
  }
  // The cursor stays behind what is typed while an answer is being printed.
  const ask = (): void => {
    if (open) prompt.prompt(true);
  };
  ask();
  for await (const line of lines) {
    if (/^\s*(?:exit|quit)\s*$/i.test(line)) break;
    if (line.trim() !== '') await show(await desk.reply(requestFor(line)));
    ask();
  }
  prompt.close();
}
