import type { Article } from '../../document/types.ts';
import { isMeant } from '../../language/did-you-mean.ts';
import { stopwords } from '../../language/stopwords.ts';
import { spelled, tokens } from '../../language/tokens.ts';

/** Nouns for articles alone. */
const ARTICLE_NOUN = /^(?:articles?|pieces?|commentar(?:y|ies)|op-eds?|oped|essays?)$/;
/** Nouns for articles and for much else ("the text of the treaty"). */
const WORK_NOUN = /^(?:texts?|stor(?:y|ies)|reports?|columns?|papers?|write-?ups?)$/;
/** Words around an article's name that are no part of it. */
const AROUND_A_NAME =
  /^(?:titled|entitled|called|headlined|named|published|written|wrote|write|publish|post)$/;
const POINTING_WORD = /^(?:this|that|these|those|it|the|its|all|each|every|here|corpus|your|one|ones)$/;

/** The words of a name; "and" is none, since a title's `&` is none. */
const nameWords = (text: string): readonly string[] =>
  tokens(text).flatMap(({ word }) => (word === 'and' ? [] : [spelled(word)]));

const isTellingWord = (word: string): boolean => !stopwords.has(word) && word !== 's';

/** Whether it is the same word, a typing error in a longer one aside. */
const isSame = (typed: string, word: string): boolean =>
  typed === word || (typed.length >= 5 && !/\d/.test(typed) && isMeant(typed, word, 'titleWord'));

const holds = (words: readonly string[], word: string): boolean => words.some((each) => isSame(word, each));

/** How many words the shortest stretch has in which all that are wanted stand in order; null where none has. */
function extentOf(wanted: readonly string[], words: readonly string[]): number | null {
  let best: number | null = null;
  for (let from = 0; from < words.length; from++) {
    let at = from;
    let matched = 0;
    for (const word of wanted) {
      const next = words.findIndex((each, place) => place >= at && isSame(word, each));
      if (next < 0 || (matched === 0 && next !== from)) break;
      at = next + 1;
      matched++;
    }
    if (matched === wanted.length && (best === null || at - from < best)) best = at - from;
  }
  return best;
}

/** Telling words without which a part of a title may be a phrase of other texts as well. */
const PART_OF_TITLE = 3;
/** Words behind “the” (“the SCO summit declaration”) mean a thing unless they are nearly the whole title. */
const NEARLY_WHOLE = 0.75;

/** Whether words are a title, or three telling words of it in its order. */
function isTitle(typed: readonly string[], title: readonly string[]): boolean {
  const wanted = typed.filter((word, at) => at > 0 || title[0] === word || !/^(?:the|an?)$/.test(word));
  const extent = extentOf(wanted, title);
  if (extent === null) return false;
  const telling = wanted.filter(isTellingWord).length;
  const all = title.filter(isTellingWord).length;
  if (wanted.length < typed.length && telling / all < NEARLY_WHOLE) return false;
  const isWhole = telling === all && telling >= 2;
  // With words left out between, more of the title must be there.
  const isRun = extent <= wanted.length + 1 || telling / all >= 0.6;
  return isWhole || (telling >= PART_OF_TITLE && isRun);
}

/** Whether words are a name, more than half of one, or a person's last name. */
function isNameOf(typed: readonly string[], name: string | null, person: boolean): boolean {
  if (name === null) return false;
  const words = nameWords(name);
  const telling = typed.filter(isTellingWord);
  if (telling.length === 0 || !typed.every((word) => word === 'the' || holds(words, word))) return false;
  const all = words.filter(isTellingWord);
  const last = words.at(-1);
  return telling.length > all.length / 2 || (person && last !== undefined && holds(typed, last));
}

/** Articles whose author or publisher goes by that name. */
export function articlesOf(
  name: string,
  role: 'author' | 'publisher' | 'either',
  articles: readonly Article[],
  part = false,
): readonly Article[] {
  const typed = nameWords(name);
  const isPart = (of: string | null): boolean =>
    part &&
    of !== null &&
    typed.some(isTellingWord) &&
    typed.every((w) => w === 'the' || holds(nameWords(of), w));
  return articles.filter(
    ({ author, publisher }) =>
      (role !== 'publisher' && (isNameOf(typed, author, true) || isPart(author))) ||
      (role !== 'author' && (isNameOf(typed, publisher, false) || isPart(publisher))),
  );
}

