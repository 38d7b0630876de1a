import { plainDate } from '../../document/dates.ts';
import { folded } from '../../document/fold.ts';
import { bylineName, bylineRole, plainLine, publishedDate } from '../../document/kind-rules.ts';
import { textOf } from '../../document/passage.ts';
import type { Article, Paragraph, Passage } from '../../document/types.ts';
import type { Fact } from './question.ts';

/** What an article states of itself, with the line of it that is cited. */
export interface Statement extends Passage {
  /** A name, or an ISO date; null where the article does not say. */
  readonly value: string | null;
  /** How it describes an author whom it does not name. */
  readonly role: string | null;
  /** What states it: that line, or the file's front matter. */
  readonly by: 'line' | 'front matter' | 'nothing';
}

/** Whether a line around the body states the fact that the article has. */
function states(fact: Fact, article: Article, text: string): boolean {
  switch (fact) {
    case 'author':
      return article.author === null
        ? article.authorRole !== null &&
            (bylineRole(text) === article.authorRole || folded(text).includes(folded(article.authorRole)))
        : bylineName(text) === article.author;
    case 'date':
      return (
        article.published !== null &&
        (publishedDate(text) === article.published || plainDate(plainLine(text)) === article.published)
      );
    // A notice that names a publisher does not say that it published this text.
    case 'publisher':
      return false;
  }
}

const factOf = (fact: Fact, { author, publisher, published }: Article): string | null =>
  ({ author, publisher, date: published })[fact];

function naming(lines: readonly Paragraph[], article: Article, value: string): Paragraph | undefined {
  const name = ` ${folded(value)} `;
  return lines.find((line) => ` ${folded(textOf(article, line))} `.includes(name));
}

/** The paragraph that stands for an article as a whole: its title, else its first. */
export function titleOf(article: Article): Passage | null {
  const paragraph = article.paragraphs.find(({ kind }) => kind === 'title') ?? article.paragraphs[0];
  return paragraph === undefined ? null : { article, paragraph };
}

/** What an article states of a fact, with the line that states it, else one that has the name, else the title. */
export function statementOf(fact: Fact, article: Article): Statement | null {
  const title = titleOf(article);
  if (title === null) return null;
  const value = factOf(fact, article);
  const role = fact === 'author' && value === null ? article.authorRole : null;
  if (value === null && role === null) return { ...title, value, role, by: 'nothing' };
  const lines = article.paragraphs.filter(({ kind }) => kind === 'byline' || kind === 'notice');
  const stating = lines.find((line) => states(fact, article, textOf(article, line)));
  if (stating !== undefined) return { article, paragraph: stating, value, role, by: 'line' };
  const line = value === null || fact === 'date' ? undefined : naming(lines, article, value);
  return { article, paragraph: line ?? title.paragraph, value, role, by: 'front matter' };
}
