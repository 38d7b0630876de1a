/** What was asked for on the command line. */
export type Arguments =
  | { readonly mode: 'line'; readonly line: string; readonly json: boolean; readonly corpus: string | null }
  | { readonly mode: 'prompt' | 'lines'; readonly corpus: string | null }
  | { readonly mode: 'problem'; readonly problem: string; readonly remedy: string };

const USAGE = 'Usage: sco [--corpus DIR] [--json] [COMMAND …], for example: sco search multilateralism';

/** The shell has taken the quotation marks off: what they held together gets them back. */
function requoted(word: string): string {
  if (!/\s/.test(word) || /["“”]/.test(word)) return word;
  const filter = /^(\p{L}+):(.+)$/su.exec(word);
  return filter === null ? `"${word}"` : `${filter[1]}:"${filter[2]}"`;
}

/** The words as one line. A single argument, or a single one behind the verb, is the line as it stands. */
function wordsAsLine(words: readonly string[]): string {
  const [first = '', ...rest] = words;
  const plain = words.length <= 2 && !/^\p{L}+:\S*\s/u.test(words.at(-1) ?? '');
  return plain ? words.join(' ') : [first, ...rest.map(requoted)].join(' ');
}

export function readArguments(args: readonly string[]): Arguments {
  const words: string[] = [];
  let json = false;
  let corpus: string | null = null;
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? '';
    if (arg === '--json') json = true;
    else if (arg === '--corpus') {
      at++;
      corpus = args[at] ?? '';
    } else if (arg.startsWith('--corpus=')) corpus = arg.slice('--corpus='.length);
    else if (arg === '--help' && words.length === 0) words.push('help');
    else if (arg.startsWith('--') && words.length === 0) {
      return { mode: 'problem', problem: `There is no option ${arg}`, remedy: USAGE };
    } else words.push(arg);
  }
  if (corpus === '') return { mode: 'problem', problem: '--corpus needs a folder', remedy: USAGE };
  if (words.length > 0) return { mode: 'line', line: wordsAsLine(words), json, corpus };
  return { mode: json ? 'lines' : 'prompt', corpus };
}
