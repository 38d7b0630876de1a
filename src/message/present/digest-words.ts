import { monthNames } from '../../corpus/dates.ts';
import type { Moment } from '../../digest/types.ts';
import type { RefusalReason, Schedule, SkipReason } from '../../store/digest.types.ts';
import { dayNames, writeDays } from '../../weekdays.ts';
import type { Run } from '../types.ts';
import { code, listed, say } from './words.ts';

/** `23 November 2026`; what is no ISO date stays as it is. */
export function dateInWords(date: string): string {
  const [year, month, day] = date.split('-');
  const name = monthNames[Number(month) - 1];
  return name === undefined || day === undefined ? date : `${Number(day)} ${name} ${year}`;
}

/** `Monday 23 November 2026`. */
export const dayOf = ({ weekday, date }: Pick<Moment, 'weekday' | 'date'>): string =>
  `${dayNames[weekday]} ${dateInWords(date)}`;

/** `08:30 (Asia/Shanghai)`. */
export const clockOf = ({ time, zone }: Pick<Moment, 'time' | 'zone'>): string => `${time} (${zone})`;

/** `Monday 23 November 2026 at 08:30 (Asia/Shanghai, UTC+08:00)`. */
export const momentInWords = (moment: Moment): string =>
  `${dayOf(moment)} at ${moment.time} (${moment.zone}, UTC${moment.offset})`;

/** Three days or more, one behind the other. */
const isRow = (days: Schedule['days']): boolean =>
  days.length > 2 && days.every((day, at) => at === 0 || day === (days[at - 1] ?? 0) + 1);

/** `every day`, `from Monday to Friday`, `every Monday and Thursday`. */
export function daysInWords(days: Schedule['days']): string {
  if (days.length === 7) return 'every day';
  const names = days.map((day) => dayNames[day]);
  return isRow(days) ? `from ${names[0]} to ${names.at(-1)}` : `every ${listed(names)}`;
}

/** The line that switches a digest on anew; the filters are said each time, time and days stay as they are. */
export const switchOn = (filters: string): string => `digest on ${filters}`.trimEnd();

/** The line that gives a digest this schedule and these filters, whatever it was before. */
export function switchOnAs({ time, zone, days }: Schedule, filters: string): string {
  return `digest on ${time} ${zone} ${writeDays(days)} ${filters}`.trimEnd();
}

const invite: readonly Run[] = [code('/invite @sco-desk'), say('.')];
const another = 'switch the digest on in another channel.';

const mending: Readonly<Record<RefusalReason, Readonly<Record<'slack' | 'discord', readonly Run[]>>>> = {
  'not-a-member': {
    slack: [say('Invite it: '), ...invite],
    discord: [say('Add it to the server, and give its role View Channel in this channel.')],
  },
  'no-permission': {
    slack: [
      say('Let it post in the channel’s settings, and see that the app has the scopes of '),
      code('slack-manifest.yaml'),
      say('.'),
    ],
    discord: [
      say(
        'Give its role View Channel, Send Messages (for a thread, Send Messages in Threads) and Read Message History.',
      ),
    ],
  },
  archived: {
    slack: [say('Unarchive the channel and invite the desk again: '), ...invite],
    discord: [say(`Reopen the thread, or ${another}`)],
  },
  gone: {
    slack: [
      say(`Where the channel is still there, the desk was taken out of it: invite it, `),
      code('/invite @sco-desk'),
      say(`. Else ${another}`),
    ],
    discord: [say('Switch the digest on in another channel.')],
  },
  token: {
    slack: [
      say('Whoever runs the desk has to install the app again and set '),
      code('SLACK_BOT_TOKEN'),
      say('.'),
    ],
    discord: [
      say('Whoever runs the desk has to set '),
      code('DISCORD_TOKEN'),
      say(' to the bot’s present token.'),
    ],
  },
  refused: {
    slack: [say('See that the app is allowed to post in this channel.')],
    discord: [say('See that the bot is allowed to post in this channel.')],
  },
};

/** Why a post did not arrive or a day has none, as the end of a sentence without its full stop. */
export const reasonInWords: Readonly<Record<RefusalReason | SkipReason, string>> = {
  'not-a-member': 'the desk is not a member of the channel',
  'no-permission': 'the desk has no permission to post in the channel',
  archived: 'the channel is archived',
  gone: 'the channel is no longer there',
  token: 'the platform does not take the desk’s token any more',
  refused: 'the platform does not take the post',
  missed: 'the desk could not post in time',
  asked: 'somebody asked for it',
  off: 'the digest was switched off',
  empty: 'the articles had nothing to show',
};

/** What to do so that posts arrive again. */
export const remedyFor = (reason: RefusalReason, platform: string): readonly Run[] =>
  mending[reason][platform === 'discord' ? 'discord' : 'slack'];
