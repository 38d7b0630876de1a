import { DOUBLE_CLOSING, DOUBLE_MARKS, DOUBLE_OPENING } from '../language/quotation-marks.ts';
import { questionWords } from '../language/stopwords.ts';
import { tokens } from '../language/tokens.ts';
import { filterNames, parseQuery } from '../search/query.ts';
import { type Core, type Parsed, problem } from './module.ts';
import { nearestVerb } from './nearest-verb.ts';
import { passageNamed } from './passage-id.ts';
import { LONGEST_QUERY } from './query.ts';
import { LONGEST_QUOTED } from './quote.ts';
import { type Command, parseCommand, suits, type Verb, verbs } from './table.ts';

/** No command needs more than the longest quotation and its verb. */
const LONGEST_LINE = LONGEST_QUOTED + 50;

const ASKING = /^(?:tell|explain|describe|define|name|list)\b/i;

/** Whether words without a verb read as a question: by their mark, or by how they begin. */
export function isQuestion(words: string): boolean {
  if (/[?？؟]\s*$/.test(words) || ASKING.test(words)) return true;
  const first = tokens(words)[0];
  return first !== undefined && questionWords.has(first.word) && tokens(words).length > 1;
}

/** Words in double marks: a single one may be an apostrophe. */
const IN_MARKS = new RegExp(`[${DOUBLE_OPENING}]([^${DOUBLE_MARKS}]*)[${DOUBLE_CLOSING}]`, 'gu');
/** Fewer are no quotation that anybody checks. */
const FEWEST_QUOTED = 2;

/**
 * Whether a line without a verb is a quotation to check, or a text with some: it holds two words at least in marks
 * of quotation, asks nothing, and has no filter and no minus word, which only a search has.
 */
function isQuotation(line: string): boolean {
  const isQuoting = (words: string): boolean =>
    (words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0) >= FEWEST_QUOTED;
  const outside = line.replace(IN_MARKS, (whole, words: string) => (isQuoting(words) ? ' ' : whole));
  if (outside === line || isQuestion(line) || isQuestion(outside.trim())) return false;
  if (line.length > LONGEST_QUERY) return true;
  const parsed = parseQuery(line);
  if ('code' in parsed) {
    // "Xi: “…”" has no filter, though it cannot be searched; "from:" has one, with a fault in it.
    const typed = parsed.typed.toLowerCase().replace(/^-/, '');
    return (
      parsed.code !== 'bad-page' && ![...filterNames, 'page'].some((name) => typed.startsWith(`${name}:`))
    );
  }
  return (
    Object.keys(parsed.query.filters).length === 0 && parsed.query.without.length === 0 && parsed.page === 1
  );
}

/** A verb as people type it: `Search:`, `/search`, `!search` too. */
function verbOf(word: string): Verb | null {
  const bare = word.toLowerCase().replace(/^[/!]|:$/g, '');
  return verbs.find((verb) => verb === bare) ?? null;
}

/** Control characters and halves of characters, which nobody means to type, and `/sco` from some surface. */
const typedWords = (line: string): string =>
  line
    .replace(/[^\P{Cc}\s]|\p{Cs}/gu, '')
    .trim()
    .replace(/^\/sco(?:\s+|$)/i, '')
    .trim();

function readLine(line: string, core: Core): Parsed<Command> {
  const words = typedWords(line);
  if (words.length > LONGEST_LINE) {
    return { problem: problem('too-long', String(words.length), { allowed: [String(LONGEST_QUERY)] }) };
  }
  if (!/[\p{L}\p{N}]/u.test(words)) {
    if (/^[?？]+$/.test(words)) return { command: { verb: 'help', topic: null } };
    return { problem: problem('empty', words, { instead: ['help'] }) };
  }
  const [first = ''] = words.split(/\s/, 1);
  const rest = words.slice(first.length).trim();
  const verb = verbOf(first);
  if (verb !== null) return parseCommand(verb, rest, core);
  const passage = passageNamed(words, core);
  if (passage !== null) return { command: { verb: 'open', id: passage.paragraph.id } };

  const meant = /^\p{L}+$/u.test(first) && !core.search.knows(first) ? nearestVerb(first, verbs) : null;
  if (meant !== null && suits(meant, rest, core)) {
    const instead = [`${meant} ${rest}`.trimEnd(), `search ${words}`];
    return { problem: problem('unknown-verb', first, { allowed: verbs, instead }) };
  }
  if (isQuotation(words)) return parseCommand('quote', words, core);
  return parseCommand(isQuestion(words) ? 'ask' : 'search', words, core);
}

/**
 * Reads a line as a command: `verb rest`, a passage's id, or words alone, which are a question or a search. What
 * a problem offers instead can be carried out.
 */
export function parseLine(line: string, core: Core): Parsed<Command> {
  const read = readLine(line, core);
  if (read.problem === undefined) return read;
  const works = (command: string): boolean => readLine(command, core).problem === undefined;
  return { problem: { ...read.problem, instead: [...new Set(read.problem.instead)].filter(works) } };
}
