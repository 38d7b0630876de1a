import type { Answer } from '../../command/types.ts';
import type { LinkTo } from '../../links.ts';
import { writeFilters, writeQuery } from '../../search/query.ts';
import type { Correction, Hit, Query } from '../../search/types.ts';
import type { Action, Block } from '../types.ts';
import { citeAction, EXCERPT, openAction, quote, shareAction, sourceAction } from './quotation.ts';
import { listed, plural, quoted, say, strong } from './words.ts';

type Of<Kind extends Answer['kind']> = Extract<Answer, { kind: Kind }>;

/** Characters of a passage around the sentence that answers. */
const ANSWER = 900;

const note = (text: string): Block => ({ type: 'note', runs: [say(text)] });

/** What was looked for in place of what was typed, and what was not looked for at all. */
function remarks(answer: {
  readonly query: Query;
  readonly corrections: readonly Correction[];
  readonly missing: readonly string[];
  readonly undated: number;
  readonly kind: Answer['kind'];
}): readonly Block[] {
  const { corrections, missing, undated, kind } = answer;
  const used = corrections.map((each) => quoted(each.used));
  const typed = corrections.map((each) => quoted(each.typed));
  return [
    ...(used.length === 0
      ? []
      : [
          note(
            `${kind === 'nothing' ? 'Also looked for' : 'Showing results for'} ${listed(used)}: the corpus does not have ${listed(typed, 'or')}.`,
          ),
        ]),
    ...(missing.length === 0
      ? []
      : [
          note(
            `Not in the corpus: ${listed(missing.slice(0, 12).map(quoted))}${missing.length > 12 ? ` and ${plural(missing.length - 12, 'more word')}` : ''}.`,
          ),
        ]),
    ...(undated === 0
      ? []
      : [
          note(
            `Left out for having no date: ${plural(undated, 'article')}. Date filters find dated articles only.`,
          ),
        ]),
  ];
}

const hitActions = (hit: Hit, url: string): readonly Action[] => [
  openAction(hit),
  citeAction(hit),
  sourceAction(url),
];

const narrowed = (query: Query): string => {
  const filters = writeFilters(query.filters);
  return filters === '' ? '' : `, ${filters}`;
};

/** What a phrase holds as plain words: outside its marks a colon would name a filter, a minus leave out. */
const asWords = (phrase: string): string =>
  phrase
    .split(/\s+/u)
    .flatMap((word) => word.replace(/^-+/u, '').split(':'))
    .filter((word) => word !== '')
    .join(' ');

/** The words as they were understood; a phrase alone has its marks already. */
const looked = (query: Query): string => {
  const line = writeQuery({ ...query, filters: {} });
  const phrase = query.phrases.length === 1 ? query.phrases[0] : undefined;
  return quoted(phrase !== undefined && line === `"${phrase}"` ? phrase : line);
};

export function presentHits(answer: Of<'hits'>, command: string, linkTo: LinkTo): readonly Block[] {
  const { query, hits, total, complete, page, pages, common } = answer;
  const onPage = pages > 1 ? `, page ${page} of ${pages}` : '';
  const turn = (label: string, to: number): Action => ({
    type: 'run',
    label,
    command: `search ${writeQuery(query)}${to === 1 ? '' : ` page:${to}`}`,
  });
  const paging = [
    ...(page < pages ? [turn('More passages', page + 1)] : []),
    ...(page > 1 ? [turn('Earlier passages', page - 1)] : []),
  ];
  return [
    { type: 'heading', text: `${plural(total, 'passage')} for ${looked(query)}${narrowed(query)}${onPage}` },
    ...remarks(answer),
    ...(common
      ? [note('These words are so common that they are looked for only when there are no others.')]
      : []),
    ...(complete > 0 && complete < total
      ? [note(`${complete === 1 ? 'One passage has' : `${complete} passages have`} every word.`)]
      : []),
    ...hits.map((hit) =>
      quote(
        hit,
        {
          sentence: hit.sentence,
          marks: hit.matches,
          most: EXCERPT,
          actions: hitActions(hit, linkTo(hit.article, hit.paragraph).url),
        },
        linkTo,
      ),
    ),
    { type: 'actions', actions: [...paging, shareAction(command)] },
  ];
}

export function presentAnswer(answer: Of<'answer'>, command: string, linkTo: LinkTo): readonly Block[] {
  const { query, hits, missing } = answer;
  return [
    { type: 'heading', text: `${looked(query)}${narrowed(query)}` },
    ...remarks(answer),
    ...(missing.length === 0 ? [] : [note('These passages may not answer the whole question.')]),
    ...hits.map((hit) =>
      quote(
        hit,
        {
          sentence: hit.sentence,
          marks: [hit.sentence],
          most: ANSWER,
          actions: hitActions(hit, linkTo(hit.article, hit.paragraph).url),
        },
        linkTo,
      ),
    ),
    {
      type: 'actions',
      actions: [
        { type: 'run', label: 'All passages', command: `search ${writeQuery(query)}` },
        shareAction(command),
      ],
    },
  ];
}

export function presentNothing(answer: Of<'nothing'>): readonly Block[] {
  const { asked, query, known, nearest } = answer;
  const filters = writeFilters(query.filters);
  const subject = { search: 'No passage has', ask: 'The corpus does not say:', random: 'No excerpt is left' }[
    asked
  ];
  const heading =
    asked === 'random' ? `${subject} with ${filters}` : `${subject} ${looked(query)}${narrowed(query)}`;
  const unfiltered = `${asked} ${writeQuery({ ...query, filters: {} })}`;
  const widened = filters !== '' && asked !== 'random';
  const unquoted = {
    ...query,
    words: [query.words, ...query.phrases.map(asWords)].join(' ').trim(),
    phrases: [],
  };
  const actions: Action[] = [
    ...(query.phrases.length === 0
      ? []
      : [
          {
            type: 'run' as const,
            label: 'Without the quotation marks',
            command: `${asked} ${writeQuery(unquoted)}`,
          },
        ]),
    ...(widened ? [{ type: 'run' as const, label: 'Without the filters', command: unfiltered }] : []),
    ...known
      .slice(0, 3)
      .filter((word) => !(widened && `search ${word}` === unfiltered))
      .map((word): Action => ({ type: 'run', label: `Search ${word}`, command: `search ${word}` })),
    ...(nearest === null
      ? []
      : [
          {
            type: 'run' as const,
            label: 'Open the nearest passage',
            command: `open ${nearest.paragraph.id}`,
          },
        ]),
    { type: 'run', label: 'Sources', command: 'sources' },
  ];
  return [
    { type: 'heading', text: heading },
    ...remarks(answer),
    ...(known.length === 0 ? [] : [note(`The corpus does have ${listed(known.slice(0, 12).map(quoted))}.`)]),
    ...(nearest === null
      ? []
      : [
          {
            type: 'paragraph' as const,
            runs: [
              say('The passage that comes nearest is '),
              strong(nearest.paragraph.id),
              say(` in ${quoted(nearest.article.title)}. It does not answer the question.`),
            ],
          },
        ]),
    { type: 'actions', actions },
  ];
}
