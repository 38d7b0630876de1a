/** A capital, a digit or a letter of a script without capitals, perhaps behind opening marks. */
const START = /^["“‘'«„([¿¡「『（]*[\p{Lu}\p{Lt}\p{Lo}\p{N}]/u;
/** A full stop or its like, with closing marks or the mark of a note behind it; not an ellipsis. */
const END = /(?<![.…])[.!?。！？](?:["”’'»)\]」』）]|\[\d{1,3}\])*$/u;
const LIST_NUMBER = /^[([]?(?:\d{1,3}|\p{L}|[ivx]{1,4})[.)\]]\s/iu;
const LIST_OR_TABLE = /[\n\r]\s*(?:[-*+•–—]|\d{1,3}[.)])\s|[\t|]|\s[•·▪]\s/u;
const MARKUP = /^\s*(?:>|#|```)|<\/?[a-z][^<>]*>|```/iu;

/** Share of a text's characters, white space left aside, that are letters: tables and formulas have fewer. */
const LETTERS = 0.7;

const isBalanced = (text: string): boolean => {
  const open: string[] = [];
  const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '（': '）' };
  for (const [mark] of text.matchAll(/[()[\]（）]/gu)) {
    const wanted = closing[mark];
    if (wanted !== undefined) open.push(wanted);
    else if (open.pop() !== mark) return false;
  }
  return open.length === 0;
};

/** Whether a sentence has the shape of prose, from its first character to its last. */
export function isProse(sentence: string): boolean {
  const letters = sentence.match(/[\p{L}\p{M}]/gu)?.length ?? 0;
  const shown = sentence.replace(/\s/gu, '').length;
  return (
    START.test(sentence) &&
    END.test(sentence) &&
    !LIST_NUMBER.test(sentence) &&
    !LIST_OR_TABLE.test(sentence) &&
    !MARKUP.test(sentence) &&
    // "… the case of FCC v.": an abbreviation at which the sentence was cut.
    !/(?<![\p{L}.])(?:\p{Ll}|vs|cf|al|No|Mr|Mrs|Dr|St)\.$/u.test(sentence) &&
    letters >= LETTERS * shown &&
    isBalanced(sentence) &&
    // Closed by no apostrophe behind it: a quotation in single marks that goes on.
    sentence.lastIndexOf('‘') <= sentence.lastIndexOf('’')
  );
}
