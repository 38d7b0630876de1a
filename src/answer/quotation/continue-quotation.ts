import type { Passage } from '../../document/types.ts';
import type { CorpusWords } from './corpus-words.ts';
import { literalWords } from './quoted-words.ts';
import { exactPlaces } from './shared-runs.ts';

/** How a sentence of an article goes on from words of it that are being typed. */
export interface Continuation extends Passage {
  /** A slice of `article.text` from the first typed word on, which ends with a word or with the sentence. */
  readonly text: string;
}

/** Places that are looked at: of commoner words, more must be typed. */
const MOST_PLACES_CONTINUED = 500;
/** With fewer whole words, too many sentences go on from there. */
const FEWEST_WHOLE_WORDS = 2;

/**
 * How the sentences go on in which the typed words stand.
 *
 * @param longest characters of one continuation.
 */
export function continueQuotation(
  typed: string,
  index: CorpusWords,
  { most, longest }: { readonly most: number; readonly longest: number },
): readonly Continuation[] {
  const words = literalWords(typed, index);
  const begun = /[\p{L}\p{N}]$/u.test(typed) ? (words.at(-1)?.key ?? '') : '';
  const whole = (begun === '' ? words : words.slice(0, -1)).map(({ number }) => number);
  if (whole.length < FEWEST_WHOLE_WORDS) return [];
  const found = new Map<string, Continuation>();
  for (const place of exactPlaces(whole, index).slice(0, MOST_PLACES_CONTINUED)) {
    if (found.size >= most) break;
    const passage = index.passages[index.passageAt(place)];
    const last = place + whole.length - 1;
    const next = (index.row[last + 1] ?? -1) < 0 ? null : index.wordAt(last + 1);
    if (passage === undefined || index.passageAt(last) !== index.passageAt(place)) continue;
    if (begun !== '' && !next?.key.startsWith(begun)) continue;
    const { article, paragraph } = passage;
    const { start } = index.wordAt(place);
    const sentence = paragraph.sentences.find((each) => each.start <= start && start < each.end) ?? paragraph;
    const rest = article.text.slice(start, sentence.end);
    const text = rest.length <= longest ? rest : rest.slice(0, rest.lastIndexOf(' ', longest)).trimEnd();
    if (text !== '' && !found.has(text)) found.set(text, { article, paragraph, text });
  }
  return [...found.values()];
}
