import { hash } from 'node:crypto';
import { textOf } from '../document/passage.ts';
import { memoise, memoiseByObject } from '../memoise.ts';
import {
  type ExcerptWords,
  excerptWords,
  hasSameWords,
  isSameWording,
  wordsOfExcerpt,
} from './excerpt/same-words.ts';
import type { Shown } from './ports/store.ts';
import type { Subscription } from './records.ts';
import type { Draw, Excerpt } from './types.ts';

const isSameAs = (excerpt: Excerpt, passage: string, shown: ExcerptWords): boolean => {
  const own = wordsOfExcerpt(excerpt);
  return isSameWording(own, shown) || (excerpt.paragraph.id === passage && hasSameWords(own, shown));
};

/**
 * Whether an excerpt is one that was shown, be it that the article has been edited since: it has the same words, or
 * half of the shorter one's runs of three words, or it stands at the same passage and has most of the words.
 */
export const isSame = ({ passage, text }: Pick<Shown, 'passage' | 'text'>, excerpt: Excerpt): boolean =>
  isSameAs(excerpt, passage, excerptWords(text));

/** Shown texts whose excerpts are remembered. */
const REMEMBERED = 10_000;

/** Which of the excerpts a text that was shown is: the one with its words, else those that are an edit of it. */
const recogniserOf = memoiseByObject((excerpts: readonly Excerpt[]) => {
  const byText = new Map(excerpts.map((excerpt) => [textOf(excerpt.article, excerpt), excerpt]));
  const byWords = new Map(excerpts.map((excerpt) => [wordsOfExcerpt(excerpt).folded, excerpt]));
  const recognise = (passage: string, text: string): readonly Excerpt[] => {
    const words = excerptWords(text);
    const exact = byWords.get(words.folded);
    return exact === undefined ? excerpts.filter((each) => isSameAs(each, passage, words)) : [exact];
  };
  // A passage's id has no space in it.
  const recognised = memoise(REMEMBERED, (key) => {
    const space = key.indexOf(' ');
    return recognise(key.slice(0, space), key.slice(space + 1));
  });
  return ({ passage, text }: Shown): readonly Excerpt[] => {
    const unchanged = byText.get(text);
    return unchanged === undefined ? recognised(`${passage} ${text}`) : [unchanged];
  };
});

const excerptsShown = (excerpts: readonly Excerpt[], shown: Shown): readonly Excerpt[] =>
  recogniserOf(excerpts)(shown);

const left = (excerpts: readonly Excerpt[], shown: readonly Shown[]): readonly Excerpt[] => {
  const gone = new Set(shown.flatMap((each) => excerptsShown(excerpts, each)));
  return excerpts.filter((excerpt) => !gone.has(excerpt));
};

const ofRound = (shown: readonly Shown[], round: number): readonly Shown[] =>
  shown.filter((each) => each.round === round);

/** How many of the excerpts are still to come in a round. */
export const leftOf = (excerpts: readonly Excerpt[], shown: readonly Shown[], round: number): number =>
  left(excerpts, ofRound(shown, round)).length;

type Lot = Pick<Subscription, 'seed'> & { readonly round: number };

const lotOf = ({ seed, round }: Lot, name: string): string => hash('sha256', `${seed}:${round}:${name}`);

/** The one of several with the lowest lot; of equal lots, which are none in practice, the first. */
function lowest<T>(of: readonly T[], lot: Lot, name: (each: T) => string): T | null {
  let best: { readonly each: T; readonly drawn: string } | null = null;
  for (const each of of) {
    const drawn = of.length === 1 ? '' : lotOf(lot, name(each));
    if (best === null || drawn < best.drawn) best = { each, drawn };
  }
  return best?.each ?? null;
}

/** The article whose turn it is: the one that was shown longest ago, of those never shown the one with the lowest lot. */
function turn(open: readonly Excerpt[], shown: readonly Shown[], lot: Lot): string | null {
  const last = new Map(shown.map(({ article }, at) => [article, at]));
  const ids = [...new Set(open.map(({ article }) => article.id))];
  const never = ids.filter((id) => !last.has(id));
  if (never.length > 0) return lowest(never, lot, (id) => id);
  return ids.reduce((first, id) => ((last.get(id) ?? 0) < (last.get(first) ?? 0) ? id : first), ids[0] ?? '');
}

/**
 * The next excerpt, in the subscription's round or, where all of it has been shown, in the next one.
 *
 * Articles take turns: it is the turn of the one that was shown longest ago, of those that have something left; of
 * several that were never shown, of the one with the lowest lot. In the article the excerpt with the lowest lot is
 * drawn, passing over those that are among the latest half of the article's excerpts that were shown, in whatever
 * round, so that what ended a round does not begin the next. A lot is the SHA-256, in hexadecimal digits, of
 * `seed:round:name`, where the name is the article's id or the excerpt's words as `folded` gives them. So a draw is
 * made of the seed, the round, what was shown and the texts alone.
 *
 * `position` counts the round's posts, this one included, also those whose excerpts are there no longer, so that it
 * rises by one with each; `of - position + 1` are still to come, this one included. `of` itself changes when
 * articles come, change and go.
 *
 * @param shown this round's and, for the turns and the beginning of a round, those of the round before; the latest
 * last. Those of other rounds do not count as shown in this one.
 * @returns null when there are no excerpts.
 */
export function draw(
  excerpts: readonly Excerpt[],
  shown: readonly Shown[],
  { seed, round }: Pick<Subscription, 'seed' | 'round'>,
): Draw | null {
  if (excerpts.length === 0) return null;
  const posts = ofRound(shown, round);
  const open = left(excerpts, posts);
  if (open.length === 0) return draw(excerpts, shown, { seed, round: round + 1 });
  const lot = { seed, round };
  const article = turn(open, shown, lot);
  const isOfArticle = (each: Excerpt): boolean => each.article.id === article;
  const half = Math.floor(excerpts.filter(isOfArticle).length / 2);
  const latest = half === 0 ? [] : shown.filter((each) => each.article === article).slice(-half);
  const recent = new Set(latest.flatMap((each) => excerptsShown(excerpts, each)));
  const candidates = open.filter(isOfArticle);
  const rested = candidates.filter((each) => !recent.has(each));
  const excerpt = lowest(rested.length > 0 ? rested : candidates, lot, (each) => wordsOfExcerpt(each).folded);
  if (excerpt === null) return null;
  return { excerpt, round, position: posts.length + 1, of: posts.length + open.length, seed };
}
