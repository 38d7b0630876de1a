import type { LinkTo } from '../../../corpus/links.ts';
import type { Platform } from '../../../digest/platform.ts';
import type { Subscription } from '../../../digest/records.ts';
import type { Draw, Excerpt, Moment } from '../../../digest/types.ts';
import type { Action, Message, Quotation, Run } from '../../types.ts';
import { citeAction, openAction, quotePassage, relatedAction, sourceAction } from '../quotation.ts';
import { code, say } from '../words.ts';
import { clockOf, dateInWords, switchOn } from './words.ts';

/** The excerpt alone, what its passage says beside it named as left out. */
export function excerptQuotation(excerpt: Excerpt, linkTo: LinkTo, more: readonly Action[] = []): Quotation {
  const { url } = linkTo(excerpt.article, excerpt.paragraph);
  const actions: readonly Action[] = [
    { ...openAction(excerpt), label: 'Read on' },
    relatedAction(excerpt),
    citeAction(excerpt),
    ...more,
    sourceAction(url),
  ];
  return quotePassage(excerpt, { sentence: excerpt, marks: [], most: 0, actions }, linkTo);
}

export const whyAction = (date: string): Action => ({
  type: 'run',
  label: 'Why this one',
  command: `digest why ${date}`,
});

/**
 * The daily post.
 *
 * @param date the local date that it is for, `YYYY-MM-DD`.
 */
export const presentPost = ({ excerpt }: Pick<Draw, 'excerpt'>, date: string, linkTo: LinkTo): Message => ({
  blocks: [
    { type: 'heading', text: `Excerpt of the day, ${dateInWords(date)}` },
    excerptQuotation(excerpt, linkTo, [whyAction(date)]),
  ],
  omitted: [],
});

/** A post that could not go out in time says so, right under its heading. */
export function markedLate(message: Message, due: Moment): Message {
  const [heading, ...rest] = message.blocks;
  const late = { type: 'note', runs: [say(`Late: this was due at ${clockOf(due)}.`)] } as const;
  return heading?.type === 'heading'
    ? { ...message, blocks: [heading, late, ...rest] }
    : { ...message, blocks: [late, ...message.blocks] };
}

/** Told to whoever set a digest up, when every post of 14 days was refused. It is read outside of the channel. */
export function presentPaused(subscription: Subscription, { posting }: Platform): Message {
  const { filters, channel } = subscription;
  const link = posting?.channelUrl(subscription);
  const where: Run = { text: `channel ${channel}`, ...(link === undefined ? {} : { link }) };
  return {
    blocks: [
      { type: 'heading', text: 'The daily digest is paused' },
      {
        type: 'paragraph',
        runs: [
          say('Every post to '),
          where,
          say(' was refused for 14 days, so the desk has stopped trying.'),
        ],
      },
      {
        type: 'paragraph',
        runs: [
          code('digest status'),
          say(' in that channel says what is wrong. Once it is mended, '),
          code(switchOn(filters)),
          say(' there goes on where the round stopped.'),
        ],
      },
    ],
    omitted: [],
  };
}
