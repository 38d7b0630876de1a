import type { LinkTo } from '../../../corpus/links.ts';
import type { Drawn, Occurrence, Step } from '../../../digest/records.ts';
import type { DigestAnswer } from '../../../digest/types.ts';
import { plural } from '../../plural.ts';
import type { Block, Run } from '../../types.ts';
import { note } from '../remarks.ts';
import { code, echo, say } from '../words.ts';
import { buttons, canPost, noPostsNote, onAction, previewAction, statusAction } from './notes.ts';
import { excerptQuotation } from './post.ts';
import { dateInWords, momentInWords, reasonInWords } from './words.ts';

type Why = Extract<DigestAnswer, { occurrence: unknown }>;

/** Steps of a delivery that are shown, the latest ones; one that was refused for hours has more. */
const MOST_STEPS = 20;

const stepInWords: Readonly<Record<Step['step'], string>> = {
  drawn: 'drawn',
  claimed: 'claimed for sending',
  sent: 'posted',
  limited: 'the platform asked to wait',
  failed: 'the platform was not reached',
  refused: 'refused',
  'in doubt': 'sent, but no clear answer came',
  found: 'found in the channel',
  'not found': 'not found in the channel',
  unknown: 'cannot be known',
  skipped: 'skipped',
};

/** `2026-11-23 00:30:00.012`, of UTC. */
const utc = (at: number): string => new Date(at).toISOString().replace('T', ' ').replace('Z', '');

function stepRuns({ at, step, fence, detail = '' }: Step): readonly Run[] {
  const holder = step === 'claimed' ? `, fence ${fence}` : '';
  const said = detail.trim() === '' ? '' : ` (${echo(detail)})`;
  return [code(utc(at)), say(` ${stepInWords[step]}${holder}${said}`)];
}

function deliveryRecord({ steps }: Occurrence): readonly Block[] {
  const shown = steps.slice(-MOST_STEPS);
  const left = steps.length - shown.length;
  const more =
    left === 0 ? '' : `, the last ${MOST_STEPS} steps; scripts get the ${left} before them as well`;
  return [
    { type: 'paragraph', runs: [say(`Its delivery, in UTC${more}:`)] },
    { type: 'list', items: shown.map(stepRuns) },
  ];
}

type DrawRecord = Pick<Drawn, 'round' | 'position' | 'of' | 'seed'>;

/** How anyone can come to the same draw. */
const drawBlocks = ({ round, position, of, seed }: DrawRecord): readonly Block[] => [
  {
    type: 'paragraph',
    runs: [
      say(`Round ${round}, number ${position} of ${plural(of, 'excerpt')}, seed `),
      code(seed),
      say('.'),
    ],
  },
  {
    type: 'note',
    runs: [
      say('To check it: articles take turns; of the one whose turn it is, the excerpt comes whose '),
      code(`${seed}:${round}:WORDS`),
      say(', with its words in lower case and no marks, has the lowest SHA-256.'),
    ],
  },
];

/** What became of the post. */
function outcome({ state, reason, link, message }: Occurrence): readonly Run[] {
  const why = reason === null ? '' : `: ${reasonInWords[reason]}`;
  switch (state) {
    case 'pending':
      return [say('It waits to be posted.')];
    case 'sending':
      return [say('It is on its way, or being looked for in the channel.')];
    case 'sent':
      return link === null
        ? [say('It was posted.')]
        : [say('It was posted: see '), { text: 'the post', link }, say('.')];
    case 'refused':
      return [
        say(`It was refused${why}.${message === null ? '' : ' It is tried again until it is too late.'}`),
      ];
    case 'unknown':
      return [say('Whether it was posted cannot be known, so it is not sent again.')];
    case 'skipped':
      return [say(`That day has no post${why}.`)];
  }
}

function presentOccurrence(
  { occurrence, due, excerpt }: Why,
  post: Occurrence,
  linkTo: LinkTo,
): readonly Block[] {
  const { drawn } = post;
  const gone: Block = {
    type: 'paragraph',
    runs: [
      say('Its excerpt was from '),
      code(drawn?.passage ?? ''),
      say('. The articles no longer have it as it was, so it is not quoted.'),
    ],
  };
  return [
    {
      type: 'heading',
      text: `${drawn === null ? 'No post' : 'Why this excerpt'}, ${dateInWords(post.date)}`,
    },
    ...(drawn === null ? [] : [excerpt === null ? gone : excerptQuotation(excerpt, linkTo)]),
    {
      type: 'paragraph',
      runs: [...(due === null ? [] : [say(`It was due on ${momentInWords(due)}. `)]), ...outcome(post)],
    },
    ...(drawn === null ? [] : drawBlocks(drawn)),
    ...(occurrence === null ? [] : deliveryRecord(occurrence)),
    buttons([statusAction]),
  ];
}

/** @param date the day that was asked for, `YYYY-MM-DD`; null for the latest. */
export function presentWhy(answer: Why, date: string | null, linkTo: LinkTo): readonly Block[] {
  const { occurrence, draw, state } = answer;
  if (occurrence !== null) return presentOccurrence(answer, occurrence, linkTo);
  const none = date === null ? 'Nothing has been posted here yet.' : `There is no post of ${date} here.`;
  const { due } = state;
  if (draw === null) {
    return [
      { type: 'heading', text: 'Nothing to explain' },
      { type: 'paragraph', runs: [say(none)] },
      ...noPostsNote(state),
      buttons([...(state.state === 'on' ? [] : [onAction(state)]), previewAction]),
    ];
  }
  const comes =
    due === null
      ? 'This would come next:'
      : `This ${canPost(state) ? 'comes' : 'would come'} next, on ${momentInWords(due)}:`;
  return [
    { type: 'heading', text: 'Nothing to explain yet' },
    { type: 'paragraph', runs: [say(`${none} ${comes}`)] },
    excerptQuotation(draw.excerpt, linkTo),
    ...drawBlocks(draw),
    ...(state.state === 'on' ? [note('New articles or other filters change what comes.')] : []),
    ...noPostsNote(state),
    buttons([statusAction]),
  ];
}
