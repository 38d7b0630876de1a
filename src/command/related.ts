import { relatedPassages } from '../answer/related.ts';
import { paragraphById } from '../corpus/passage.ts';
import { type CommandModule, failed } from './module.ts';
import { idOption, readPassage } from './passage-id.ts';
import type { Command } from './types.ts';

type RelatedCommand = Extract<Command, { verb: 'related' }>;

export const related: CommandModule<RelatedCommand> = {
  spec: {
    verb: 'related',
    summary: 'Passages on the same matter in other articles',
    usage: 'related ID',
    options: [idOption],
    examples: ['related security-for-all:12'],
  },
  parse: (rest, core) => {
    const read = readPassage('related', rest, core);
    if (read.problem !== undefined) return { problem: read.problem };
    return { command: { verb: 'related', id: read.passage.paragraph.id } };
  },
  write: ({ id }) => id,
  run: ({ id }, core) => {
    const passage = paragraphById(core.corpus, id);
    if (passage === null) return failed('unknown-id', id);
    return { kind: 'related', ...relatedPassages(passage, core.search) };
  },
};
