import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readQuotations } from '../../src/answer/quotation/read-quotations.ts';

describe('readQuotations', () => {
  it.each<[string, readonly string[]]>([
    ['no marks at all', ['no marks at all']],
    ['"straight"', ['straight']],
    ['“typographic”', ['typographic']],
    ['„German“', ['German']],
    ['«French»', ['French']],
    ['« French, spaced »', ['French, spaced']],
    ['»Danish«', ['Danish']],
    ['「東」', ['東']],
    ['“mixed"', ['mixed']],
    ['"mixed”', ['mixed']],
    ['‘single’', ['single']],
    ["'single, straight'", ['single, straight']],
    ['"never closed', ['never closed']],
    ['“never closed', ['never closed']],
    ['"with a stop".', ['with a stop']],
    ['He said "one" and "two" and “three”.', ['one', 'two', 'three']],
    ["China's approach", ["China's approach"]],
    ['China’s “win-win” approach', ['win-win']],
    ["the member states' interests", ["the member states' interests"]],
    ["He said 'the member states' interests are safe' today", ["the member states' interests are safe"]],
    ['“he said ‘so’ twice”', ['he said ‘so’ twice']],
    ['"he said “so” twice"', ['he said “so” twice']],
    ['“he said “so” twice”', ['he said “so” twice']],
    ['Xi: “he said “so” twice” today', ['he said “so” twice']],
    ['"was "quite possible" then"', ['was "quite possible" then']],
    ['"it was "quite possible"', ['it was "quite possible']],
    ['"quite possible" he said"', ['quite possible" he said']],
    ['“first is never closed. “second is”', ['first is never closed. “second is']],
    ['Then “first is never closed. “second is” so', ['first is never closed.', 'second is']],
    ['Xi: “first is never closed.\n\nNew paragraph “second”', ['first is never closed.', 'second']],
    ['It says: “one.\n\n“two.” So', ['one.\n\n“two.']],
    ['“” then “x”', ['x']],
    ["the '90s were 'quiet'", ['quiet']],
  ])('reads in %j %j', (text, quotations) => {
    expect(readQuotations(text).quotations).toEqual(quotations);
  });

  it('finds something in any text, and only what stands in it', () => {
    const mark = fc.constantFrom(...'"“”„«»‘’\'「」 a s.\n'.split(''), '\n\n', 'word');
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 40 }), (parts) => {
        const text = parts.join('');
        const { quotations } = readQuotations(text);
        expect(quotations.length).toBeGreaterThan(0);
        for (const each of quotations) expect(text).toContain(each);
      }),
      { numRuns: 2000 },
    );
  });
});
