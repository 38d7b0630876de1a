import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commandKey, rowIdOf, seal, unseal } from '../../src/store/seal.ts';

describe('seal', () => {
  it('gives the command back to who has its key, and to nobody else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (command, other) => {
        fc.pre(command !== other);
        expect(unseal(seal(command), commandKey(command))).toBe(command);
        expect(() => unseal(seal(command), commandKey(other))).toThrow();
      }),
    );
  });

  it('shows neither the key nor a word of the command', () => {
    const command = 'search "the Shanghai spirit" from:"Global Times"';
    const sealed = `${seal(command)} ${rowIdOf(commandKey(command))}`;
    expect(sealed).not.toContain(commandKey(command));
    expect(Buffer.from(seal(command), 'base64url').toString('latin1')).not.toMatch(/search|Shanghai|Global/);
  });

  it('notices a change of what was stored', () => {
    const bytes = Buffer.from(seal('search a'), 'base64url');
    for (const [n, byte] of bytes.entries()) {
      const altered = Buffer.from(bytes);
      altered[n] = byte ^ 1;
      expect(() => unseal(altered.toString('base64url'), commandKey('search a'))).toThrow();
    }
  });
});
