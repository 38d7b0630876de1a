import type { Corpus } from '../../src/corpus/types.ts';
import type { Occurrence } from '../../src/digest/records.ts';
import { refusalReasons, skipReasons, stepNames } from '../../src/digest/records.ts';
import type { DigestAnswer, DigestState, Draw, Moment } from '../../src/digest/types.ts';
import {
  byTurns,
  drawOf,
  excerptOf,
  monday,
  never,
  occurrenceOf,
  onAnswer,
  place,
  schedule,
  stateOf,
  statusAnswer,
  step,
  whyAnswer,
} from './digest-samples.ts';

/** What every answer can be made to say, harmlessly. Names are unique. */
export function digestAnswers(corpus: Corpus): ReadonlyMap<string, DigestAnswer> {
  const one = excerptOf(corpus, 'security-for-all:12');
  const two = excerptOf(corpus, 'four-point-approach:18', 2);
  const sent = occurrenceOf(one);
  const after = stateOf({ last: { occurrence: sent, sent: monday } });
  const paused = stateOf({ state: 'paused', due: null, filters: 'from:"Global Times"' });
  const off = stateOf({ state: 'off', due: null });
  const here = stateOf({ place: place('terminal') });
  const kept = occurrenceOf(one, { sentAt: null, remoteId: null, link: null });
  const preview = (state: DigestState, draw: Draw | null): DigestAnswer => ({
    kind: 'digest',
    action: 'preview',
    state,
    draw,
  });
  const skip = (state: DigestState, skipped: Moment | null): DigestAnswer => ({
    kind: 'digest',
    action: 'skip',
    state,
    skipped,
  });
  const none = (state: DigestState, draw: Draw | null): DigestAnswer => ({
    kind: 'digest',
    action: 'why',
    state,
    occurrence: null,
    due: null,
    excerpt: null,
    draw,
  });
  const why = (occurrence: Occurrence): DigestAnswer => whyAnswer(after, occurrence, one);
  return new Map<string, DigestAnswer>([
    ['on, the zone typed', onAnswer(stateOf())],
    ['on, the zone of the profile', onAnswer(stateOf(), { zoneFrom: 'profile' })],
    ['on, the zone set', onAnswer(stateOf({ place: place('discord') }), { zoneFrom: 'setting' })],
    ['on, the zone as before', onAnswer(after, { zoneFrom: 'before' })],
    ['on, filtered', onAnswer(stateOf({ filters: 'from:"Global Times" after:2020-01-01' }))],
    ['on, every day', onAnswer(stateOf({ schedule: { ...schedule, days: [1, 2, 3, 4, 5, 6, 7] } }))],
    ['on, two days', onAnswer(stateOf({ schedule: { ...schedule, days: [2, 5] } }))],
    ['on, where nothing is posted', onAnswer(here, { zoneFrom: 'setting' })],
    ...refusalReasons.map(
      (reason, at) =>
        [`on, obstacle ${reason}`, onAnswer(stateOf({ place: byTurns(at) }), { obstacle: reason })] as const,
    ),
    ['off', { kind: 'digest', action: 'off', state: off }],
    [
      'off, where nothing is posted',
      {
        kind: 'digest',
        action: 'off',
        state: stateOf({ place: place('terminal'), state: 'off', due: null }),
      },
    ],
    ['off, never on', { kind: 'digest', action: 'off', state: never }],
    ['status, never on', statusAnswer(never)],
    ['status, on', statusAnswer(stateOf())],
    ['status, after a post', statusAnswer(after)],
    ['status, off', statusAnswer(off)],
    ['status, paused', statusAnswer(paused)],
    ['status, where nothing is posted', statusAnswer(here)],
    ['status, the round is over', statusAnswer(stateOf({ round: { n: 2, left: 0, of: 47 } }))],
    [
      'status, days skipped',
      statusAnswer(
        stateOf({
          skipped: [
            { date: '2026-11-20', reason: 'missed' },
            { date: '2026-11-19', reason: 'missed' },
            { date: '2026-11-18', reason: 'asked' },
            { date: '2026-11-17', reason: 'off' },
            { date: '2026-11-16', reason: 'empty' },
          ],
        }),
      ),
    ],
    ...[...refusalReasons, 'unknown' as const].map(
      (reason, at) =>
        [
          `status, trouble ${reason}`,
          statusAnswer(
            stateOf({
              place: byTurns(at),
              trouble: { reason, detail: 'not_in_channel', date: monday.date },
            }),
          ),
        ] as const,
    ),
    ['preview', preview(stateOf(), drawOf(two))],
    ['preview, never on', preview(never, drawOf(one))],
    ['preview, off', preview(off, drawOf(one))],
    ['preview, where nothing is posted', preview(here, drawOf(one))],
    ['preview, nothing left', preview(stateOf({ filters: 'in:way-forward' }), null)],
    ['skip', skip(after, monday)],
    ['skip, nothing due after it', skip(stateOf({ due: null }), monday)],
    ['skip, nothing to skip', skip(never, null)],
    ['why, sent', why(sent)],
    ['why, sent, without an address', why(occurrenceOf(one, { link: null }))],
    ['why, edited since', whyAnswer(after, sent, null)],
    ['why, waiting', why({ ...kept, state: 'pending', message: '{}', steps: [step(12, 'drawn', 0)] })],
    ['why, on its way', why({ ...kept, state: 'sending', message: '{}' })],
    [
      'why, refused, tried again',
      why({
        ...kept,
        state: 'refused',
        reason: 'not-a-member',
        message: '{}',
        steps: [step(12, 'drawn', 0), step(120, 'claimed', 1), step(300, 'refused', 1, 'not_in_channel')],
      }),
    ],
    ['why, refused', why({ ...kept, state: 'refused', reason: 'archived' })],
    [
      'why, unknown',
      why({
        ...kept,
        state: 'unknown',
        steps: [
          step(12, 'drawn', 0),
          step(120, 'claimed', 1),
          step(10_120, 'in doubt', 1, 'timed out'),
          step(70_000, 'claimed', 2),
          step(70_200, 'unknown', 2, 'missing_scope'),
        ],
      }),
    ],
    [
      'why, every step',
      why(
        occurrenceOf(one, {
          steps: stepNames.map((each, at) => step(at * 1000, each, at)),
        }),
      ),
    ],
    [
      'why, many steps',
      why(occurrenceOf(one, { steps: Array.from({ length: 43 }, (_, at) => step(at * 1000, 'failed', at)) })),
    ],
    ...skipReasons.map(
      (reason) =>
        [
          `why, skipped, ${reason}`,
          why({ ...kept, state: 'skipped', reason, drawn: null, steps: [step(0, 'skipped', 0, reason)] }),
        ] as const,
    ),
    ['why, none yet', none(stateOf(), drawOf(one))],
    ['why, none yet, where nothing is posted', none(here, drawOf(one))],
    ['why, never on', none(never, null)],
    [
      'unavailable',
      {
        kind: 'digest',
        action: 'status',
        state: null,
        unavailable: 'The store in ./data is read-only. Make it writable, or name another with DATA_DIR.',
      },
    ],
  ]);
}
