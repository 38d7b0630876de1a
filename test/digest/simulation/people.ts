import type { Day, Place } from '../../../src/digest/records.ts';
import type { Asked, Asker, DigestCommand } from '../../../src/digest/types.ts';
import { pick } from '../../bench/random.ts';
import { platformOf } from '../../platforms.ts';
import { publishers } from './articles.ts';

const zones = [
  'UTC',
  'America/New_York',
  'Asia/Kathmandu',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'Pacific/Apia',
  'America/St_Johns',
  'Africa/Casablanca',
  'Asia/Shanghai',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'America/Nuuk',
] as const;

const times = [
  '00:00',
  '00:15',
  '01:30',
  '02:00',
  '02:15',
  '02:30',
  '09:00',
  '12:45',
  '22:30',
  '23:59',
] as const;

const week: readonly Day[] = [1, 2, 3, 4, 5, 6, 7];

const asker: Asker = {
  zone: async () => null,
  manages: async () => true,
  obstacle: async () => null,
};

export const askedIn = ({ platform, workspace, channel }: Place): Asked => ({
  platform: platformOf(platform),
  place: { platform, workspace, channel },
  user: 'U1',
  asker,
});

const clock = (random: () => number): string => {
  const minutes = Math.floor(random() * 24 * 60);
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
};

/** Switches a digest on, or changes it, at some time in some zone. */
export function switchOn(random: () => number): DigestCommand {
  const days = week.filter(() => random() < 0.6);
  return {
    verb: 'digest',
    action: 'on',
    time: random() < 0.5 ? pick(times, random) : clock(random),
    zone: random() < 0.5 ? pick(zones, random) : null,
    days: random() < 0.8 || days.length === 0 ? week : days,
    filters: random() < 0.2 ? `from:"${pick(publishers, random)}"` : '',
  };
}

export const switchOff: DigestCommand = { verb: 'digest', action: 'off' };

/** What somebody types in a channel next. */
export function whatever(random: () => number): DigestCommand {
  const roll = random();
  if (roll < 0.45) return switchOn(random);
  if (roll < 0.6) return switchOff;
  if (roll < 0.8) return { verb: 'digest', action: 'skip' };
  if (roll < 0.9) return { verb: 'digest', action: 'preview' };
  return { verb: 'digest', action: roll < 0.95 ? 'status' : 'why', date: null };
}
