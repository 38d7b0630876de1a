import { didYouMean } from '../../language/did-you-mean.ts';
import { fold } from '../../language/tokens.ts';
import type { Completion } from '../types.ts';
import {
  abbreviations,
  newerNames,
  otherCities,
  otherNames,
  wellKnown,
  zonesOfOffset,
} from './zone-names.ts';

/** What a text says of a time zone. `zones` are names that work, best first. */
export type ZoneRead =
  | { readonly kind: 'zone'; readonly zone: string }
  /** An abbreviation of several zones' times. */
  | { readonly kind: 'ambiguous'; readonly zones: readonly string[] }
  /** A city, a name with a slip in it, an abbreviation, or an offset, which does not say when clocks change. */
  | { readonly kind: 'unknown'; readonly zones: readonly string[] };

const listed = Intl.supportedValuesOf('timeZone');
const isListed = new Set(listed);
/** One name for each zone, the one of today. */
const current = [...listed.map((name) => newerNames.get(name) ?? name), 'UTC'].sort();
const names = [...new Set([...current, ...listed, ...otherNames])];

/** Names that differ in case, spaces, `_` and `-` alone are the same, but where `-` is a minus: `Etc/GMT-8`. */
const keyOf = (name: string): string =>
  fold(name.trim().replace(/\s*\/\s*/gu, '/')).replace(/\d/.test(name) ? /\s+/gu : /[\s_-]+/gu, '_');

const cityOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

interface Named {
  readonly key: string;
  readonly zone: string;
}

const full: readonly Named[] = names.map((zone) => ({ key: keyOf(zone), zone }));
const byKey = new Map(full.map(({ key, zone }) => [key, zone]));
const citiesOf = (zones: readonly string[]): readonly Named[] =>
  zones.filter((zone) => zone.includes('/')).map((zone) => ({ key: keyOf(cityOf(zone)), zone }));
/** Names of today first, so that what is offered is one of them where there is one. */
const cities: readonly Named[] = [
  ...citiesOf(current),
  ...[...otherCities].map(([city, zone]) => ({ key: keyOf(city), zone })),
  ...citiesOf(names.filter((name) => !current.includes(name))),
];

/** Node's name for a zone, or null where it knows none. */
function resolved(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** `+08:00`, `-5`, `UTC+8`, `GMT+0530` as `+HH:MM`. */
function offsetOf(typed: string): string | null {
  const parts = /^(?:utc|gmt)?\s*(?<sign>[+\-−–])\s*(?<hours>\d{1,2})(?::?(?<minutes>\d\d))?$/iu.exec(
    typed,
  )?.groups;
  if (parts === undefined) return null;
  const { sign, hours = '', minutes = '00' } = parts;
  const offset = `${sign === '+' ? '+' : '-'}${hours.padStart(2, '0')}:${minutes}`;
  return offset === '-00:00' ? '+00:00' : offset;
}

/** Longer than any name of a zone. */
const LONGEST = 40;
const MOST_NEAR = 3;

/** Those of the named that are what was typed but for a slip, the nearest first. */
const within = (named: readonly Named[], typed: string): readonly string[] =>
  didYouMean(typed, named, 'place', ({ key }) => key).map(({ zone }) => zone);

/** Zones whose name, or whose city, is the one that was typed but for a slip, by the names of today. */
function near(typed: string): readonly string[] {
  const key = keyOf(typed);
  const city = keyOf(cityOf(typed));
  // No region has a space in it: what stands before one is not of the name.
  if (key.length > LONGEST || /^[^/]*\s[^/]*\//.test(typed)) return [];
  const named = cities.filter((each) => each.key === city).slice(0, 1);
  const whole = named.length > 0 || !key.includes('/') ? [] : within(full, key);
  const zones =
    named.length > 0 ? named.map(({ zone }) => zone) : whole.length > 0 ? whole : within(cities, city);
  return [...new Set(zones.map((zone) => newerNames.get(zone) ?? zone))].slice(0, MOST_NEAR);
}

/** The zone that a text names in full; null where it does not. */
export function zoneNamed(text: string): string | null {
  if (text.length > LONGEST) return null;
  const known = byKey.get(keyOf(text));
  if (known !== undefined) return isListed.has(known) || resolved(known) !== null ? known : null;
  // A zone that is newer than the lists.
  return text.includes('/') ? resolved(text.trim()) : null;
}

/**
 * Reads a time zone: an IANA name in any case, spaces for underscores, in IANA's own case.
 *
 * @returns null for what does not look like one.
 */
export function readZone(text: string): ZoneRead | null {
  const typed = text.normalize('NFKC').trim();
  const zone = zoneNamed(typed);
  if (zone !== null) return { kind: 'zone', zone };
  const meant = abbreviations.get(typed.toUpperCase());
  if (meant !== undefined) return { kind: meant.length > 1 ? 'ambiguous' : 'unknown', zones: meant };
  const offset = offsetOf(typed);
  if (offset !== null) return { kind: 'unknown', zones: zonesOfOffset.get(offset) ?? [] };
  const zones = near(typed);
  const looksLikeOne =
    /^[\p{L}_]+(?:\/[\p{L}_+\-\d]+)+$/u.test(typed) || /^(?:\p{Lu}{3,5}|\p{Lu}\p{Ll}+)$/u.test(typed);
  return zones.length > 0 || looksLikeOne ? { kind: 'unknown', zones } : null;
}

const MOST = 25;

/** Zones that go on from what is typed, at most 25: by name, by city, by a part of either, by what it may mean. */
export function completeZones(typed: string): readonly Completion[] {
  const key = keyOf(typed);
  const starting = current.filter((zone) => keyOf(zone).startsWith(key));
  const ofCity = cities.filter((each) => each.key.startsWith(key)).map(({ zone }) => zone);
  const containing = current.filter((zone) => keyOf(zone).includes(key));
  const abbreviated = abbreviations.get(typed.trim().toUpperCase()) ?? [];
  const found = key === '' ? wellKnown : [...abbreviated, ...starting, ...ofCity, ...containing];
  const read = found.length > 0 ? null : readZone(typed);
  const meant = read === null ? [] : read.kind === 'zone' ? [read.zone] : read.zones;
  return [...new Set([...found, ...meant])].slice(0, MOST).map((zone) => ({ value: zone, label: zone }));
}
