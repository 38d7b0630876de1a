import { paragraphById } from '../corpus/passage.ts';
import { parsePassageId, searched } from '../document/passage.ts';
import type { Passage } from '../document/types.ts';
import { didYouMean } from '../language/did-you-mean.ts';
import { type Core, problem } from './module.ts';
import type { Option, Problem } from './types.ts';

/** The option of every command that takes a passage. */
export const idOption: Option = {
  name: 'id',
  summary: 'A passage, such as security-for-all:12',
  required: true,
  type: 'passage',
  written: 'bare',
};

/** Whether words behind a misspelt verb can be meant for a passage. */
export const mayBePassage = (rest: string): boolean => rest === '' || /\d/.test(rest);

type Read = { readonly passage: Passage; readonly problem?: undefined } | { readonly problem: Problem };

/** An article and a number, as far as a text names them. */
interface Named {
  /** In the form of an article's id. */
  readonly article: string;
  readonly n: number | null;
}

/**
 * People also paste the end of the reader's address, leave out the colon, write spaces for hyphens, and take
 * brackets and full stops along.
 */
function loosely(text: string): Named {
  const bare = text
    .trim()
    .replace(/^.*\/a\//u, '')
    .replace(/:~:.*$/u, '')
    .replace(/^[<([{"'`“‘]+|[>)\]}"'`”’.,;!?]+$/gu, '');
  const [, name = bare, digits] =
    /^(.*?)(?:^|[\s:#/,.]|[\s:#/,]p|\spara(?:graph|\.)?\s)\s*(\d+)$/iu.exec(bare) ?? [];
  const article = name
    .toLowerCase()
    .replace(/[\s_\p{Pd}]+/gu, '-')
    .replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '');
  return { article, n: digits === undefined ? null : Number(digits) };
}

/** The article that a mistyped or shortened id was meant to be. */
function nearestArticle(typed: string, core: Core): string | null {
  if (typed === '') return null;
  const ids = [...core.corpus.articles.keys()];
  const containing = ids.filter((id) => typed.length > 3 && id.includes(typed));
  if (containing.length === 1) return containing[0] ?? null;
  return didYouMean(typed, ids, 'article', (id) => id)[0] ?? null;
}

/** A passage that can be opened where the one that was asked for cannot: its number as near as the article has. */
function meantPassage(core: Core, article: string | null, n: number | null): string | null {
  const from = core.corpus.articles.get(article ?? '') ?? [...core.corpus.articles.values()][0];
  if (from === undefined) return null;
  const nearest = Math.min(Math.max(n ?? 0, 1), from.paragraphs.length);
  return (article !== null && n !== null ? from.paragraphs[nearest - 1] : searched(from)[0])?.id ?? null;
}

/** The passage whose id or reader's address the whole text is; null for any other text. */
export function passageNamed(text: string, core: Core): Passage | null {
  const isId = parsePassageId(text) !== null || /^<?https?:\/\/\S+\/a\/[a-z0-9-]+#p\d+\S*$/i.test(text);
  if (!isId) return null;
  const { article, n } = loosely(text);
  return paragraphById(core.corpus, `${article}:${n}`);
}

/** Finds the passage that an id names, or says what is wrong with the id. */
export function readPassage(verb: string, typed: string, core: Core): Read {
  const { article: name, n } = loosely(typed);
  const found = paragraphById(core.corpus, `${name}:${n}`);
  if (found !== null) return { passage: found };
  const article = core.corpus.articles.get(name);
  const nearest = article?.id ?? nearestArticle(name, core);
  const meant = meantPassage(core, nearest, n);
  const words = nearest === null && n === null && /\p{L}/u.test(typed);
  return {
    problem: problem(/[\p{L}\p{N}]/u.test(typed) ? 'unknown-id' : 'missing-id', typed, {
      allowed:
        article === undefined
          ? [...core.corpus.articles.keys()]
          : [`${article.id}:1`, `${article.id}:${article.paragraphs.length}`],
      instead: [
        ...(words ? [`search ${typed}`, `search ${verb} ${typed}`] : []),
        ...(meant === null ? [] : [`${verb} ${meant}`]),
      ],
    }),
  };
}
