import { checkText, uncheckedIn } from '../answer/quotation/check-text.ts';
import { corpusWordsOf } from '../answer/quotation/corpus-words.ts';
import { type CommandModule, problem } from './module.ts';

interface QuoteCommand {
  readonly verb: 'quote';
  /** The text whose quotations are checked, as typed. */
  readonly text: string;
}

/** Some four pages of a draft. Characters. */
export const LONGEST_QUOTED = 10_000;

const anExample = 'quote "Each civilization is unique and none is superior to others"';

export const quote: CommandModule<QuoteCommand> = {
  spec: {
    verb: 'quote',
    summary: 'Whether a quotation, or each of a pasted text, is what the articles say',
    usage: 'quote "TEXT"',
    options: [
      {
        name: 'text',
        summary: 'A quotation, or a text with some; an ellipsis and [brackets] are understood',
        required: true,
        type: 'quotation',
        written: 'bare',
      },
    ],
    examples: [
      {
        line: anExample,
        gives:
          'is it in the articles: exact, altered (word by word), in part or absent; ellipses and [brackets] are understood, and a pasted draft has each of its quotations checked',
      },
    ],
  },
  parse: (rest) => {
    if (rest.length > LONGEST_QUOTED) {
      return { problem: problem('too-long', String(rest.length), { allowed: [String(LONGEST_QUOTED)] }) };
    }
    if (!/[\p{L}\p{N}]/u.test(rest)) return { problem: problem('empty', rest, { instead: [anExample] }) };
    return { command: { verb: 'quote', text: rest } };
  },
  suits: (rest) => rest !== '',
  write: ({ text }) => text,
  run: ({ text }, { corpus }) => ({
    kind: 'quotation',
    checks: checkText(text, corpusWordsOf(corpus)),
    unchecked: uncheckedIn(text),
  }),
};
