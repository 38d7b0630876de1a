import { rateAnswers } from '../../src/answer/answer.ts';
import { ask, howToAsk } from '../../src/command/ask.ts';
import type { Core } from '../../src/command/module.ts';
import { howToSearch, search } from '../../src/command/search.ts';
import { type Command, commandSpecs } from '../../src/command/table.ts';
import type { Answer } from '../../src/command/types.ts';
import { createLinks } from '../../src/corpus/links.ts';
import type { Passage, Span } from '../../src/document/types.ts';
import { createSearch } from '../../src/search/search.ts';
import type { Query } from '../../src/search/types.ts';
import { byNobody, noDigest } from '../digest/no-digest.ts';
import type { Entry } from './collection.ts';
import { corpusOf } from './entries.ts';
import type { Mode } from './modes.ts';

/** A sentence that the desk chooses: of which entry, and where in its text. */
export interface ChosenSentence extends Span {
  readonly entry: string;
}

/** What the desk makes of a line, beyond what it shows. */
export interface Ranked {
  /** Ids of entries, best first: those that are rated as answers, then all others that match. */
  readonly entries: readonly string[];
  /** The sentences of the first three, however sure the desk is; none for a search. */
  readonly sentences: readonly ChosenSentence[];
  /** The confidence in the best passage, about 0 to 1; below every other where nothing is found. */
  readonly confidence: number;
}

export interface EvaluatedDesk {
  rank(line: string): Ranked;
  /** What the product does with the line, whole: reading it, finding, choosing, marking. */
  answer(line: string): Answer;
  /** Whether the line is put as plain words, since the product would read something else into it. */
  isPlain(line: string): boolean;
  /** All sentences of an entry, in its text. */
  sentencesOf(entry: string): readonly Span[];
}

/** As many as the product shows of an answer. */
const SHOWN = 3;

const NOTHING_FOUND = Number.NEGATIVE_INFINITY;

type Asked = Command<Mode>;

const evened = (line: string): string => line.replace(/\s+/gu, ' ').trim();

/** Nothing that only a person at the desk can mean: a filter, a page, a word to leave out. */
const isOfWords = ({ filters, without }: Query): boolean =>
  Object.keys(filters).length === 0 && without.length === 0;

/**
 * A query as the product's own parser reads it, phrases in quotation marks included. Where the parser finds a
 * fault in it, a filter, a page or a word to leave out, all of which a query of a collection does not mean (a
 * colon is a colon there, and "-5" a number), the whole line is put as plain words.
 */
function commandOf(
  mode: Mode,
  line: string,
  core: Core,
): { readonly command: Asked; readonly plain: boolean } {
  const text = evened(line);
  const { command } = mode === 'ask' ? ask.parse(text, core) : search.parse(text, core);
  if (command !== undefined && isOfWords(command.query) && !('page' in command && command.page !== 1)) {
    return { command, plain: false };
  }
  const query: Query = { words: text, phrases: [], without: [], filters: {} };
  return {
    command: mode === 'ask' ? { verb: 'ask', query } : { verb: 'search', query, page: 1 },
    plain: true,
  };
}

const idOf = ({ article }: Passage): string => article.id;

function rankAnswers(query: Query, core: Core): Ranked {
  const { found, resolved } = core.search.find(query, howToAsk);
  const rated = rateAnswers(query, found, resolved, core.search);
  return {
    // A set keeps the order of the first time.
    entries: [...new Set([...rated.map((answer) => idOf(answer.found)), ...found.map(idOf)])],
    sentences: rated.slice(0, SHOWN).map((answer) => ({
      entry: idOf(answer.found),
      start: answer.sentence.start,
      end: answer.sentence.end,
    })),
    confidence: rated[0]?.confidence ?? NOTHING_FOUND,
  };
}

const rankMatches = (query: Query, core: Core): Ranked => ({
  entries: core.search.find(query, howToSearch).found.map(idOf),
  sentences: [],
  confidence: NOTHING_FOUND,
});

/** The product's core over the entries. */
export function deskOf(entries: readonly Entry[], mode: Mode): EvaluatedDesk {
  const corpus = corpusOf(entries);
  const linkTo = createLinks({ publicUrl: null, sourceUrlTemplate: null, localUrl: 'http://localhost' });
  const core: Core = {
    corpus,
    search: createSearch(corpus),
    commands: commandSpecs,
    linkTo,
    digest: noDigest,
    random: () => 0,
  };
  return {
    rank: (line) => {
      const { command } = commandOf(mode, line, core);
      return command.verb === 'ask' ? rankAnswers(command.query, core) : rankMatches(command.query, core);
    },
    answer: (line) => {
      const { command } = commandOf(mode, line, core);
      return command.verb === 'ask' ? ask.run(command, core, byNobody) : search.run(command, core, byNobody);
    },
    isPlain: (line) => commandOf(mode, line, core).plain,
    sentencesOf: (entry) => corpus.articles.get(entry)?.paragraphs[0]?.sentences ?? [],
  };
}
