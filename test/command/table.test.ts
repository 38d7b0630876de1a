import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandSpecs, verbs } from '../../src/command/table.ts';
import { seedsDesk } from '../desk/seeds-desk.ts';

const { reply } = await seedsDesk();

describe('every command', () => {
  it.each(commandSpecs.flatMap(({ verb, examples }) => examples.map(({ line }) => [verb, line] as const)))(
    '%s: the example "%s" works when pasted, and is that command',
    async (verb, example) => {
      const { answer, command } = await reply(example);
      expect(['problem', 'nothing']).not.toContain(answer.kind);
      expect(command.split(' ')[0]).toBe(verb);
    },
  );

  it.each(commandSpecs.map(({ verb }) => verb))('%s is explained by help', async (verb) => {
    expect((await reply(`help ${verb}`)).answer).toMatchObject({ kind: 'help', topic: { verb } });
  });

  it('is named once', () => {
    expect(new Set(verbs).size).toBe(verbs.length);
    expect(commandSpecs.map(({ verb }) => verb)).toEqual(verbs);
  });

  it.each(verbs)('%s has a test file of its own, which types it', (verb) => {
    const file = `test/command/${verb}.test.ts`;
    expect(existsSync(file), `there is no ${file}`).toBe(true);
    expect(readFileSync(file, 'utf8')).toMatch(new RegExp(`['"\`]${verb}\\b`));
  });
});
