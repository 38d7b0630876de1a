import type { AnswerOf } from '../../command/types.ts';
import type { LinkTo } from '../../corpus/links.ts';
import { plural } from '../plural.ts';
import type { Block, Run } from '../types.ts';
import {
  citeAction,
  EXCERPT_LENGTH,
  openAction,
  quotePassage,
  runAction,
  shareAction,
  sourceAction,
} from './quotation.ts';
import { filtersBehind, note, wordsInQuotes } from './remarks.ts';
import { listed, quoted, say, strong } from './words.ts';

type About = AnswerOf<'about'>;
type Statement = About['statements'][number];
type Choice = NonNullable<About['choice']>;

/** Articles that one message cites; the others are counted, and `sources` lists them. */
const MOST_ARTICLES = 5;

/** Names to choose from where no article goes by the one that was asked for. */
const MOST_MAKERS = 12;

/** What an article states of the fact that was asked for; the line that is quoted below shows it. */
function stated(asked: About['asked'], { value, role, by }: Statement): readonly Run[] {
  const source = by === 'front matter' ? ', says its file’s front matter:' : ':';
  switch (asked) {
    case 'author':
      if (value !== null) return [say('Its author is '), strong(value), say(source)];
      if (role !== null)
        return [say('The author is not named. The article says who it is: '), strong(role), say('.')];
      return [say('Author not given: the file does not say who wrote it.')];
    case 'publisher':
      return value === null
        ? [say('Publisher not given: the file does not say who published it.')]
        : [say('It was published by '), strong(value), say(source)];
    case 'date':
      return value === null
        ? [say('Undated: the file does not say when it was published.')]
        : [say('It was published on '), strong(value), say(source)];
    case 'articles':
      return [];
  }
}

type Bound = Extract<Choice, { by: 'date' }>['since'];

function during(since: Bound, until: Bound): string {
  if (since !== null && until !== null) {
    return since.period === until.period
      ? `published in ${since.period}`
      : `published from ${since.period} to ${until.period}`;
  }
  if (since !== null) return `published ${since.included ? 'since' : 'after'} ${since.period}`;
  return until === null ? '' : `published ${until.included ? 'until' : 'before'} ${until.period}`;
}

/** "2 articles by “He Yin”", "No article from 2021". */
function choiceInWords(choice: Choice, n: number): string {
  const articles = n === 0 ? 'No article' : plural(n, 'article');
  switch (choice.by) {
    case 'all':
      return articles;
    case 'name':
      return `${articles} ${choice.role === 'publisher' ? 'published by' : 'by'} ${quoted(choice.name)}`;
    case 'date':
      return `${articles} ${during(choice.since, choice.until)}`;
    case 'nothing':
      return `${articles} ${choice.lacking === 'date' ? 'without a date' : `that ${n === 1 ? 'names' : 'name'} no ${choice.lacking}`}`;
  }
}

function choiceRemarks({ asked, statements, choice, undated, names, query }: About): readonly Block[] {
  const left = `Left out for having no date: ${plural(undated, 'article')}.`;
  const none = asked !== 'articles' && statements.length === 0;
  return [
    ...(none ? [note(`No article is left${filtersBehind(query)}.`)] : []),
    ...(choice?.by === 'name' && names.length > 0
      ? [
          note(
            `The articles name ${listed(names.slice(0, MOST_MAKERS).map(quoted))}${names.length > MOST_MAKERS ? ` and ${names.length - MOST_MAKERS} more` : ''}.`,
          ),
        ]
      : []),
    ...(undated === 0 ? [] : [note(left)]),
  ];
}

/** What the articles state of themselves, each with the line that says it or under its title. */
export function presentAboutArticles(answer: About, command: string, linkTo: LinkTo): readonly Block[] {
  const { asked, statements, choice, query } = answer;
  const heading =
    choice === null
      ? `${wordsInQuotes(query)}${filtersBehind(query)}`
      : `${choiceInWords(choice, statements.length)}${filtersBehind(query)}`;
  const shown = statements.slice(0, MOST_ARTICLES);
  const more = statements.length - shown.length;
  return [
    { type: 'heading', text: heading },
    ...choiceRemarks(answer),
    ...shown.flatMap((statement): Block[] => {
      const runs = stated(asked, statement);
      const { url } = linkTo(statement.article, statement.paragraph);
      const quotation = quotePassage(
        statement,
        {
          sentence: statement.paragraph,
          marks: [],
          most: EXCERPT_LENGTH,
          actions: [openAction(statement), citeAction(statement), sourceAction(url)],
        },
        linkTo,
      );
      return runs.length === 0 ? [quotation] : [{ type: 'paragraph', runs }, quotation];
    }),
    ...(more === 0 ? [] : [note(`${plural(more, 'more article')}: the sources list them all.`)]),
    {
      type: 'actions',
      actions: [runAction('Sources', 'sources'), shareAction(command)],
    },
  ];
}
