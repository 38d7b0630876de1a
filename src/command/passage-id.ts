import { paragraphById, parsePassageId, searched } from '../corpus/passage.ts';
import { editDistance } from '../search/near-words.ts';
import type { Passage } from '../search/types.ts';
import { type Core, problem } from './module.ts';
import type { Problem, Verb } from './types.ts';

type Read = { readonly passage: Passage; readonly problem?: undefined } | { readonly problem: Problem };

/** People also paste the end of the reader's address, or leave out the colon. */
const loosely = (text: string): string =>
  text
    .trim()
    .replace(/^.*\/a\//, '')
    .replace(/[#\s:]+p?(?=\d+$)/i, ':');

const nearestArticle = (typed: string, core: Core): string | null => {
  const rated = [...core.corpus.articles.keys()]
    .map((id) => ({ id, distance: editDistance(typed.slice(0, 80), id) }))
    .sort((a, b) => a.distance - b.distance);
  const best = rated[0];
  return best !== undefined && best.distance <= best.id.length / 3 ? best.id : null;
};

/** A passage whose id works, for saying what would. */
function anExample(core: Core, article: string | null): string | null {
  const from = core.corpus.articles.get(article ?? '') ?? [...core.corpus.articles.values()][0];
  return (from && searched(from)[0]?.id) ?? null;
}

/** Finds the passage that an id names, or says what is wrong with the id. */
export function readPassage(verb: Verb, typed: string, core: Core): Read {
  const id = loosely(typed);
  const found = paragraphById(core.corpus, id);
  if (found !== null) return { passage: found };
  const parsed = parsePassageId(id);
  const articleId = (parsed?.article ?? id).toLowerCase();
  const article = core.corpus.articles.get(articleId);
  const nearest = article?.id ?? nearestArticle(articleId, core);
  const example = anExample(core, nearest);
  const sameNumber = nearest !== null && parsed !== null ? `${nearest}:${parsed.n}` : null;
  const meant = sameNumber !== null && paragraphById(core.corpus, sameNumber) !== null ? sameNumber : example;
  const words = parsed === null && article === undefined && nearest === null && /\p{L}/u.test(typed);
  return {
    problem: problem(typed === '' ? 'missing-id' : 'unknown-id', typed, {
      allowed:
        article === undefined
          ? [...core.corpus.articles.keys()]
          : [`${article.id}:1`, `${article.id}:${article.paragraphs.length}`],
      instead: [...(words ? [`search ${typed}`] : []), ...(meant === null ? [] : [`${verb} ${meant}`])],
    }),
  };
}
