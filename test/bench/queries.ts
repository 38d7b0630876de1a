import { stopwords } from '../../src/language/stopwords.ts';
import { pick, seeded } from './random.ts';

/** What people look for: a word, some words, a phrase, a typing error, a word to leave out. */
const searches = [
  'multilateralism',
  'security cooperation',
  'economic development in central asia',
  '"Shanghai Cooperation Organization"',
  'belt and road trade',
  'terrorism -drugs',
  'multilaterlism',
  'SCO summit declaration',
] as const;

const questions = [
  'who chairs the SCO next?',
  'when will Belarus join the SCO?',
  'what did the leaders say about regional security?',
  'why is multilateralism important?',
  'how many member states does the organization have?',
  'where will the next summit be held?',
] as const;

export interface Queries {
  readonly search: readonly string[];
  readonly ask: readonly string[];
}

/** The usual lines and as many again as `made`, of words that stand together in passages of the corpus. */
export function queriesFor(texts: readonly string[], made: number, seed: number): Queries {
  const random = seeded(seed);
  const words = (most: number): string => {
    const content = (pick(texts, random).match(/\p{L}{4,}/gu) ?? []).filter(
      (word) => !stopwords.has(word.toLowerCase()),
    );
    const start = Math.floor(random() * Math.max(1, content.length - most));
    return content.slice(start, start + 1 + Math.floor(random() * most)).join(' ');
  };
  const lines = (write: () => string): readonly string[] => Array.from({ length: made }, write);
  return {
    search: [...searches, ...lines(() => words(3))],
    ask: [...questions, ...lines(() => `what is said about ${words(4)}?`)],
  };
}

/** Fills up with words, a space apart, to at most `length` characters. */
function filled(length: number, word: () => string): string {
  let line = word();
  for (let next = word(); line.length + 1 + next.length <= length; next = word()) line += ` ${next}`;
  return line;
}

const LONGEST = 990;

/** Lines that cost more than what people type, by the name that the table gives them. */
export function nastyLines(texts: readonly string[], seed: number): ReadonlyMap<string, string> {
  const random = seeded(seed);
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const noWord = (): string =>
    Array.from({ length: 5 + Math.floor(random() * 6) }, () => pick([...letters], random)).join('');
  const word = (): string => pick(pick(texts, random).match(/\p{L}+/gu) ?? ['the'], random);
  const misspelt = (): string => word().replace(/(\p{L})(\p{L})$/u, '$2$1');
  const common = [...stopwords].filter((each) => /^[a-z]+$/.test(each));
  return new Map([
    ['1,000 characters of unknown words', filled(LONGEST, noWord)],
    ['1,000 characters of known words', filled(LONGEST, word)],
    ['1,000 characters of misspelt words', filled(LONGEST, misspelt)],
    ['only stop words', 'what is the of and to it'],
    ['1,000 characters of stop words', filled(LONGEST, () => pick(common, random))],
    ['quoted stop words', '"of the" "in the" "and the"'],
    ['one common word, less a phrase', 'the -"of the"'],
    ['1,000 quotation marks', '"'.repeat(LONGEST)],
    ['one word of 990 letters', 'a'.repeat(LONGEST)],
  ]);
}
