import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sanitise } from '../../src/message/sanitise.ts';
import { hostileTexts } from '../gallery/hostile-text.ts';
import { openDirections } from './laws.ts';

const marks = ['\u202a', '\u202b', '\u202c', '\u202d', '\u202e', '\u2066', '\u2067', '\u2068', '\u2069'];

/** Any text, with control characters, line ends and direction marks more often than chance would have them. */
const any = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ...marks,
        '\r\n',
        '\r',
        '\n',
        '\t',
        '\u0000',
        '\u001b[2J',
        '\u007f',
        '\u009b',
        '\u0085',
      ),
      fc.string({ unit: 'grapheme', maxLength: 5 }),
      fc.string({ unit: 'binary', maxLength: 5 }),
      fc.constantFrom(...Object.values(hostileTexts)),
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(''));

describe('inert', () => {
  it.each([
    ['a bell', 'ring\u0007', 'ring␇'],
    ['an escape sequence', '\u001b[31mred', '␛[31mred'],
    ['delete', 'a\u007fb', 'a␡b'],
    ['a control character of C1, which has no picture', 'a\u009bb', 'a\ufffdb'],
    ['a lone carriage return', 'secret\rshown', 'secret␍shown'],
    ['line breaks of Windows', 'one\r\ntwo', 'one\ntwo'],
    ['an override left open', 'a \u202etxt', 'a \u202etxt\u202c'],
    ['an isolate around an override, both left open', '\u2066a\u202eb', '\u2066a\u202eb\u202c\u2069'],
    ['an override that is closed', 'a \u202eb\u202c c', 'a \u202eb\u202c c'],
    ['a mark that closes nothing', 'a\u2069 b', 'a\u2069 b'],
    [
      'an embedding whose end stands within an isolate',
      '\u202aa\u2066b\u202c',
      '\u202aa\u2066b\u202c\u2069\u202c',
    ],
  ])('makes %s harmless', (_, text, expected) => {
    expect(sanitise(text)).toBe(expected);
  });

  it('gives ordinary text back unchanged, whatever its script', () => {
    const ordinary = fc
      .string({ unit: 'grapheme' })
      .map((text) => text.replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '\n\t'));
    fc.assert(
      fc.property(ordinary, (text) => {
        expect(sanitise(text)).toBe(text);
      }),
    );
  });

  it('leaves no control character but line break and tab', () => {
    fc.assert(
      fc.property(any, (text) => {
        expect(sanitise(text)).not.toMatch(/[^\P{Cc}\n\t]/u);
      }),
    );
  });

  it('leaves no direction open, also behind another text', () => {
    fc.assert(
      fc.property(any, any, (one, other) => {
        expect(openDirections(sanitise(one))).toBe(0);
        expect(openDirections(sanitise(one) + sanitise(other))).toBe(0);
      }),
    );
  });

  it('does nothing to what it has made', () => {
    fc.assert(
      fc.property(any, (text) => {
        expect(sanitise(sanitise(text))).toBe(sanitise(text));
      }),
    );
  });

  it('keeps every other character, in order', () => {
    const others = (text: string): string => text.replace(/[\p{Cc}\u2400-\u2421\ufffd\u202c\u2069]/gu, '');
    fc.assert(
      fc.property(any, (text) => {
        expect(others(sanitise(text))).toBe(others(text));
      }),
    );
  });
});
