import type { Answer, CommandSpec, Option } from '../../command/types.ts';
import type { LinkTo } from '../../corpus/links.ts';
import { searched } from '../../document/passage.ts';
import type { Article } from '../../document/types.ts';
import { tokens } from '../../language/tokens.ts';
import { plural } from '../plural.ts';
import type { Action, Block, Run } from '../types.ts';
import { shareAction } from './quotation.ts';
import { code, say, strong } from './words.ts';

type Of<Kind extends Answer['kind']> = Extract<Answer, { kind: Kind }>;

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

export function presentSources({ articles, faults }: Of<'sources'>, linkTo: LinkTo): readonly Block[] {
  return [
    { type: 'heading', text: plural(articles.length, 'article') },
    { type: 'list', items: articles.map((article) => sourceItem(article, linkTo)) },
    ...(faults.length === 0
      ? []
      : [
          { type: 'note' as const, runs: [say(`${plural(faults.length, 'file')} could not be read:`)] },
          {
            type: 'list' as const,
            items: faults.map(({ file, problem, remedy }) => [code(file), say(`: ${problem}; ${remedy}.`)]),
          },
        ]),
    {
      type: 'actions',
      actions: [{ type: 'run', label: 'An excerpt', command: 'random' }, shareAction('sources')],
    },
  ];
}

const tryIt = (command: string): Action => ({ type: 'run', label: command, command });

/** A command's options, or those of all that it can do, each named once. */
function optionsOf({ options, actions = [] }: CommandSpec): readonly Option[] {
  const all = [...options, ...actions.flatMap((action) => action.options)];
  return [...new Map(all.map((option) => [option.name, option])).values()];
}

function helpFor(spec: CommandSpec): readonly Block[] {
  const bare = optionsOf(spec).filter(({ written }) => written === 'bare');
  const filters = optionsOf(spec).filter(({ written }) => written === 'filter');
  const actions = (spec.actions ?? []).map(({ name, summary }) => [code(name), say(` ${summary}`)]);
  const described = [...bare, ...filters].map(({ name, summary, written }) => [
    code(written === 'filter' ? `${name}:` : name.toUpperCase()),
    say(` ${summary}`),
  ]);
  return [
    { type: 'heading', text: spec.verb },
    { type: 'paragraph', runs: [say(`${spec.summary}.`)] },
    { type: 'code', text: spec.usage },
    ...(actions.length === 0 ? [] : [{ type: 'list' as const, items: actions }]),
    ...(described.length === 0 ? [] : [{ type: 'list' as const, items: described }]),
    { type: 'actions', actions: spec.examples.map(({ line }) => tryIt(line)) },
  ];
}

export function presentHelp({ topic, commands }: Of<'help'>): readonly Block[] {
  if (topic !== null) return helpFor(topic);
  const examples = commands.flatMap(({ verb, examples: [first] }) => (verb === 'help' ? [] : [first.line]));
  return [
    { type: 'heading', text: 'What the desk can do' },
    { type: 'list', items: commands.map(({ verb, summary }) => [code(verb), say(` ${summary}`)]) },
    {
      type: 'note',
      runs: [
        say(
          'Words without a command are a question if they read as one, a quotation to check if they hold one in quotation marks, and else a search. Every quotation is exact and carries its source.',
        ),
      ],
    },
    { type: 'actions', actions: examples.map(tryIt) },
  ];
}
