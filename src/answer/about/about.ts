import type { Article } from '../../document/types.ts';
import { admittedArticles } from '../../search/filters.ts';
import type { Query } from '../../search/types.ts';
import { articlesNamed, articlesOf } from './articles-named.ts';
import { type Bound, type Choice, type Fact, readAboutQuestion } from './question.ts';
import { type Statement, statementOf, titleOf } from './stated.ts';

/** What the articles state of themselves, in answer to a question about them. */
export interface AboutArticles {
  /** The fact that was asked for, or the articles themselves. */
  readonly asked: Fact | 'articles';
  /** One an article in question, in the corpus's order, those that state nothing last. */
  readonly statements: readonly Statement[];
  /** How the articles were chosen, where they were asked for. */
  readonly choice: Choice | null;
  /** Undated articles that a choice by date, or a filter, left out. */
  readonly undated: number;
  /** The names that the articles give, where none goes by the one that was asked for. */
  readonly names: readonly string[];
}

const isIn = (published: string, { period, included }: Bound, side: 'since' | 'until'): boolean => {
  const same = published.slice(0, period.length);
  if (same === period) return included;
  return side === 'since' ? same > period : same < period;
};

interface ChosenArticles {
  readonly articles: readonly Article[];
  /** The fact that is cited of each; null for its title. */
  readonly fact: Fact | null;
}

function chooseArticles(choice: Choice, articles: readonly Article[]): ChosenArticles {
  switch (choice.by) {
    case 'all':
      return { articles, fact: null };
    case 'name': {
      const named = articlesOf(choice.name, choice.role, articles, true);
      const authors = articlesOf(choice.name, 'author', articles, true);
      return {
        articles: named,
        fact: authors.length > 0 && choice.role !== 'publisher' ? 'author' : 'publisher',
      };
    }
    case 'date': {
      const { since, until } = choice;
      const dated = articles.filter(
        ({ published }) =>
          published !== null &&
          (since === null || isIn(published, since, 'since')) &&
          (until === null || isIn(published, until, 'until')),
      );
      return { articles: dated, fact: 'date' };
    }
    case 'nothing': {
      const { lacking } = choice;
      const key = lacking === 'date' ? 'published' : lacking;
      return { articles: articles.filter((article) => article[key] === null), fact: null };
    }
  }
}

/** What is cited of an article in a list: a fact, or its title. */
function citedStatement(article: Article, fact: Fact | null): Statement | null {
  if (fact !== null) return statementOf(fact, article);
  const title = titleOf(article);
  return title && { ...title, value: article.title, role: null, by: 'line' };
}

/** Those that state something come first: a message has no room for all of a large corpus. */
const statedFirst = (statements: readonly Statement[]): readonly Statement[] => [
  ...statements.filter(({ by }) => by !== 'nothing'),
  ...statements.filter(({ by }) => by === 'nothing'),
];

const withoutNulls = <T>(items: readonly (T | null)[]): readonly T[] => items.filter((item) => item !== null);

/** "Articles by him", "articles from last week": nobody is named, no day is; the list of articles serves better. */
const NO_NAME =
  /^(?:he|she|they|it|him|her|them|you|we|us|i|me|this|that|who|whom|somebody|anyone)$|\b(?:last|this|next|past) (?:\w+ )?(?:day|week|month|year)s?\b|\b(?:today|yesterday)\b/i;

const distinctNames = (names: readonly (string | null)[]): readonly string[] =>
  [...new Set(withoutNulls(names))].sort();

/**
 * Answers a question about the articles themselves from what they state. `sources` where it is about an article that it
 * does not name, so that the person can choose; null for any other question, which passages answer.
 */
export function aboutArticles(query: Query, all: Iterable<Article>): AboutArticles | 'sources' | null {
  const question = readAboutQuestion(query);
  if (question === null) return null;
  const articles = [...all];
  const { admitted, undated } = admittedArticles(articles, query.filters);
  const allowed = admitted === 'all' ? articles : articles.filter(({ id }) => admitted.has(id));

  if (question.asks === 'articles') {
    const { choice } = question;
    if (choice.by === 'name' && NO_NAME.test(choice.name.trim())) return question.plain ? 'sources' : null;
    // "What did Putin write?" is about an article only where he is an author.
    if (!question.plain && choice.by === 'name') {
      if (articlesOf(choice.name, 'either', articles).length === 0) return null;
    }
    const chosen = chooseArticles(choice, allowed);
    const left = choice.by === 'date' ? allowed.filter(({ published }) => published === null).length : 0;
    const { role } = choice.by === 'name' ? choice : { role: null };
    const known = articles.flatMap(({ author, publisher }) => [
      ...(role === 'publisher' ? [] : [author]),
      ...(role === 'author' ? [] : [publisher]),
    ]);
    return {
      asked: 'articles',
      statements: statedFirst(
        withoutNulls(chosen.articles.map((article) => citedStatement(article, chosen.fact))),
      ),
      choice,
      undated: undated + left,
      names: chosen.articles.length === 0 && choice.by === 'name' ? distinctNames(known) : [],
    };
  }

  const { fact } = question;
  const named = articlesNamed(question.name, query.phrases, articles);
  if (named === null) return null;
  if (named === 'unnamed' && admitted === 'all') {
    const isAll = /^(?:(?:all |of )*(?:the |these |your )?(?:articles|pieces))?$/i.test(question.name);
    if (!isAll) return 'sources';
  }
  const asked = named === 'unnamed' ? allowed : named.filter((article) => allowed.includes(article));
  return {
    asked: fact,
    statements: statedFirst(withoutNulls(asked.map((article) => statementOf(fact, article)))),
    choice: null,
    undated,
    names: [],
  };
}
