import {
  endsWithComma,
  isCapital,
  isName,
  isPerson,
  namesPerson,
  type Opening,
  openingOf,
  type SentenceWord,
  sentenceWords,
  straight,
} from './opening.ts';
import {
  ADDRESS,
  COUNTING_ON,
  ELSEWHERE,
  LINK_TARGET,
  POINTING_BACK,
  SAID,
  SAID_BY_WHOM,
  SET_OFF,
  THAT_TIME,
} from './reference-phrases.ts';
import {
  AMOUNTS,
  ASIDES,
  AUXILIARIES,
  BACK,
  CONNECTIVES,
  COUNTED,
  DEMONSTRATIVE,
  EXPLAINING,
  FRESH,
  MODIFIERS,
  NAMED_BEFORE,
  PERSON,
  PREPOSITIONS,
  PRONOUNS,
  SPECIFYING,
  SUBORDINATORS,
  TIMES,
  UNIQUE,
} from './reference-words.ts';

/**
 * Whether a sentence can be read by itself: `alone`; only `behind` the sentence before it, to which it refers; or
 * `nowhere` but in its place, for what it counts, lists or points at. The rules know English alone: in another
 * language they find next to nothing, so that what refers back there is taken to stand alone.
 */
export type Dependence = 'alone' | 'behind' | 'nowhere';

/** Words from a sentence's beginning before which what is referred to can hardly have been said. */
const EARLY = 9;
const VERY_EARLY = 3;
/** Words within which the subject comes behind a long opening phrase. */
const LATE = 30;
/** Characters within which what is set off between commas belongs to the beginning. */
const BEGINNING = 90;

/** "those who", "such as", "this year": they do not refer back. */
function isExplained(words: readonly SentenceWord[], at: number): boolean {
  const word = words[at]?.word;
  const next = words[at + 1]?.word ?? '';
  return word === 'this' ? TIMES.has(next) : (word === 'those' || word === 'such') && EXPLAINING.has(next);
}