/** The articles that words name; `unnamed` for "this article" and the like; null where they name none. */
export type NamedArticles = readonly Article[] | 'unnamed' | null;

function articlesById(name: string, articles: readonly Article[]): readonly Article[] {
  const ids = new Set(name.toLowerCase().match(/[a-z0-9]+(?:-[a-z0-9]+)+/g) ?? []);
  const spaced = nameWords(name).join('-');
  return articles.filter(({ id }) => ids.has(id) || (id.includes('-') && spaced === id));
}

/** By words of author, publisher and title together: "the Global Times article on Upcoming SCO meetings". */
function articlesByWords(
  typed: readonly string[],
  sure: boolean,
  articles: readonly Article[],
): readonly Article[] {
  const rest = typed.filter((word) => isTellingWord(word) && !AROUND_A_NAME.test(word));
  const made = articles.filter(({ author, publisher }) =>
    [author, publisher].some((name) => name !== null && rest.some((word) => holds(nameWords(name), word))),
  );
  const fits = articles.filter((article) => {
    const title = nameWords(article.title);
    const makers = [article.author, article.publisher].filter((name) => name !== null);
    const maker = rest.filter((word) => makers.some((name) => holds(nameWords(name), word)));
    const others = rest.filter((word) => !maker.includes(word));
    const isMade = makers.some((name) => isNameOf(maker, name, name === article.author));
    const isTitled = others.length > 0 && others.every((word) => holds(title, word));
    if (isMade) return others.length === 0 || isTitled;
    return sure && rest.every((word) => holds(title, word) || holds(article.id.split('-'), word));
  });
  // Words of titles alone name an article only where no other one has them.
  return fits.length <= 1 || fits.every((article) => made.includes(article)) ? fits : [];
}

/**
 * Finds the articles that the words of a question name: by id, by title (the whole or enough of it), or by the word
 * "article" with a publisher, an author or words of one title. Null where the words may name something that the
 * articles are about.
 */
export function articlesNamed(
  name: string,
  phrases: readonly string[],
  articles: readonly Article[],
): NamedArticles {
  if (phrases.length > 0) {
    const quoted = articles.filter(({ id, title }) =>
      phrases.some(
        (phrase) =>
          phrase.toLowerCase() === id ||
          (nameWords(phrase).some(isTellingWord) && extentOf(nameWords(phrase), nameWords(title)) !== null),
      ),
    );
    return quoted.length === 1 || (quoted.length > 1 && phrases.length > 1) ? quoted : null;
  }
  const [, maker = '', made = ''] = /^(.+?) (?:write|publish|post)\b(.+)$/i.exec(name) ?? [];
  if (made !== '') {
    const its = articlesNamed(made.trim(), phrases, articles);
    const theirs = articlesOf(maker, 'either', articles);
    const both = Array.isArray(its) ? its.filter((article) => theirs.includes(article)) : [];
    return both.length === 0 ? null : both;
  }
  const ids = articlesById(name, articles);
  if (ids.length > 0) return ids;
  const plain = name.toLowerCase().replace(/\bop-ed/g, 'oped');
  const typed = nameWords(plain);
  const titled = articles.filter(({ title }) => isTitle(typed, nameWords(title)));
  if (titled.length > 0) return titled;

  // "When was it written about …" asks for what articles say, and so does Article 5 of a treaty.
  if (/^(?:about|of|to|in|for|on)\b/.test(plain) || /\barticles? \d/.test(plain)) return null;
  const noun = typed.find((word) => ARTICLE_NOUN.test(word) || WORK_NOUN.test(word));
  if (noun === undefined) return /^(?:this|it)?$/.test(plain) ? 'unnamed' : null;
  const rest = typed.filter((word) => word !== noun);
  const isArticle = ARTICLE_NOUN.test(noun);
  if (rest.every((word) => POINTING_WORD.test(word) || (!isTellingWord(word) && isArticle))) {
    return isArticle || rest.some((word) => /^(?:this|these)$/.test(word)) ? 'unnamed' : null;
  }
  if (/\barticles of\b/.test(plain)) return null;
  const found = articlesByWords(rest, isArticle, articles);
  return found.length === 0 ? null : found;
}
