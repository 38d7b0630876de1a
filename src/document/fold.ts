/** Words as they are compared with each other: no case, accents, quotation marks or punctuation. */
export const foldedWords = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}'’‘]/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** The same in one string, a space apart. */
export const folded = (text: string): string => foldedWords(text).join(' ');

/** Whether a text has anything to read in it: a letter or a digit of any script. */
export const hasWord = (text: string): boolean => /[\p{L}\p{N}]/u.test(text);

/** A text with single spaces in it and none around it. */
export const onOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();
