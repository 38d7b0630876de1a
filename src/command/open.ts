import { paragraphById } from '../corpus/passage.ts';
import type { Passage, PassageId } from '../document/types.ts';
import { type CommandModule, type Core, failed } from './module.ts';
import { idOption, mayBePassage, readPassage } from './passage-id.ts';
import type { Answer } from './types.ts';

interface OpenCommand {
  readonly verb: 'open';
  readonly id: PassageId;
}

/** A passage with the paragraphs before and after it, whatever their kind. */
export function withNeighbours(passage: Passage): { before: Passage | null; after: Passage | null } {
  const { article, paragraph } = passage;
  const at = (n: number): Passage | null => {
    const neighbour = article.paragraphs[n - 1];
    return neighbour === undefined ? null : { article, paragraph: neighbour };
  };
  return { before: at(paragraph.n - 1), after: at(paragraph.n + 1) };
}

export const open: CommandModule<OpenCommand> = {
  spec: {
    verb: 'open',
    summary: 'A passage with its neighbours',
    usage: 'open ID',
    options: [idOption],
    examples: [{ line: 'open security-for-all:12', gives: 'a passage between its neighbours' }],
  },
  parse: (rest, core) => {
    const read = readPassage('open', rest, core);
    if (read.problem !== undefined) return { problem: read.problem };
    return { command: { verb: 'open', id: read.passage.paragraph.id } };
  },
  suits: mayBePassage,
  write: ({ id }) => id,
  run: ({ id }, core: Core): Answer => {
    const passage = paragraphById(core.corpus, id);
    if (passage === null) return failed('unknown-id', id);
    return { kind: 'passage', origin: 'open', passage, ...withNeighbours(passage), filters: {} };
  },
};
