import { describe, expect, it } from 'vitest';
import { commandsOf } from '../message/reading.ts';
import { seedsDesk } from './seeds-desk.ts';

const { reply } = await seedsDesk();

/** The commands of an answer's own buttons, in order. */
async function offered(words: string): Promise<readonly string[]> {
  const { blocks, omitted } = (await reply(words)).message;
  return commandsOf({ blocks: blocks.filter(({ type }) => type === 'actions'), omitted });
}

describe('an answer of nothing', () => {
  it.each([
    ['ask "who chairs the SCO next?"', 'ask who chairs the SCO next?'],
    ['search "multilateral world"', 'search multilateral world'],
    ['search "summit from: -vaccine"', 'search summit from vaccine'],
    ['search vaccine from:"China Focus"', 'search vaccine'],
  ])('to %s offers first the wider %s, which finds something', async (line, wider) => {
    const { answer } = await reply(line);
    expect(answer.kind).toBe('nothing');
    expect((await offered(line))[0]).toBe(wider);
    expect((await reply(wider)).answer.kind).not.toBe('nothing');
  });

  it('names a phrase with one pair of marks', async () => {
    const { message } = await reply('search "multilateral world"');
    expect(message.blocks[0]).toEqual({ type: 'heading', text: 'No passage has “multilateral world”' });
  });

  it('offers nothing twice', async () => {
    const commands = await offered('search vaccine from:"China Focus"');
    expect(new Set(commands).size).toBe(commands.length);
  });
});