const isNounNamedBefore = ({ word }: SentenceWord): boolean =>
  NAMED_BEFORE.has(word) || NAMED_BEFORE.has(word.replace(/s'?$/, ''));

/** "The summit", "The two sides", "The park has": what they mean is known only to who has read what went before. */
function isNamedBefore(words: readonly SentenceWord[], at: number): boolean {
  const [the, next] = [words[at], words[at + 1]];
  if (the?.word !== 'the' || next === undefined) return false;
  if (AMOUNTS.has(next.word) && !isCapital(next.written)) return true;
  const named = FRESH.has(next.word) ? words[at + 2] : next;
  const behind = words[words.indexOf(named ?? next) + 1];
  if (named === undefined) return false;
  const isPossessive = /['’]s$/.test(named.written);
  if (!isNounNamedBefore(named)) {
    const isUnknown = !isCapital(named.written) && !UNIQUE.has(named.word) && !/^\d/.test(named.word);
    return isUnknown && (isPossessive || (behind !== undefined && AUXILIARIES.has(behind.word)));
  }
  if (behind === undefined || isPossessive || /[,;:]/.test(named.after)) return true;
  // "The outcome document of": the last noun counts.
  if (NAMED_BEFORE.has(behind.word)) return isNamedBefore([the, ...words.slice(words.indexOf(behind))], 0);
  // "The Conference Board", "The agreement signed by": a longer name, or one that is told apart.
  if (isCapital(behind.written) || SPECIFYING.has(behind.word)) return false;
  return !(
    /ed$|own$|en$/.test(behind.word) && /^(?:by|as)$/.test(words[words.indexOf(behind) + 1]?.word ?? '')
  );
}

const isParticiple = ({ word }: SentenceWord): boolean => /(?:ing|ed)$/.test(word);
const introduces = (word: SentenceWord): boolean =>
  PREPOSITIONS.has(word.word) || SUBORDINATORS.has(word.word) || isParticiple(word);

/** An opening phrase that refers back: "In this context", "Even before his return", "After that", "At the summit". */
function phraseRefers({ words, phrase }: Opening): boolean {
  const from = MODIFIERS.has(words[0]?.word ?? '') ? 1 : 0;
  const [first, second] = [words[from], words[from + 1]];
  if (first === undefined || second === undefined || !introduces(first)) return false;
  if (second.word === 'that' && PREPOSITIONS.has(first.word)) return true;
  const noun = words[from + 2]?.word.replace(/s$/, '') ?? '';
  if (!TIMES.has(noun) && isNamedBefore(words, from + 1)) return true;
  const rest = words.slice(from + 1, phrase === words.length ? EARLY - 1 : phrase);
  return rest.some(({ word }, at) => {
    if (!BACK.has(word)) return false;
    if (word === 'those' || word === 'such') return !isExplained(rest, at);
    // "As China and its partners grow": named in the phrase itself.
    return DEMONSTRATIVE.has(word) || word === 'same' || !rest.slice(0, at).some(isName);
  });
}

/** "However, it …", "As a first task, he …"; but "As the SCO grows, it …" says itself what grows. */
function subjectRefers({ words, phrase }: Opening): boolean {
  const [first, subject] = [words[0], words[phrase]];
  if (first === undefined || subject === undefined) return false;
  if (introduces(first) && isNamedBefore(words, phrase)) return true;
  if (PRONOUNS.has(subject.word) && !isExplained(words, phrase)) {
    const isOwn = SUBORDINATORS.has(first.word) && phrase > VERY_EARLY && words.slice(1, phrase).some(isName);
    return !isOwn || DEMONSTRATIVE.has(subject.word);
  }
  // "In addition to Niagara, Crown Point and Duquesne, he …": behind a later comma.
  if (SUBORDINATORS.has(first.word) || !introduces(first)) return false;
  return words
    .slice(phrase, LATE)
    .some(
      (word, at) => endsWithComma(word) && /^(?:he|she|it|they|we)$/.test(words[phrase + at + 1]?.word ?? ''),
    );
}

/** "he", "her" before anybody has been named. */
function personRefers(words: readonly SentenceWord[]): boolean {
  const first = words.findIndex(({ word }) => PERSON.has(word));
  return first !== -1 && !words.slice(0, first).some(isPerson);
}

/** "One of its first uses", "Many of their descendants". */
const isOfPronoun = (words: readonly SentenceWord[]): boolean =>
  words.slice(1, VERY_EARLY + 2).some(({ word }, at) => {
    const isOwn = words.slice(0, at + 1).some((before, index) => index > 0 && isName(before));
    return /^(?:its|their)$/.test(word) && !isOwn && PREPOSITIONS.has(words[at]?.word ?? '');
  });

function isAside(words: readonly SentenceWord[]): boolean {
  const at = words.slice(0, EARLY).findIndex(({ word }) => ASIDES.has(word));
  return at !== -1 && !/^(?:but|and)$/.test(words[at - 1]?.word ?? '');
}

/** "The success of the organization", "the aftermath of the siege". */
const isOfNamedBefore = (words: readonly SentenceWord[]): boolean =>
  words.slice(1, VERY_EARLY + 1).some(({ word }, at) => word === 'of' && isNamedBefore(words, at + 2));

function refersBack(text: string, opening: Opening): boolean {
  const { words, lower } = opening;
  const first = words[0]?.word ?? '';
  return (
    PRONOUNS.has(first.replace(/'.*$/, '')) ||
    CONNECTIVES.has(first) ||
    POINTING_BACK.test(lower) ||
    // A whole sentence in brackets is said of the one before it.
    /^[([].*[)\]]\.?$/su.test(text) ||
    isNamedBefore(words, 0) ||
    isOfNamedBefore(words) ||
    isOfPronoun(words) ||
    words.slice(1, VERY_EARLY).some(({ word }) => /^(?:it|he|she|they|them|him|i|we|you)$/.test(word)) ||
    words.slice(1, EARLY).some(({ word }, at) => DEMONSTRATIVE.has(word) && !isExplained(words, at + 1)) ||
    isAside(words) ||
    SET_OFF.test(lower.slice(0, BEGINNING)) ||
    THAT_TIME.test(lower) ||
    phraseRefers(opening) ||
    subjectRefers(opening) ||
    personRefers(words) ||
    SAID_BY_WHOM.test(lower)
  );
}

function isBoundToItsPlace(text: string, { words, lower }: Opening): boolean {
  const next = words[1];
  const isCounted = words[0]?.word === 'the' && next !== undefined && COUNTED.has(next.word);
  return (
    COUNTING_ON.test(lower) ||
    (isCounted && !isCapital(next.written)) ||
    ELSEWHERE.test(lower) ||
    ADDRESS.test(text.replace(LINK_TARGET, ''))
  );
}

/** A text in capitals alone is read as one without. */
const readable = (sentence: string): string =>
  (/\p{Ll}/u.test(sentence) ? sentence : sentence.toLowerCase()).replace(/\s+/gu, ' ');

/** @param sentence a whole sentence, the white space around it left out. */
export function dependenceOf(sentence: string): Dependence {
  const text = readable(sentence);
  const opening = openingOf(text);
  if (isBoundToItsPlace(text, opening)) return 'nowhere';
  return refersBack(text, opening) ? 'behind' : 'alone';
}

/** Whether a sentence's "he" or "she" can be understood from the sentence before it. */
export function isPersonKnown(sentence: string, before: string): boolean {
  const text = readable(sentence);
  const known = sentenceWords(readable(before));
  if (SAID_BY_WHOM.test(straight(text.toLowerCase()))) {
    return namesPerson(known) && SAID.test(straight(before.toLowerCase()));
  }
  return !personRefers(sentenceWords(text)) || namesPerson(known);
}
