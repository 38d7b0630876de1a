import type { AnswerOf } from '../../command/types.ts';
import type { LinkTo } from '../../corpus/links.ts';
import { searched } from '../../document/passage.ts';
import type { Article } from '../../document/types.ts';
import { tokens } from '../../language/tokens.ts';
import { plural } from '../plural.ts';
import type { Block, Run } from '../types.ts';
import { runAction, shareAction } from './quotation.ts';
import { note } from './remarks.ts';
import { code, say, strong } from './words.ts';

function sourceItem(article: Article, linkTo: LinkTo): readonly Run[] {
  const first = article.paragraphs[0];
  const words = searched(article).reduce(
    (sum, { start, end }) => sum + tokens(article.text.slice(start, end)).length,
    0,
  );
  const site = article.publisherSite === null ? '' : ` (${article.publisherSite})`;
  const author =
    article.author ??
    (article.authorRole === null ? 'author not given' : `author not named (${article.authorRole})`);
  const facts = [
    author,
    article.publisher === null ? 'publisher not given' : `${article.publisher}${site}`,
    article.published ?? 'undated',
    `${plural(searched(article).length, 'passage')}, ${plural(words, 'word')}`,
  ];
  const id: Run =
    first === undefined ? code(article.id) : { text: article.id, link: linkTo(article, first).url };
  return [strong(article.title), say(` · ${facts.join(' · ')} · `), id];
}

export function presentSources({ articles, faults }: AnswerOf<'sources'>, linkTo: LinkTo): readonly Block[] {
  return [
    { type: 'heading', text: plural(articles.length, 'article') },
    { type: 'list', items: articles.map((article) => sourceItem(article, linkTo)) },
    ...(faults.length === 0
      ? []
      : [
          note(`${plural(faults.length, 'file')} could not be read:`),
          {
            type: 'list' as const,
            items: faults.map(({ file, problem, remedy }) => [code(file), say(`: ${problem}; ${remedy}.`)]),
          },
        ]),
    {
      type: 'actions',
      actions: [runAction('An excerpt', 'random'), shareAction('sources')],
    },
  ];
}
