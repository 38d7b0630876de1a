import { commonStart } from '../language/edit-distance.ts';
import { meaningsOf } from '../language/thesaurus.ts';
import { termOf } from '../language/tokens.ts';
import type { Lexicon } from './forward-index.ts';

/** The numbers of a corpus's terms that are related to a word, its own left out. */
export interface RelatedTerms {
  /** Other forms, by the same beginning: "invaders" and "invasion", which a stemmer keeps apart. */
  readonly forms: ReadonlySet<number>;
  /** Of the same meaning, and of near meaning (`Meanings`). */
  readonly same: ReadonlySet<number>;
  readonly near: ReadonlySet<number>;
}

/** The share of the longer one that two forms of a word begin with: half finds chance, three quarters too little. */
const SHARED_BEGINNING = 0.6;

/** @param word in lower case, as `fold` gives it. */
export function relatedTermsOf(word: string, lexicon: Lexicon): RelatedTerms {
  const term = termOf(word);
  const forms = lexicon
    .beginningAs(term)
    .filter(
      ([other]) =>
        other !== term &&
        !/\d/.test(other) &&
        commonStart(term, other) >= SHARED_BEGINNING * Math.max(term.length, other.length),
    )
    .map(([, number]) => number);
  const { same, near } = meaningsOf(word);
  const numbers = (words: ReadonlySet<string>): ReadonlySet<number> => {
    const found = new Set([...words].map((each) => lexicon.numberOfTerm(termOf(each))));
    found.delete(0);
    found.delete(lexicon.numberOfTerm(term));
    return found;
  };
  return { forms: new Set(forms), same: numbers(same), near: numbers(near) };
}
