import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buttonIds, buttonKind, commandsOf, pressed } from '../../adapters/discord/buttons.ts';
import { createMemoryStore } from '../../src/store/memory.ts';
import { answerTo, LONG, messageOf } from './samples.ts';

const store = () => createMemoryStore(() => 0);

describe('a button’s id', () => {
  it('gives back kind and command, whatever the command, within 100 characters', async () => {
    const kind = fc.constantFrom('run' as const, 'share' as const);
    const command = fc.string({ unit: 'binary', minLength: 1, maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(kind, command, fc.nat(39), async (type, line, index) => {
        const kept = store();
        const action = { type, label: 'x', command: line };
        const ids = await buttonIds(messageOf({ type: 'actions', actions: [action] }), kept);
        const id = ids(action, index);
        expect(id.length).toBeLessThanOrEqual(100);
        expect(buttonKind(id)).toBe(type);
        expect(await pressed(id, kept)).toEqual({ kind: type, command: line });
      }),
    );
  });

  it.each([
    ['of 96 characters carries it', 'x'.repeat(96), /^r0:x{96}$/],
    ['of 97 characters carries a key', 'x'.repeat(97), /^r0#[\w-]{1,32}$/],
  ])('for a command %s', async (_, command, expected) => {
    const action = { type: 'run' as const, label: 'x', command };
    const ids = await buttonIds(messageOf({ type: 'actions', actions: [action] }), store());
    expect(ids(action, 0)).toMatch(expected);
  });

  it.each(['r0#gone', 'x0:help', 'r:help', 'r100:help', 'r0:', ''])('%j does nothing', async (id) => {
    expect(await pressed(id, store())).toBeNull();
  });
});

describe('commandsOf', () => {
  it('finds those of quotations and of rows, links having none', () => {
    expect([...commandsOf(answerTo(LONG))]).toEqual([
      'open way-forward:3',
      'cite way-forward:3',
      `${LONG} page:2`,
      LONG,
    ]);
  });
});
