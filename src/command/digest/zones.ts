import { didYouMean } from '../../language/did-you-mean.ts';
import type { Completion } from '../types.ts';
import { cityOf, isKnown, keyOf, parted, resolved, zoneData } from './zone-data.ts';
import { bestKnown, ENGLISH_WORDS } from './zone-lists.ts';

/** What a text says of a time zone. `zones` are names that work, best first. */
export type ZoneRead =
  | { readonly kind: 'zone'; readonly zone: string }
  /** An abbreviation, a country or a city of several zones. */
  | { readonly kind: 'ambiguous'; readonly zones: readonly string[] }
  /** A name with a slip in it, or an offset, which does not say when clocks change. */
  | { readonly kind: 'unknown'; readonly zones: readonly string[] };

/** Longer than any name of a zone. */
const LONGEST = 40;
const MOST_NEAR = 3;
/** Minutes ahead of UTC that `+08:00`, `-5`, `UTC+8` or `GMT+0530` says. */
function offsetIn(typed: string): number | null {
  const parts = /^(?:utc|gmt)?\s*(?<sign>[+\-−–])\s*(?<hours>\d{1,2})(?::?(?<minutes>\d\d))?$/iu.exec(
    typed,
  )?.groups;
  if (parts === undefined) return null;
  const { sign, hours, minutes = '0' } = parts;
  return (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
}

/** The zones that a place or an abbreviation stands for. */
function zonesMeant(typed: string): readonly string[] {
  if (ENGLISH_WORDS.test(typed)) return [];
  const { places, abbreviated } = zoneData();
  const zones = places.get(keyOf(typed));
  return (zones === undefined ? abbreviated(typed.toUpperCase()) : parted(zones)).filter(isKnown);
}

/** The zone of an IANA name; null for any other text. */
function zoneOfName(text: string): string | null {
  const known = zoneData().names.get(keyOf(text));
  if (known !== undefined) return isKnown(known) ? known : null;
  // A zone that is newer than the data.
  return text.includes('/') ? resolved(text.trim()) : null;
}

/** The zone that a text names: by its IANA name in any case, or as a place or an abbreviation of one zone alone. */
export function zoneNamed(text: string): string | null {
  if (text.length > LONGEST) return null;
  const zone = zoneOfName(text);
  if (zone !== null) return zone;
  const [first = null, ...others] = zonesMeant(text.trim());
  return others.length > 0 ? null : first;
}

/** Zones whose name, or whose place, is the one that was typed but for a slip. */
function near(typed: string): readonly string[] {
  const key = keyOf(typed);
  const city = keyOf(cityOf(typed));
  // No region has a space in it: what stands before one is not of the name.
  if (key.length > LONGEST || /^[^/]*\s[^/]*\//.test(typed)) return [];
  const { names, places } = zoneData();
  const exact = parted(places.get(city) ?? []);
  const whole =
    exact.length > 0 || !key.includes('/')
      ? []
      : didYouMean(key, [...names], 'place', ([name]) => name).map(([, zone]) => zone);
  const zones = [...exact, ...whole];
  const slips = () => didYouMean(city, [...places], 'place', ([place]) => place);
  const found = zones.length > 0 ? zones : slips().flatMap(([, ofPlace]) => parted(ofPlace));
  return [...new Set(found.filter(isKnown))].slice(0, MOST_NEAR);
}

/**
 * Reads a time zone: an IANA name in any case, spaces for underscores, in IANA's own case; a country, a city or an
 * abbreviation.
 *
 * @returns null for what does not look like one.
 */
export function readZone(text: string): ZoneRead | null {
  const typed = text.normalize('NFKC').trim();
  if (typed.length > LONGEST) return null;
  const zone = zoneNamed(typed);
  if (zone !== null) return { kind: 'zone', zone };
  const meant = zonesMeant(typed);
  if (meant.length > 0) return { kind: 'ambiguous', zones: meant };
  const offset = offsetIn(typed);
  if (offset !== null) return { kind: 'unknown', zones: zoneData().ofOffset(offset).slice(0, MOST_NEAR) };
  const zones = near(typed);
  const looksLikeOne =
    /^[\p{L}_]+(?:\/[\p{L}_+\-\d]+)+$/u.test(typed) || /^(?:\p{Lu}{3,5}|\p{Lu}\p{Ll}+)$/u.test(typed);
  return zones.length > 0 || looksLikeOne ? { kind: 'unknown', zones } : null;
}

const MOST = 25;

function zonesFor(typed: string): readonly string[] {
  const key = keyOf(typed);
  if (key === '') return bestKnown;
  const offset = offsetIn(typed.normalize('NFKC').trim());
  const { current, places, ofOffset } = zoneData();
  if (offset !== null) return ofOffset(offset);
  const names = [...current];
  const starting = names.filter(([name]) => name.startsWith(key)).map(([, zone]) => zone);
  const placed = [...places].filter(([place]) => place.startsWith(key)).flatMap(([, zones]) => parted(zones));
  const containing = names.filter(([name]) => name.includes(key)).map(([, zone]) => zone);
  const named = zoneOfName(typed);
  const found = [
    ...(named === null ? [] : [named]),
    ...zonesMeant(typed.trim()),
    ...starting,
    ...placed,
    ...containing,
  ];
  if (found.length > 0) return found;
  const read = readZone(typed);
  return read === null ? [] : read.kind === 'zone' ? [read.zone] : read.zones;
}

/** Zones that go on from what is typed, at most 25: what it may mean, then by name, by place, by a part of either. */
export const completeZones = (typed: string): readonly Completion[] =>
  [...new Set(zonesFor(typed).filter(isKnown))].slice(0, MOST).map((zone) => ({ value: zone, label: zone }));
