/** Words as they are compared with each other: no case, accents, quotation marks or punctuation. */
export const foldedWords = (text: string): readonly string[] =>
  text
    .normalize('NFKD')
    .replace(/[\p{M}'’‘]/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

export const folded = (text: string): string => foldedWords(text).join(' ');
