import { questionWords } from '../search/stopwords.ts';
import { tokens } from '../search/tokens.ts';
import { type Core, type Parsed, problem } from './module.ts';
import { parseCommand } from './registry.ts';
import type { Command, Verb } from './types.ts';
import { nearestVerb, verbs } from './verbs.ts';

/** No command needs more; an adapter's own cap may be lower. */
const LONGEST_LINE = 12_000;

const ASKING = /^(?:tell|explain|describe|define|name|list)\b/i;

/** Whether words without a verb read as a question: by their mark, or by how they begin. */
export function isQuestion(words: string): boolean {
  if (/[?？؟]\s*$/.test(words) || ASKING.test(words)) return true;
  const first = tokens(words)[0];
  return first !== undefined && questionWords.has(first.word) && tokens(words).length > 1;
}

const verbOf = (word: string): Verb | null => verbs.find((verb) => verb === word.toLowerCase()) ?? null;

/** The line without what is typed before a command on some surface: `/sco`. */
const withoutSlash = (line: string): string => line.trim().replace(/^\/sco(?:\s+|$)/i, '');

/** Reads a line as a command: `verb rest`, or words alone, which are a question or a search. */
export function parseLine(line: string, core: Core): Parsed<Command> {
  if (line.length > LONGEST_LINE) {
    return { problem: problem('too-long', String(line.length), { allowed: [String(LONGEST_LINE)] }) };
  }
  const words = withoutSlash(line);
  if (!/[\p{L}\p{N}]/u.test(words)) {
    const isHelp = /^[?？]+$/.test(words);
    if (isHelp) return { command: { verb: 'help', topic: null } };
    return { problem: problem('empty', words, { instead: ['help'] }) };
  }
  const [first = ''] = words.split(/\s/, 1);
  const rest = words.slice(first.length).trim();
  const verb = verbOf(first);
  if (verb !== null) return parseCommand(verb, rest, core);

  const meant = /^\p{L}+$/u.test(first) && !core.search.knows(first) ? nearestVerb(first) : null;
  if (meant !== null) {
    return {
      problem: problem('unknown-verb', first, {
        allowed: verbs,
        instead: [`${meant} ${rest}`.trimEnd(), `search ${words}`],
      }),
    };
  }
  return parseCommand(isQuestion(words) ? 'ask' : 'search', words, core);
}
