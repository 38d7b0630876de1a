import type { Corpus } from '../../src/corpus/types.ts';
import { parseArticle } from '../../src/document/article.ts';
import type { Article } from '../../src/document/types.ts';
import { stopwords } from '../../src/language/stopwords.ts';
import { pick, seeded } from './random.ts';

/** Heaps' law, V = K·n^β: distinct words among n running words, with values usual for English news. */
const HEAPS_K = 30;
const HEAPS_BETA = 0.55;

const WORD = /\p{L}+/gu;
const PASSAGES_PER_ARTICLE = 40;
const SENTENCES_PER_PASSAGE = 2;

const sentencesOf = ({ text, paragraphs }: Article): readonly string[] =>
  paragraphs
    .filter(({ kind }) => kind === 'body')
    .flatMap(({ sentences }) =>
      sentences.map(({ start, end }) => text.slice(start, end).replace(/\s+/g, ' ')),
    );

/**
 * Content words that grow as a real text's do: a new one where Heaps' law has one due, else one of those that
 * were used, each as likely as it was used often (Simon, 1955), which makes their frequencies follow Zipf's
 * law. A new word is the beginning of one word of the seeds and the end of another.
 */
function contentWords(known: readonly string[], random: () => number): () => string {
  const used = [...known];
  const all = new Set(known);
  const start = HEAPS_K * used.length ** HEAPS_BETA - all.size;
  const coin = (): string => {
    const [first, second] = [pick(known, random), pick(known, random)];
    const word = first.slice(0, Math.ceil(first.length * 0.6)) + second.slice(Math.floor(second.length / 2));
    if (all.has(word)) return pick(used, random);
    all.add(word);
    return word;
  };
  return () => {
    const due = HEAPS_K * used.length ** HEAPS_BETA - start;
    const word = all.size < due ? coin() : pick(used, random);
    used.push(word);
    return word;
  };
}

const isContent = (word: string): boolean => word.length > 3 && !stopwords.has(word.toLowerCase());

/** The sentence with a share of its content words exchanged, its function words and punctuation as they are. */
const reworded = (sentence: string, next: () => string, random: () => number): string =>
  sentence.replace(WORD, (word) => {
    if (!isContent(word) || random() < 0.3) return word;
    const other = next();
    return /^\p{Lu}/u.test(word) ? other.charAt(0).toUpperCase() + other.slice(1) : other;
  });

/**
 * A corpus of `passages` passages made of the sentences of a small one, the same for the same seed. It is for
 * measuring speed: its sentences read like English and mean nothing.
 */
export function largeCorpus(small: Corpus, passages: number, seed: number): Corpus {
  const random = seeded(seed);
  const sentences = [...small.articles.values()].flatMap(sentencesOf);
  const words = sentences.flatMap((sentence) => sentence.match(WORD) ?? []).filter(isContent);
  const next = contentWords(
    words.map((word) => word.toLowerCase()),
    random,
  );
  const passage = (): string =>
    Array.from({ length: SENTENCES_PER_PASSAGE }, () => reworded(pick(sentences, random), next, random)).join(
      ' ',
    );
  const articles = new Map<string, Article>();
  for (let left = passages; left > 0; left -= PASSAGES_PER_ARTICLE) {
    const id = `made-${String(articles.size + 1).padStart(4, '0')}`;
    const body = Array.from({ length: Math.min(left, PASSAGES_PER_ARTICLE) }, passage).join('\n\n');
    const content = `---\ntitle: Made ${next()} ${next()}\npublisher: The Bench\n---\n\n${body}\n`;
    const parsed = parseArticle(`bench/${id}.md`, content);
    if (!parsed.ok) throw new Error(`${id}: ${parsed.complaint.problem}`);
    articles.set(id, parsed.article);
  }
  return { articles, faults: [] };
}

/** The texts that the desk searches: body and captions, a repeated one once. */
export const searchedTexts = (corpus: Corpus): readonly string[] =>
  [...corpus.articles.values()].flatMap(({ text, paragraphs }) =>
    paragraphs
      .filter(({ kind, repeats }) => (kind === 'body' || kind === 'caption') && repeats === null)
      .map(({ start, end }) => text.slice(start, end)),
  );
