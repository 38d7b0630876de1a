import { paragraphById } from '../corpus/passage.ts';
import type { PassageId } from '../document/types.ts';
import { didYouMean } from '../language/did-you-mean.ts';
import { citations } from './citation-styles.ts';
import { type CommandModule, type Core, failed, problem } from './module.ts';
import { idOption, mayBePassage, readPassage } from './passage-id.ts';
import { type Answer, type CitationStyle, citationStyles } from './types.ts';

interface CiteCommand {
  readonly verb: 'cite';
  readonly id: PassageId;
  readonly style: CitationStyle;
}

const isStyle = (text: string): text is CitationStyle => citationStyles.some((style) => style === text);

/** The id and the style, in either order: `security-for-all:12 apa`, `APA security-for-all:12`, `… as apa`. */
function parted(rest: string): { readonly typedId: string; readonly typedStyle: string | undefined } {
  const words = rest.split(/\s+/u).filter((word) => word !== '' && !/^(?:as|in)$/i.test(word));
  const [first = ''] = words;
  if (words.length > 1 && isStyle(first.toLowerCase())) {
    return { typedId: words.slice(1).join(' '), typedStyle: first };
  }
  const last = words.at(-1);
  // Behind an id, a word that has no digit is a style, known or not.
  const isBehindId = words.slice(0, -1).some((word) => /\d/.test(word));
  if (last === undefined || !(isStyle(last.toLowerCase()) || isBehindId) || /\d/.test(last)) {
    return { typedId: words.join(' '), typedStyle: undefined };
  }
  return { typedId: words.slice(0, -1).join(' '), typedStyle: last };
}

export const cite: CommandModule<CiteCommand> = {
  spec: {
    verb: 'cite',
    summary: 'A citation to paste: plain, APA, Chicago, BibTeX, RIS or Markdown',
    usage: `cite ID [${citationStyles.join('|')}]`,
    options: [
      idOption,
      {
        name: 'style',
        summary: 'How it is written',
        required: false,
        type: 'choice',
        choices: citationStyles,
        written: 'bare',
      },
    ],
    examples: [
      {
        line: 'cite security-for-all:12 apa',
        gives: `a citation to paste: ${citationStyles.join(', ')}`,
      },
    ],
  },
  parse: (rest, core) => {
    const { typedId, typedStyle } = parted(rest);
    const style = typedStyle?.toLowerCase() ?? 'plain';
    const read = readPassage('cite', typedId, core);
    if (read.problem !== undefined) return { problem: read.problem };
    const { id } = read.passage.paragraph;
    if (!isStyle(style)) {
      const near = didYouMean(style, citationStyles, 'keyword', (each) => each);
      const instead = [...near.map((each) => `cite ${id} ${each}`), `cite ${id}`];
      return {
        problem: problem('bad-style', typedStyle ?? '', { allowed: citationStyles, instead }),
      };
    }
    return { command: { verb: 'cite', id, style } };
  },
  suits: mayBePassage,
  write: ({ id, style }) => (style === 'plain' ? id : `${id} ${style}`),
  run: ({ id, style }, core: Core): Answer => {
    const passage = paragraphById(core.corpus, id);
    if (passage === null) return failed('unknown-id', id);
    const { url, shared } = core.linkTo(passage.article, passage.paragraph);
    return {
      kind: 'citation',
      passage,
      style,
      citation: citations[style]({ passage, url: shared ? url : null }),
    };
  },
};
