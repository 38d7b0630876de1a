import type { DigestAnswer, DigestState } from '../../../digest/types.ts';
import { plural } from '../../plural.ts';
import type { Block, Run } from '../../types.ts';
import { code, say, strong } from '../words.ts';
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
import { drawSource, nothingHere, presentStatus } from './state.ts';
import { daysInWords, momentInWords, reasonInWords, remedyFor } from './words.ts';

type OnAnswer = Extract<DigestAnswer, { zoneFrom: unknown }>;
type SkipAnswer = Extract<DigestAnswer, { action: 'skip'; skipped: unknown }>;

/** Where a zone that was not typed comes from, and how to have another. */
function zoneNote({ zoneFrom, state }: OnAnswer): readonly Block[] {
  const { schedule, filters, platform } = state;
  if (zoneFrom === 'typed' || schedule === null) return [];
  const { zone, time } = schedule;
  const from = {
    profile: `from your ${platform.name} profile`,
    setting: 'the desk’s own, since yours is not known',
    before: 'as before',
  }[zoneFrom];
  const other = zone === 'Europe/London' ? 'Asia/Shanghai' : 'Europe/London';
  return [
    {
      type: 'note',
      runs: [
        say(`The zone is ${zone}, ${from}. For another: `),
        code(`digest on ${time} ${other} ${filters}`.trimEnd()),
        say('.'),
      ],
    },
  ];
}

function obstacleBlocks({ obstacle, state }: OnAnswer): readonly Block[] {
  if (obstacle === null) return [];
  const runs: readonly Run[] = [
    strong('Posts cannot arrive yet'),
    say(`: ${reasonInWords[obstacle]}. `),
    ...remedyFor(obstacle, state.platform),
  ];
  return [{ type: 'paragraph', runs }];
}

const next = (state: DigestState): string =>
  `The ${state.last === null ? 'first' : 'next'} excerpt ${canPost(state) ? 'comes' : 'would come'} on`;

export function presentOn(answer: OnAnswer): readonly Block[] {
  const { state } = answer;
  const { schedule, due, round, filters } = state;
  // What the command has switched on is on; a person who meets another state here is told what there is.
  if (schedule === null || due === null) return presentStatus(state);
  return [
    { type: 'heading', text: canPost(state) ? 'The daily digest is on' : 'The daily digest is set' },
    {
      type: 'paragraph',
      runs: [
        say(`${next(state)} ${momentInWords(due)}, then ${daysInWords(schedule.days)} at ${schedule.time}.`),
      ],
    },
    {
      type: 'paragraph',
      runs: [
        say('It draws from '),
        ...drawSource(filters),
        say(
          round === null ? '.' : `: ${plural(round.of, 'excerpt')}, each shown once before any comes again.`,
        ),
      ],
    },
    ...obstacleBlocks(answer),
    ...zoneNote(answer),
    ...noPostsNote(state),
    buttons([previewAction, statusAction, skipAction, offAction]),
  ];
}

export function presentOff(state: DigestState): readonly Block[] {
  if (state.schedule === null) return nothingHere(state);
  return [
    { type: 'heading', text: 'The daily digest is off' },
    {
      type: 'paragraph',
      runs: [
        say(
          canPost(state)
            ? 'Nothing more is posted here. Its round is kept: switched on again, it goes on where it stopped.'
            : 'Its round is kept: switched on again, it goes on where it stopped.',
        ),
      ],
    },
    ...noPostsNote(state),
    buttons([onAction(state), statusAction]),
  ];
}

export function presentSkip({ skipped, state }: SkipAnswer): readonly Block[] {
  if (skipped === null) return presentStatus(state);
  return [
    { type: 'heading', text: 'Skipped' },
    {
      type: 'paragraph',
      runs: [
        say(`Nothing comes on ${momentInWords(skipped)}.`),
        say(state.due === null ? '' : ` ${next(state)} ${momentInWords(state.due)}.`),
      ],
    },
    ...noPostsNote(state),
    buttons([skipAction, previewAction, statusAction]),
  ];
}
