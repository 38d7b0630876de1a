import type { Action, Block, Message } from '../../src/message/types.ts';

/** Who sees a message: the person who asked, who may share it, or everyone in its channel. */
export type Audience = 'asker' | 'channel';

const withoutShares = (actions: readonly Action[]): readonly Action[] =>
  actions.filter(({ type }) => type !== 'share');

/** The message as this audience gets it: what everyone sees already need not be shared. */
export function forAudience(message: Message, audience: Audience): Message {
  if (audience === 'asker') return message;
  const blocks = message.blocks.map(
    (block): Block =>
      block.type === 'quotation' || block.type === 'actions'
        ? { ...block, actions: withoutShares(block.actions) }
        : block,
  );
  return { ...message, blocks };
}

/** The name stands as plain words: a mention would call the person whom everyone sees already. */
export const sharedBy = (name: string, message: Message): Message => ({
  ...message,
  blocks: [{ type: 'note', runs: [{ text: `Shared by ${name}` }] }, ...message.blocks],
});
