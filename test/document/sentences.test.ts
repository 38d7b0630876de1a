import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentencesOf } from '../../src/document/sentences.ts';

const split = (text: string): readonly string[] =>
  sentencesOf(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end));

/** `|` stands where one sentence ends and the next begins. */
const cases = [
  'Mr Xi spoke. |He left.',
  'Mr. Xi spoke. |Dr. Li left with Prof. Wu.',
  'They met via video link on Nov. 10. |It rained.',
  'Students in Dushanbe, Tajikistan, Apr. 12, 2023. (Photo/Xinhua)',
  "A flag with the organisation's logo. Photo: AFP",
  'SAMARKAND, September 16. /TASS/. |The heads of state met.',
  'It is in Art. 2, Sec. 4 of the charter. |See Fig. 3.',
  'The U.S. withdrew from the deal.',
  'He lives in the U.S. |The next day he left.',
  'The U.S. Senate met. |The U.K. government did not.',
  'It was the U.N. |It said no.',
  'J. R. Smith wrote it. |It is good.',
  'George W. Bush met him. |He was president.',
  'An adviser, J. Smith, came. |So did J. Doe.',
  'They had a plan B. |Then it failed.',
  'It ended World War I. |Nobody won.',
  'Fruit, e.g. Apples and pears, is good.',
  'The treaty, i.e. The Charter, binds.',
  'See No. 5 for more. |No. |He refused.',
  'See vol. 2, pp. 5-7. |It says so.',
  'At 9 a.m. Moscow time it began.',
  'It began at 9 p.m. |Then it ended.',
  'It is 5 p.m. in Beijing.',
  'Growth was 3.5 percent. |Trade grew 4.2 percent.',
  'It was founded in 2001. |10 states belong to it.',
  'He paused… and went on. |Then he stopped.',
  'He paused... |Then he left.',
  'He paused ... and went on.',
  '“A is B. |C is D,” he said.',
  '“A is B,” he said. |“C is D.” |He left.',
  '"A is B," he said. |"C is D." |He left.',
  '"Is it so?" he asked. |"Yes." |It was.',
  'He said “We will.” |They did.',
  '“Are we ready?” he asked.',
  '“Never!” Xi said. |It ended.',
  'He asked “Who?” |The president said nothing.',
  'She said, "I will go. |I must." |He nodded.',
  'They said ‘No.’ |Then they left.',
  'It was for the “new era.” |China’s relations grew.',
  'A quotation that “opens and never closes. |It goes on.',
  '(It was so.) |Then it was not.',
  'It was so (see below). |Then it was not.',
  'He wrote [in Russian.] |Then he left.',
  'It helped the region.[1] |The next did not.',
  'First item; second item; third.',
  '1. Trade. |2. Security.',
  '(a) Trade. |(b) Security.',
  'Sen. Smith, Gen. Li and Prof. Wu met in St. Petersburg on Sept. 3. |All agreed.',
  'Acme Inc. said so. |Foo Co. Ltd. agreed.',
  'What is it?! |Nobody knows.',
  'In Jan. 2020 it began.',
  'Version 2.0.1 is at www.indiawrites.org. |Write to a@b.org.',
  'Institute of International Relations. |opinion@globaltimes.com.cn',
  'It was China vs. India.',
  'Xi Jinping et al. wrote it.',
  'The United States, etc. |The rest stayed.',
  'Ph.D. students left. |They came back.',
  'Yahoo! said it grew.',
  'This line is\nhard-wrapped after Nov.\r\n10. |It has two\nsentences.',
  '中国说。|世界听。',
];

describe('sentencesOf', () => {
  it.each(cases)('%s', (text) => {
    const expected = text.split('|').map((sentence) => sentence.trim());
    expect(split(text.replaceAll('|', ''))).toEqual(expected);
  });

  it('counts offsets from the start of the text, not of the stretch', () => {
    const text = 'Title\n\n  One. Two. \u00a0\n\nOther';
    expect(sentencesOf(text, { start: 9, end: 19 })).toEqual([
      { start: 9, end: 13 },
      { start: 14, end: 18 },
    ]);
  });

  const pieces = fc.constantFrom(
    ...[
      'Mr.',
      'U.S.',
      'J.',
      'Nov.',
      '10',
      'He',
      'said',
      'it',
      '“',
      '”',
      '"',
      '(',
      ')',
      '[1]',
      '.',
      '?',
      '!',
      '…',
    ],
    ...[
      ',',
      ' ',
      ' ',
      ' ',
      '\n',
      '\r\n',
      '\u00a0',
      '\ufeff',
      '。',
      '中',
      '😀',
      'é',
      '\u0301',
      'a@b.org',
      '\u2028',
    ],
  );
  const texts = fc.oneof(
    fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join('')),
    fc.string({ unit: 'binary', maxLength: 80 }),
  );

  it('gives trimmed slices in order that leave out white space alone', () => {
    fc.assert(
      fc.property(texts, texts, texts, (before, text, after) => {
        const span = { start: before.length, end: before.length + text.length };
        const whole = before + text + after;
        const sentences = sentencesOf(whole, span);
        let at = span.start;
        for (const { start, end } of sentences) {
          expect(start).toBeLessThan(end);
          expect(whole.slice(at, start).trim()).toBe('');
          expect(whole.slice(start, end).trim()).toBe(whole.slice(start, end));
          at = end;
        }
        expect(at).toBeLessThanOrEqual(span.end);
        expect(whole.slice(at, span.end).trim()).toBe('');
      }),
      { numRuns: 500 },
    );
  });
});
