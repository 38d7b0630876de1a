import type { Corpus } from '../../src/corpus/types.ts';
import type { Desk, Reply } from '../../src/desk/types.ts';
import type { DigestAnswer, Draw, Excerpt } from '../../src/digest/types.ts';
import { markedLate, presentPaused, presentPost } from '../../src/message/present/digest/post.ts';
import { present } from '../../src/message/present.ts';
import type { Message } from '../../src/message/types.ts';
import { platformOf } from '../platforms.ts';
import { linkTo, say } from './desk.ts';
import { digestAnswers } from './digest-answers.ts';
import {
  drawOf,
  excerptOf,
  monday,
  occurrenceOf,
  onAnswer,
  place,
  stateOf,
  statusAnswer,
  subscriptionOf,
  whyAnswer,
} from './digest-samples.ts';
import { hostileTexts } from './hostile-text.ts';

interface Exhibit {
  readonly name: string;
  readonly message: Message;
  readonly reply: Reply | null;
}

/** Typed one after another in one place, each meeting what those before it have left. */
const typed = [
  'digest',
  'digest preview',
  'digest why',
  'digest skip',
  'digest off',
  'digest on 08:30 Asia/Shanghai mon-fri',
  'digest status',
  'digest preview ',
  'digest why ',
  'digest skip ',
  'digest why 2026-11-23',
  'digest why 2026-11-24',
  'digest on 9pm from:"Global Times"',
  'digest off ',
];

/** A desk that nothing was typed to before. */
export async function typedDigests(desk: Desk): Promise<readonly Exhibit[]> {
  const exhibits: Exhibit[] = [];
  for (const line of typed) {
    const reply = await say(desk, line);
    exhibits.push({ name: `typed: ${line}`, message: reply.message, reply });
  }
  return exhibits;
}

function replyOf(answer: DigestAnswer): Reply {
  const command = `digest ${answer.action}`;
  return { command, answer, message: present(answer, command, linkTo) };
}

const made = (name: string, message: Message): Exhibit => ({ name, message, reply: null });

const posts = (name: string, draw: Draw): readonly Exhibit[] => {
  const post = presentPost(draw, monday.date, linkTo);
  return [made(`${name}, a post`, post), made(`${name}, a late post`, markedLate(post, monday))];
};

/** States that typing alone does not lead to. */
export function digestExhibits(corpus: Corpus): readonly Exhibit[] {
  const answers = [...digestAnswers(corpus)].map(([name, answer]) => {
    const reply = replyOf(answer);
    return { name: `digest, ${name}`, message: reply.message, reply };
  });
  return [
    ...answers,
    ...posts('digest', drawOf(excerptOf(corpus, 'four-point-approach:18'))),
    made('digest, paused, told on Slack', presentPaused(subscriptionOf(), platformOf('slack'))),
    made(
      'digest, paused, told on Discord',
      presentPaused(
        subscriptionOf({ ...place('discord'), filters: 'in:way-forward' }),
        platformOf('discord'),
      ),
    ),
  ];
}

const withText = (text: string, excerpt: Excerpt): ReadonlyMap<string, DigestAnswer> => {
  const link = 'https://example.org/a_(b)?x=<y>&z="q"#|*_~';
  const sent = occurrenceOf(excerpt, { link });
  const hostile = stateOf({
    filters: text,
    last: { occurrence: sent, sent: monday },
    trouble: { reason: 'refused', detail: text, date: monday.date },
  });
  return new Map<string, DigestAnswer>([
    ['on', onAnswer(hostile, { zoneFrom: 'before', obstacle: 'refused' })],
    ['status', statusAnswer(hostile)],
    ['paused', statusAnswer({ ...hostile, state: 'paused', due: null })],
    [
      'why',
      whyAnswer(
        hostile,
        occurrenceOf(excerpt, {
          link,
          steps: [{ at: monday.at, step: 'refused', fence: 1, detail: text }],
        }),
        excerpt,
      ),
    ],
    ['unavailable', { kind: 'digest', action: 'status', state: null, unavailable: text }],
  ]);
};

/** Hostile words in every place of an answer that holds other people's: filters, what a platform said, excerpts. */
export function hostileDigests(corpus: Corpus): readonly Exhibit[] {
  const article = corpus.articles.get('everything');
  if (article === undefined) throw new RangeError('The hostile corpus has no article “everything”');
  const excerpts = article.paragraphs.map(({ id }) => excerptOf(corpus, id));
  const first = excerpts[0];
  if (first === undefined) throw new RangeError('“everything” has no passage');
  const texts = Object.entries(hostileTexts).flatMap(([name, text], at) => {
    const answers = [...withText(text, first)];
    // One answer a text, by turns: every text meets every place of a message elsewhere in the gallery.
    return answers
      .filter((_, each) => each === at % answers.length)
      .map(([action, answer]) => made(`hostile digest, ${action}, ${name}`, replyOf(answer).message));
  });
  const drawn = excerpts
    .filter((_, at) => at % 4 === 0)
    .flatMap((excerpt) => posts(`hostile digest, ${excerpt.paragraph.id}`, drawOf(excerpt)));
  const told = made(
    'hostile digest, paused',
    presentPaused(
      subscriptionOf({ filters: hostileTexts['a script'] ?? '', channel: '<!channel>|@everyone' }),
      platformOf('slack'),
    ),
  );
  return [...texts, ...drawn, told];
}
