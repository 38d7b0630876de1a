import { describe, expect, it } from 'vitest';
import { commandSpecs, verbs } from '../../src/command/table.ts';
import type { Action } from '../../src/message/types.ts';
import { seedsDesk } from '../desk/seeds-desk.ts';

const { reply } = await seedsDesk();

/** The lines that a message's buttons type. */
async function buttonsOf(line: string): Promise<readonly string[]> {
  const { message } = await reply(line);
  const actions: readonly Action[] = message.blocks.flatMap((block) =>
    block.type === 'actions' ? block.actions : [],
  );
  return actions.flatMap((action) => (action.type === 'run' ? [action.command] : []));
}

describe('help', () => {
  it('lists every command in the table’s order, with a button for each but itself', async () => {
    const { answer } = await reply('help');
    expect(answer).toMatchObject({ kind: 'help', topic: null, commands: commandSpecs });
    const others = commandSpecs.filter(({ verb }) => verb !== 'help');
    expect(await buttonsOf('help')).toEqual(others.map(({ examples: [first] }) => first.line));
  });

  it.each(commandSpecs)('on $verb has its examples for buttons', async ({ verb, examples }) => {
    expect(await buttonsOf(`help ${verb}`)).toEqual(examples.map(({ line }) => line));
    expect((await reply(`help ${verb.toUpperCase()}`)).command).toBe(`help ${verb}`);
  });

  it.each([
    ['help serach', ['help search', 'help']],
    ['help search please', ['help search', 'help']],
    ['help me find Iran', ['search me find Iran', 'help']],
    ['help nonsense', ['help']],
  ])('%s is about no command, and %j are offered', async (line, instead) => {
    expect((await reply(line)).answer).toMatchObject({
      problem: { code: 'unknown-verb', allowed: verbs, instead },
    });
  });
});
