import type { LinkTo } from '../../../corpus/links.ts';
import type { Platform } from '../../../digest/platform.ts';
import type { SkipReason } from '../../../digest/records.ts';
import type { DigestAnswer, DigestState, Trouble } from '../../../digest/types.ts';
import { plural } from '../../plural.ts';
import type { Block, Run } from '../../types.ts';
import { runAction } from '../quotation.ts';
import { note } from '../remarks.ts';
import { code, echo, listed, say, strong } from '../words.ts';
import {
  buttons,
  canPost,
  noPostsNote,
  offAction,
  onAction,
  previewAction,
  skipAction,
  statusAction,
} from './notes.ts';
import { excerptQuotation, whyAction } from './post.ts';
import { clockOf, dayOf, daysInWords, momentInWords, reasonInWords, remedyFor, switchOn } from './words.ts';

const inBrackets = (detail: string): string => (detail.trim() === '' ? '' : ` (${echo(detail)})`);

type ListItem = readonly Run[];

const listItem = (label: string, ...runs: readonly Run[]): ListItem => [strong(label), say(': '), ...runs];

/** What a digest draws from, as a part of a sentence. */
export const drawSource = (filters: string): readonly Run[] =>
  filters === '' ? [say('all articles')] : [say('what '), code(filters), say(' leaves')];

function scheduleLines(digest: DigestState): readonly ListItem[] {
  const { schedule, filters, due, state } = digest;
  if (schedule === null) return [];
  const next = canPost(digest) ? 'Next' : 'Next would be';
  return [
    ...(due === null ? [] : [listItem(next, say(momentInWords(due)))]),
    ...(state === 'off'
      ? []
      : [listItem('When', say(`${daysInWords(schedule.days)} at ${clockOf(schedule)}`))]),
    listItem('Articles', filters === '' ? say('all') : code(filters)),
  ];
}

function underWayLine({ underWay }: DigestState): readonly ListItem[] {
  if (underWay === null) return [];
  const { date, detail } = underWay;
  return [listItem('Under way', say(`the post of ${date}${inBrackets(detail)}`))];
}

function lastLine({ last }: DigestState): readonly ListItem[] {
  if (last === null) return [];
  const { occurrence, sent } = last;
  const { link, drawn } = occurrence;
  return [
    listItem(
      'Last',
      say(`${dayOf(sent)} at ${clockOf(sent)}`),
      ...(drawn === null ? [] : [say(', '), code(drawn.passage)]),
      ...(link === null ? [] : [say(', '), { text: 'the post', link }]),
    ),
  ];
}

function roundLine({ round }: DigestState): readonly ListItem[] {
  if (round === null) return [];
  const left =
    round.left === 0
      ? `all ${plural(round.of, 'excerpt')} shown; the next post begins another`
      : `${round.left} of ${plural(round.of, 'excerpt')} still to come`;
  return [listItem(`Round ${round.n}`, say(left))];
}

/** Days as they are typed behind `why`, those of a reason together. */
function skippedLine({ skipped }: DigestState): readonly ListItem[] {
  if (skipped.length === 0) return [];
  const reasons = [...new Set(skipped.map(({ reason }) => reason))];
  const daysOf = (reason: SkipReason): string =>
    listed(skipped.filter((each) => each.reason === reason).map(({ date }) => date));
  return [
    listItem('Skipped', say(reasons.map((each) => `${daysOf(each)} (${reasonInWords[each]})`).join('; '))),
  ];
}

/** What went wrong, and what to do about it. */
function troubleBlocks({ reason, detail, date }: Trouble, platform: Platform): readonly Block[] {
  const what: readonly Run[] =
    reason === 'unknown'
      ? [
          say(
            `Whether the post of ${date} arrived cannot be known: the connection broke, and the channel’s history cannot be read${inBrackets(detail)}. It is not sent again, so that it cannot come twice: look in the channel. So that the desk can look itself, `,
          ),
          ...remedyFor('unknown', platform),
        ]
      : [
          say(`The post of ${date} was refused: ${reasonInWords[reason]}${inBrackets(detail)}. `),
          ...remedyFor(reason, platform),
        ];
  return [{ type: 'paragraph', runs: [strong('What went wrong'), say(': '), ...what] }];
}

const headings: Readonly<Record<DigestState['state'], string>> = {
  on: 'The daily digest is on',
  off: 'The daily digest is off',
  paused: 'The daily digest is paused',
};

const pausedBlocks = ({ state, filters }: DigestState): readonly Block[] =>
  state !== 'paused'
    ? []
    : [
        {
          type: 'paragraph',
          runs: [
            say('Every post for 14 days was refused, so the desk has stopped trying. Once that is mended, '),
            code(switchOn(filters)),
            say(' goes on where the round stopped.'),
          ],
        },
      ];

/** There never was a digest in this place. */
export const nothingHere = (state: DigestState): readonly Block[] => [
  { type: 'heading', text: 'There is no daily digest here' },
  {
    type: 'paragraph',
    runs: [
      say('It would be an excerpt of the articles every day at 09:00; '),
      code('digest on'),
      say(' starts it, '),
      code('digest on 08:30 mon-fri'),
      say(' at another time.'),
    ],
  },
  ...noPostsNote(state),
  buttons([onAction(state), previewAction]),
];

export function presentStatus(state: DigestState): readonly Block[] {
  if (state.schedule === null) return nothingHere(state);
  const items = [
    ...scheduleLines(state),
    ...underWayLine(state),
    ...lastLine(state),
    ...roundLine(state),
    ...skippedLine(state),
  ];
  return [
    { type: 'heading', text: headings[state.state] },
    ...pausedBlocks(state),
    ...(items.length === 0 ? [] : [{ type: 'list' as const, items }]),
    ...(state.trouble === null ? [] : troubleBlocks(state.trouble, state.platform)),
    ...noPostsNote(state),
    buttons([
      ...(state.state === 'on' ? [previewAction, skipAction, offAction] : [onAction(state), previewAction]),
      ...(state.last === null ? [] : [whyAction(state.last.occurrence.date)]),
    ]),
  ];
}

type Preview = Extract<DigestAnswer, { action: 'preview'; draw: unknown }>;

export function presentPreview({ draw, state }: Preview, linkTo: LinkTo): readonly Block[] {
  const { due, filters, schedule } = state;
  if (draw === null) {
    return [
      { type: 'heading', text: 'Nothing to show' },
      {
        type: 'paragraph',
        runs: [say('There is no excerpt in '), ...drawSource(filters), say(', so nothing would be posted.')],
      },
      buttons([statusAction, runAction('Draw from all articles', 'digest on')]),
    ];
  }
  const when =
    due === null
      ? schedule === null
        ? 'There is no daily digest here. A post would look so:'
        : 'Nothing is due here. The next post would be:'
      : `${canPost(state) ? 'To be posted' : 'It would be posted'} on ${momentInWords(due)}:`;
  return [
    { type: 'heading', text: due === null ? 'An excerpt of the day' : 'The next excerpt of the day' },
    { type: 'paragraph', runs: [say(when)] },
    excerptQuotation(draw.excerpt, linkTo),
    ...(schedule === null
      ? []
      : [
          note(
            `Round ${draw.round}, number ${draw.position} of ${plural(draw.of, 'excerpt')}. New articles or other filters change what comes.`,
          ),
        ]),
    ...noPostsNote(state),
    buttons(due === null ? [onAction(state)] : [skipAction, statusAction]),
  ];
}
