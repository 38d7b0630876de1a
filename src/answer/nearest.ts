import { stopwords } from '../search/stopwords.ts';
import { bestChain } from './chain.ts';
import type { NearestPassage } from './checked.ts';
import { runsOf } from './likeness.ts';
import type { Stretch } from './stretches.ts';
import type { WordIndex } from './word-index.ts';
import type { Quoted } from './wording.ts';
import { wordsOf } from './words.ts';

/** The share of its runs of three words that the nearest passage must have to be worth a look. */
const NEAR_RUNS = 0.2;
/** Where no passage has so many runs: the share of its words, common ones aside, that one must have in any order. */
const NEAR_WORDS = 2 / 3;
/** Words below which having them all says little. */
const FEWEST_WORDS = 4;
/** Words above which a text is no sentence of some passage in another order. */
const MOST_WORDS = 60;
/** A word that stands in more places tells no passage from another. */
const MOST_PLACES = 5000;

function byRuns(
  { words }: Quoted,
  articles: readonly (readonly Stretch[])[],
  index: WordIndex,
): NearestPassage | null {
  const runs = runsOf(words.map(({ key }) => key));
  const said = words.map(({ number }) => number);
  const rated = articles.flatMap((stretches): NearestPassage[] => {
    const longest = [...bestChain(stretches, said, index)].sort((a, b) => b.length - a.length)[0];
    const passage = longest === undefined ? undefined : index.passages[index.passageAt(longest.place)];
    if (longest === undefined || passage === undefined) return [];
    const { article, paragraph } = passage;
    const found = runsOf(wordsOf(article.text.slice(paragraph.start, paragraph.end)).map(({ key }) => key));
    const shared = [...runs].filter((run) => found.has(run)).length;
    const { start } = index.wordAt(longest.place);
    const sentence = paragraph.sentences.find((each) => each.start <= start && start < each.end) ?? paragraph;
    return [{ ...passage, sentence, likeness: runs.size === 0 ? 0 : shared / runs.size, by: 'runs' }];
  });
  const best = rated.toSorted((a, b) => b.likeness - a.likeness)[0];
  return best !== undefined && best.likeness >= NEAR_RUNS ? best : null;
}

/** For words in another order: the passage with the most of them. */
function byWords({ words }: Quoted, index: WordIndex): NearestPassage | null {
  const wanted = new Map(
    words.filter(({ key }) => !stopwords.has(key)).map(({ key, number }) => [key, number]),
  );
  if (wanted.size < FEWEST_WORDS || wanted.size > MOST_WORDS) return null;
  const counts = new Map<number, number>();
  for (const number of wanted.values()) {
    const places = number < 0 ? [] : index.placesOf(number);
    if (places.length > MOST_PLACES) continue;
    const holders = new Set(Array.from(places, (place) => index.passageAt(place)));
    for (const passage of holders) counts.set(passage, (counts.get(passage) ?? 0) + 1);
  }
  let best: { readonly passage: number; readonly count: number } | null = null;
  for (const [passage, count] of counts) {
    if (count > (best?.count ?? 0) && index.passages[passage]?.paragraph.repeats === null)
      best = { passage, count };
  }
  const found = best === null ? undefined : index.passages[best.passage];
  if (best === null || found === undefined || best.count < wanted.size * NEAR_WORDS) return null;
  const { article, paragraph } = found;
  const held = (start: number, end: number): number =>
    new Set(
      wordsOf(article.text.slice(start, end))
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
  quoted: Quoted,
  articles: readonly (readonly Stretch[])[],
  index: WordIndex,
): NearestPassage | null => byRuns(quoted, articles, index) ?? byWords(quoted, index);
