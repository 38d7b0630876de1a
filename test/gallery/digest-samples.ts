import type { Corpus } from '../../src/corpus/types.ts';
import type { Drawn, Occurrence, Place, Schedule, Step, Subscription } from '../../src/digest/records.ts';
import type { DigestAnswer, DigestState, Draw, Excerpt, Moment } from '../../src/digest/types.ts';
import { platformOf } from '../platforms.ts';

export const place = (platform: Place['platform'] = 'slack'): Place => ({
  platform,
  workspace: platform === 'terminal' ? '' : 'T012AB3CD',
  channel: platform === 'terminal' ? '' : 'C012AB3CD',
});

/** Slack and Discord by turns. */
export const byTurns = (at: number): Place => place(at % 2 === 0 ? 'slack' : 'discord');

export const schedule: Schedule = { zone: 'Asia/Shanghai', time: '08:30', days: [1, 2, 3, 4, 5] };

/** 08:30 in Shanghai on a day of the week that starts with Monday 2026-11-23. */
function shanghai(day: 23 | 24 | 25 | 26 | 27, weekday: Moment['weekday']): Moment {
  const date = `2026-11-${day}`;
  return {
    at: Date.parse(`${date}T00:30:00Z`),
    zone: 'Asia/Shanghai',
    date,
    time: '08:30',
    weekday,
    offset: '+08:00',
    iso: `${date}T08:30:00+08:00[Asia/Shanghai]`,
  };
}

export const monday = shanghai(23, 1);
export const tuesday = shanghai(24, 2);
export const SEED = '0123456789abcdef';

/** The passage's first sentence, or its first two. */
export function excerptOf(corpus: Corpus, id: string, sentences: 1 | 2 = 1): Excerpt {
  const article = corpus.articles.get(id.slice(0, id.indexOf(':')));
  const paragraph = article?.paragraphs.find((each) => each.id === id);
  const first = paragraph?.sentences[0];
  const last = paragraph?.sentences[sentences - 1];
  if (article === undefined || paragraph === undefined || first === undefined || last === undefined) {
    throw new RangeError(`No ${sentences} sentences in ${id}`);
  }
  return { article, paragraph, start: first.start, end: last.end };
}

export const drawOf = (excerpt: Excerpt): Draw => ({ excerpt, round: 2, position: 12, of: 47, seed: SEED });

const drawnOf = ({ article, paragraph, start, end }: Excerpt): Drawn => ({
  round: 2,
  position: 12,
  of: 47,
  seed: SEED,
  article: article.id,
  passage: paragraph.id,
  start,
  end,
  text: article.text.slice(start, end),
});

export const step = (at: number, what: Step['step'], fence: number, detail?: string): Step => ({
  at: monday.at + at,
  step: what,
  fence,
  ...(detail === undefined ? {} : { detail }),
});

/** A post that arrived, or whatever `more` makes of it. */
export const occurrenceOf = (excerpt: Excerpt, more: Partial<Occurrence> = {}): Occurrence => ({
  ...place(),
  date: monday.date,
  due: monday.at,
  zone: monday.zone,
  state: 'sent',
  drawn: drawnOf(excerpt),
  message: null,
  key: 'Gm5kq0dPZr_-x8Yw2vC1tA',
  fence: 1,
  notBefore: monday.at,
  sendingSince: monday.at + 120,
  sentAt: monday.at + 431,
  remoteId: '1795393800.000100',
  link: 'https://example.slack.com/archives/C012AB3CD/p1795393800000100',
  reason: null,
  steps: [step(12, 'drawn', 0), step(120, 'claimed', 1), step(431, 'sent', 1, '1795393800.000100')],
  ...more,
});

export const subscriptionOf = (more: Partial<Subscription> = {}): Subscription => ({
  ...place(),
  on: true,
  schedule,
  filters: '',
  seed: SEED,
  round: 2,
  setBy: 'U012AB3CD',
  next: null,
  refusedSince: monday.at,
  pausedAt: monday.at + 14 * 24 * 3_600_000,
  revision: 7,
  ...more,
});

export const never: DigestState = {
  platform: platformOf('slack'),
  place: place(),
  state: 'off',
  schedule: null,
  filters: '',
  due: null,
  round: null,
  last: null,
  trouble: null,
  underWay: null,
  skipped: [],
};

/** A digest that is on and has posted nothing yet. */
export const stateOf = (more: Partial<DigestState> = {}): DigestState => ({
  ...never,
  state: 'on',
  schedule,
  due: tuesday,
  round: { n: 2, left: 35, of: 47 },
  ...(more.place === undefined ? {} : { platform: platformOf(more.place.platform) }),
  ...more,
});

type On = Extract<DigestAnswer, { zoneFrom: unknown }>;

export const onAnswer = (state: DigestState, more: Partial<On> = {}): On => ({
  kind: 'digest',
  action: 'on',
  state,
  obstacle: null,
  zoneFrom: 'typed',
  ...more,
});

export const statusAnswer = (state: DigestState): DigestAnswer => ({
  kind: 'digest',
  action: 'status',
  state,
});

export const whyAnswer = (
  state: DigestState,
  occurrence: Occurrence,
  excerpt: Excerpt | null,
): DigestAnswer => ({
  kind: 'digest',
  action: 'why',
  state,
  occurrence,
  due: monday,
  excerpt,
  draw: null,
});
