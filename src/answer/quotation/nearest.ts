import { stopwords } from '../../language/stopwords.ts';
import { TRIGRAM, trigramsOf } from '../likeness.ts';
import { bestChain } from './chain.ts';
import type { NearestPassage } from './checked.ts';
import { type CorpusWords, UNKNOWN } from './corpus-words.ts';
import type { QuotedText } from './quoted-words.ts';
import { MOST_PLACES, type SharedRun } from './shared-runs.ts';
import { comparedWords } from './words.ts';

/** The share of the quotation's trigrams without which a passage is not worth a look. */
const NEAR_TRIGRAMS = 0.2;
/** Where no passage has so many: the share of its words, common ones aside, that one must have in any order. */
const NEAR_WORDS = 2 / 3;
/** With fewer words, having them all says little. */
const FEWEST_WORDS = 4;
/** A text of more words is no sentence in another order. */
const MOST_WORDS = 60;

/** How many of the quotation's trigrams a passage has, by the words' numbers where both have three words. */
function sharedTrigrams(
  { words }: QuotedText,
  trigrams: ReadonlySet<string>,
  passage: number,
  index: CorpusWords,
): number {
  const { start, end } = index.extentOf(passage);
  if (words.length < TRIGRAM || end - start < TRIGRAM) {
    const keys = Array.from({ length: end - start }, (_, n) => index.wordAt(start + n).key);
    const found = trigramsOf(keys);
    return [...trigrams].filter((each) => found.has(each)).length;
  }
  const byFirst = Map.groupBy(words.keys(), (at) => words[at]?.number ?? UNKNOWN);
  const found = new Set<string>();
  for (let place = start; place + TRIGRAM <= end; place++) {
    for (const at of byFirst.get(index.row[place] ?? UNKNOWN) ?? []) {
      const three = words.slice(at, at + TRIGRAM);
      if (three.length === TRIGRAM && three.every(({ number }, n) => number === index.row[place + n]))
        found.add(three.map(({ key }) => key).join(' '));
    }
  }
  return found.size;
}

function nearestByTrigrams(
  quoted: QuotedText,
  articles: readonly (readonly SharedRun[])[],
  index: CorpusWords,
): NearestPassage | null {
  const trigrams = trigramsOf(quoted.words.map(({ key }) => key));
  const said = quoted.words.map(({ number }) => number);
  const rated = articles.flatMap((runs): NearestPassage[] => {
    const longest = [...bestChain(runs, said, index)].sort((a, b) => b.length - a.length)[0];
    const passage = longest === undefined ? undefined : index.passages[index.passageAt(longest.place)];
    if (longest === undefined || passage === undefined) return [];
    const { paragraph } = passage;
    const shared = sharedTrigrams(quoted, trigrams, index.passageAt(longest.place), index);
    if (shared < trigrams.size * NEAR_TRIGRAMS) return [];
    const { start } = index.wordAt(longest.place);
    const sentence = paragraph.sentences.find((each) => each.start <= start && start < each.end) ?? paragraph;
    return [{ ...passage, sentence, likeness: trigrams.size === 0 ? 0 : shared / trigrams.size, by: 'runs' }];
  });
  return rated.toSorted((a, b) => b.likeness - a.likeness)[0] ?? null;
}

/** The passage with most of the words, in any order. */
function nearestByWords({ words }: QuotedText, index: CorpusWords): NearestPassage | null {
  const wanted = new Map(
    words.filter(({ key }) => !stopwords.has(key)).map(({ key, number }) => [key, number]),
  );
  if (wanted.size < FEWEST_WORDS || wanted.size > MOST_WORDS) return null;
  const numbers = [...wanted.values()];
  const isTelling = (number: number): boolean => number >= 0 && index.countOf(number) <= MOST_PLACES;
  // A passage near enough lacks at most so many words: it has one of any larger number of them.
  const lacking = wanted.size - Math.ceil(wanted.size * NEAR_WORDS);
  const rarest = numbers
    .toSorted((a, b) => (isTelling(a) ? index.countOf(a) : 0) - (isTelling(b) ? index.countOf(b) : 0))
    .slice(0, lacking + 1);
  const holders = new Set<number>();
  for (const number of rarest.filter(isTelling)) {
    for (const place of index.placesOf(number)) holders.add(index.passageAt(place));
  }
  let best: { readonly passage: number; readonly count: number } | null = null;
  for (const passage of [...holders].sort((a, b) => a - b)) {
    const { start, end } = index.extentOf(passage);
    const there = new Set(index.row.subarray(start, end));
    const count = numbers.filter((number) => isTelling(number) && there.has(number)).length;
    if (count > (best?.count ?? 0) && index.passages[passage]?.paragraph.repeats === null)
      best = { passage, count };
  }
  const found = best === null ? undefined : index.passages[best.passage];
  if (best === null || found === undefined || best.count < wanted.size * NEAR_WORDS) return null;
  const { article, paragraph } = found;
  const held = (start: number, end: number): number =>
    new Set(
      comparedWords(article.text.slice(start, end))
        .map(({ key }) => key)
        .filter((key) => wanted.has(key)),
    ).size;
  const [sentence = paragraph] = paragraph.sentences.toSorted(
    (a, b) => held(b.start, b.end) - held(a.start, a.end),
  );
  return { ...found, sentence, likeness: best.count / wanted.size, by: 'words' };
}

/** The passage that comes nearest to a quotation that is in no article; null when none is near enough. */
export const nearestPassage = (
  quoted: QuotedText,
  articles: readonly (readonly SharedRun[])[],
  index: CorpusWords,
): NearestPassage | null => nearestByTrigrams(quoted, articles, index) ?? nearestByWords(quoted, index);
