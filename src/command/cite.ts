import { paragraphById } from '../corpus/passage.ts';
import { citations } from './citation-styles.ts';
import { type CommandModule, type Core, failed, problem } from './module.ts';
import { readPassage } from './passage-id.ts';
import { type Answer, type CitationStyle, type Command, citationStyles } from './types.ts';

type CiteCommand = Extract<Command, { verb: 'cite' }>;

const isStyle = (text: string): text is CitationStyle => citationStyles.some((style) => style === text);

export const cite: CommandModule<CiteCommand> = {
  spec: {
    verb: 'cite',
    summary: 'A citation to paste: plain, APA, Chicago, BibTeX, RIS or Markdown',
    usage: `cite ID [${citationStyles.join('|')}]`,
    options: [
      {
        name: 'id',
        summary: 'A passage, such as security-for-all:12',
        required: true,
        type: 'passage',
        written: 'bare',
      },
      {
        name: 'style',
        summary: 'How it is written',
        required: false,
        type: 'choice',
        choices: citationStyles,
        written: 'bare',
      },
    ],
    examples: ['cite security-for-all:12', 'cite upcoming-meetings:5 apa'],
  },
  parse: (rest, core) => {
    const parts = /^(.*?\S)(?:\s+([\p{L}]\S*))?$/su.exec(rest);
    const [typedId = '', typedStyle] = parts === null ? [''] : [parts[1] ?? '', parts[2]];
    const style = typedStyle?.toLowerCase() ?? 'plain';
    const read = readPassage('cite', typedId, core);
    if (read.problem !== undefined) return { problem: read.problem };
    const { id } = read.passage.paragraph;
    if (!isStyle(style)) {
      return {
        problem: problem('bad-style', typedStyle ?? '', { allowed: citationStyles, instead: [`cite ${id}`] }),
      };
    }
    return { command: { verb: 'cite', id, style } };
  },
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
