import { relatedPassages } from '../answer/related.ts';
import { paragraphById } from '../corpus/passage.ts';
import type { PassageId } from '../document/types.ts';
import { type CommandModule, failed } from './module.ts';
import { idOption, mayBePassage, readPassage } from './passage-id.ts';

interface RelatedCommand {
  readonly verb: 'related';
  readonly id: PassageId;
}

export const related: CommandModule<RelatedCommand> = {
  spec: {
    verb: 'related',
    summary: 'Passages on the same matter in other articles',
    usage: 'related ID',
    options: [idOption],
    examples: [
      {
        line: 'related four-point-approach:12',
        gives: 'the same words in other articles first, then passages on the same matter',
      },
    ],
  },
  parse: (rest, core) => {
    const read = readPassage('related', rest, core);
    if (read.problem !== undefined) return { problem: read.problem };
    return { command: { verb: 'related', id: read.passage.paragraph.id } };
  },
  suits: mayBePassage,
  write: ({ id }) => id,
  run: ({ id }, core) => {
    const passage = paragraphById(core.corpus, id);
    if (passage === null) return failed('unknown-id', id);
    return { kind: 'related', ...relatedPassages(passage, core.search) };
  },
};
