import { createRequire } from 'node:module';
import { fold } from '../../language/tokens.ts';
import { memoise } from '../../memoise.ts';
import {
  ABBREVIATIONS,
  bestKnown,
  NO_CITY,
  oneByLaw,
  otherCountries,
  otherPlaces,
  placeless,
} from './zone-lists.ts';

type Data = typeof import('@vvo/tzdb');
type Row = Data['rawTimeZones'][number];

/** Names that differ in case, spaces, `_` and `-` alone are the same, but where `-` is a minus: `Etc/GMT-8`. */
export const keyOf = (name: string): string =>
  fold(name.trim().replace(/\s*\/\s*/gu, '/'))
    .replace(/^st(?:\.\s*|[\s_])(?=\p{L})/u, 'saint ')
    .replace(/\d/.test(name) ? /\s+/gu : /[\s_-]+/gu, '_');

export const cityOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

const rankOf = (zone: string): number => (bestKnown.includes(zone) ? bestKnown.indexOf(zone) : 1000);
const bestFirst = <T>(items: readonly T[], zoneOf: (item: T) => string): readonly T[] =>
  items.toSorted((a, b) => rankOf(zoneOf(a)) - rankOf(zoneOf(b)));

/** Node's name for a zone, or null where it knows none. */
export function resolved(name: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}

const listed = new Set(Intl.supportedValuesOf('timeZone'));

/** Whether this Node, whose data may be of another year, knows a zone. */
export const isKnown = memoise(1000, (zone) => listed.has(zone) || resolved(zone) !== null);

/** Of the data. Clocks change in other weeks in one country than in another. */
const thisYear = Array.from({ length: 24 }, (_, n) =>
  Date.UTC(2026, Math.floor(n / 2), n % 2 === 0 ? 1 : 15),
);
/** Winters and summers. Zones that have parted within ten years may part again, and a digest runs for years. */
const tenYears = Array.from({ length: 22 }, (_, n) =>
  Date.UTC(2016 + Math.floor(n / 2), n % 2 === 0 ? 0 : 6),
);

/** Minutes ahead of UTC at some instants, as this Node has it. */
function offsetsOf(zone: string, instants: readonly number[]): readonly number[] {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  return instants.map((at) => {
    const name = format.formatToParts(at).find(({ type }) => type === 'timeZoneName')?.value ?? '';
    const [, sign, hours = '0', minutes = '0'] = /([+-])(\d\d):(\d\d)/.exec(name) ?? [];
    return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
  });
}

const firstOfEach = <T>(items: readonly T[], alike: (item: T) => string): readonly T[] =>
  [...Map.groupBy(items, alike).values()].flatMap((group) => group.slice(0, 1));

const clocksOf = memoise(600, (zone) => offsetsOf(zone, thisYear));

/** Whether a zone goes by the law, and by the clocks that this Node has from its own release of the IANA database. */
const isSound = ({ name, countryCode, rawOffsetInMinutes }: Row): boolean =>
  (oneByLaw[countryCode] ?? name) === name &&
  isKnown(name) &&
  Math.min(...clocksOf(name)) === rawOffsetInMinutes;

const formerClocksOf = memoise(600, (zone) => offsetsOf(zone, tenYears).join());

/** Of zones whose clocks have gone alike for ten years the first alone: of one country's that is mostly one. */
export const parted = (zones: readonly string[]): readonly string[] =>
  zones.length < 2 ? zones : firstOfEach(zones.filter(isKnown), formerClocksOf);

/** All zones of a country by its names in the data, the best known first. */
function zonesOfCountry(code: string, rows: readonly Row[]): readonly string[] {
  const law = oneByLaw[code];
  if (law !== undefined) return [law];
  const [row, ...others] = bestFirst(rows, ({ name }) => name);
  if (row === undefined) return [];
  const alike = others.length > 0 ? [] : row.group.filter((name) => name.includes('/'));
  return [...new Set([row.name, ...others.map(({ name }) => name), ...alike])];
}

/** The names that a country goes by, in English. */
function countryNames(
  code: string,
  rows: readonly Row[],
  regions: readonly Intl.DisplayNames[],
): readonly string[] {
  const named = regions.map((names) => names.of(code));
  const all = [...rows.map(({ countryName }) => countryName), ...named, otherCountries[code]];
  return all.flatMap((name) => (name === undefined ? [] : [name.replace(/^The /, '')]));
}

/** What the names of zones and places stand for, by `keyOf`. */
export interface ZoneData {
  /** Names of today, in order. */
  readonly current: ReadonlyMap<string, string>;
  /** Every name of a zone, in IANA's own case. */
  readonly names: ReadonlyMap<string, string>;
  /** Cities and countries: the zones that each has, the best known first; `parted` leaves those that differ. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  /** The zones whose time an abbreviation may mean, one for each way in which their clocks go. */
  abbreviated(abbreviation: string): readonly string[];
  /** Zones that are so many minutes ahead of UTC in their standard time. */
  ofOffset(minutes: number): readonly string[];
}

/** What a name means first comes first: a zone of today, a country, a city, a zone's older name. */
function placesIn({ rawTimeZones: rows, timeZonesNames }: Data): ReadonlyMap<string, readonly string[]> {
  const regions = (['long', 'short'] as const).map(
    (style) => new Intl.DisplayNames('en', { type: 'region', style }),
  );
  const countries = [...Map.groupBy(rows, ({ countryCode }) => countryCode)].flatMap(([code, ofCountry]) => {
    const zones = zonesOfCountry(code, ofCountry);
    return countryNames(code, ofCountry, regions).map((name) => [keyOf(name), zones] as const);
  });
  const cities = [
    ...Object.entries(otherPlaces).flatMap(([zone, text]) =>
      text.split(', ').map((city) => ({ key: keyOf(city), zone })),
    ),
    ...rows.flatMap(({ name: zone, mainCities }) => mainCities.map((city) => ({ key: keyOf(city), zone }))),
  ];
  const citiesOnce = [...Map.groupBy(cities, ({ key }) => key)].map(([key, same]) => {
    const zones = bestFirst([...new Set(same.map(({ zone }) => zone))], (zone) => zone);
    return [key, zones] as const;
  });
  const older = rows.flatMap(({ name: zone, group }) =>
    group
      .filter((name) => name.includes('/') && !NO_CITY.test(name))
      .map((name) => [keyOf(cityOf(name)), [zone]] as const),
  );
  const today = timeZonesNames.map((zone) => [keyOf(cityOf(zone)), [zone]] as const);
  return new Map(firstOfEach([...today, ...countries, ...citiesOnce, ...older], ([key]) => key));
}

const abbreviationsOf = ({ abbreviation, dstAbbreviation }: Row): readonly string[] =>
  dstAbbreviation === undefined ? [abbreviation] : [abbreviation, dstAbbreviation];

function readData(data: Data): ZoneData {
  const { rawTimeZones: rows, timeZonesNames } = data;
  const names = [...rows.flatMap(({ group }) => group), ...placeless].filter(
    (name) => !ABBREVIATIONS.test(name),
  );
  const known = bestFirst(rows, ({ name }) => name);
  const byAbbreviation = new Map(
    [...new Set(rows.flatMap(abbreviationsOf))].map(
      (each) => [each, known.filter((row) => abbreviationsOf(row).includes(each))] as const,
    ),
  );
  return {
    current: new Map(['UTC', ...timeZonesNames].sort().map((name) => [keyOf(name), name])),
    names: new Map(names.map((name) => [keyOf(name), name])),
    places: placesIn(data),
    abbreviated: (abbreviation) => {
      const zones = (byAbbreviation.get(abbreviation) ?? []).filter(isSound).map(({ name }) => name);
      return firstOfEach(zones, (zone) => clocksOf(zone).join());
    },
    ofOffset: (minutes) => {
      const meant = known.filter((row) => row.rawOffsetInMinutes === minutes && isSound(row));
      const zones = firstOfEach(meant, ({ alternativeName }) => alternativeName).map(({ name }) => name);
      return minutes === 0 ? ['UTC', ...zones] : minutes === -720 ? ['Etc/GMT+12'] : zones;
    },
  };
}

let read: ZoneData | null = null;

/** The data, read when a zone is first asked for: it is large, and most lines name none. */
export function zoneData(): ZoneData {
  const load: () => Data = () => createRequire(import.meta.url)('@vvo/tzdb');
  read ??= readData(load());
  return read;
}
