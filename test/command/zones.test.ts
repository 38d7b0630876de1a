import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  abbreviations,
  newerNames,
  otherCities,
  otherNames,
  wellKnown,
  zonesOfOffset,
} from '../../src/command/digest/zone-names.ts';
import { completeZones, readZone, zoneNamed } from '../../src/command/digest/zones.ts';

const listed = Intl.supportedValuesOf('timeZone');
const offsetOf = (zone: string, at: string): string => {
  const format = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(Date.parse(at)).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return name === 'GMT' ? '+00:00' : name.slice(3);
};
const known = new Set<string>(listed);
/** Throws for a zone that Node does not know. */
function isKnown(zone: string): boolean {
  if (!known.has(zone)) new Intl.DateTimeFormat('en', { timeZone: zone });
  return known.add(zone).has(zone);
}

describe('a time zone', () => {
  it.each([
    ['Asia/Shanghai', 'Asia/Shanghai'],
    ['asia/shanghai', 'Asia/Shanghai'],
    ['ASIA/SHANGHAI', 'Asia/Shanghai'],
    ['Asia/Kolkata', 'Asia/Kolkata'],
    ['Asia/Calcutta', 'Asia/Calcutta'],
    ['europe/kyiv', 'Europe/Kyiv'],
    ['Europe/Kiev', 'Europe/Kiev'],
    ['America/New York', 'America/New_York'],
    ['america/port au prince', 'America/Port-au-Prince'],
    ['america/argentina/buenos aires', 'America/Argentina/Buenos_Aires'],
    ['utc', 'UTC'],
    ['gmt', 'GMT'],
    ['us/eastern', 'US/Eastern'],
    ['etc/gmt-8', 'Etc/GMT-8'],
    ['Etc/GMT+8', 'Etc/GMT+8'],
    ['singapore', 'Singapore'],
    ['est5edt', 'EST5EDT'],
    [' Asia/Shanghai ', 'Asia/Shanghai'],
  ])('%s is %s', (typed, zone) => {
    expect(readZone(typed)).toEqual({ kind: 'zone', zone });
  });

  const everyName = [...listed, ...newerNames.values(), ...otherNames];

  it('is read from each of its names, in capitals, in small letters and with spaces', () => {
    for (const name of everyName) {
      for (const typed of [name, name.toUpperCase(), name.toLowerCase(), name.replaceAll('_', ' ')]) {
        expect(zoneNamed(typed)).toBe(name);
      }
    }
  });

  it.each([
    ['Shanghai', 'Asia/Shanghai'],
    ['new york', 'America/New_York'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['Kiev', 'Europe/Kyiv'],
    ['Kolkata', 'Asia/Kolkata'],
    ['Beijing', 'Asia/Shanghai'],
    ['Asia/Beijing', 'Asia/Shanghai'],
    ['Europe/Shanghai', 'Asia/Shanghai'],
    ['Astana', 'Asia/Almaty'],
    ['Islamabad', 'Asia/Karachi'],
    ['Asia/Shangai', 'Asia/Shanghai'],
    ['shangai', 'Asia/Shanghai'],
    ['Europe/Berln', 'Europe/Berlin'],
    ['Ameria/New_York', 'America/New_York'],
    ['tokio', 'Asia/Tokyo'],
    ['Asia/Urumchi', 'Asia/Urumqi'],
    ['JST', 'Asia/Tokyo'],
    ['PKT', 'Asia/Karachi'],
  ])('%s is none, and %s is offered', (typed, zone) => {
    expect(readZone(typed)).toMatchObject({ kind: 'unknown', zones: [zone] });
  });

  it.each([
    ['CST', ['America/Chicago', 'Asia/Shanghai']],
    ['cst', ['America/Chicago', 'Asia/Shanghai']],
    ['IST', ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']],
    ['BST', ['Europe/London', 'Asia/Dhaka']],
    ['EST', ['America/New_York', 'America/Panama']],
    ['MST', ['America/Denver', 'America/Phoenix']],
    ['HST', ['Pacific/Honolulu', 'America/Adak']],
    ['PST', ['America/Los_Angeles', 'Asia/Manila']],
    ['AST', ['America/Halifax', 'Asia/Riyadh']],
    ['GST', ['Asia/Dubai', 'Atlantic/South_Georgia']],
    ['CET', ['Europe/Berlin', 'Africa/Algiers']],
    ['MSK', ['Europe/Moscow']],
  ])('%s is ambiguous: it can be %j', (typed, zones) => {
    const read = readZone(typed);
    expect(read).toMatchObject({ kind: 'ambiguous' });
    expect(read?.kind === 'ambiguous' ? read.zones : []).toEqual(expect.arrayContaining(zones));
  });

  it.each([
    ['+08:00', 'Asia/Shanghai'],
    ['+8', 'Asia/Shanghai'],
    ['UTC+8', 'Asia/Shanghai'],
    ['utc +08:00', 'Asia/Shanghai'],
    ['GMT-5', 'America/New_York'],
    ['GMT−5', 'America/New_York'],
    ['UTC+5:30', 'Asia/Kolkata'],
    ['+0545', 'Asia/Kathmandu'],
    ['UTC+0', 'UTC'],
    ['-00:00', 'UTC'],
  ])('%s is an offset, which %s has', (typed, zone) => {
    const read = readZone(typed);
    expect(read).toMatchObject({ kind: 'unknown' });
    expect(read?.kind === 'unknown' ? read.zones[0] : null).toBe(zone);
  });

  it.each(['UTC+25', '+99:00', 'America/Nowhere', 'Europe', 'XYZT', 'Springfield'])(
    '%s looks like one, and nothing is near',
    (typed) => {
      expect(readZone(typed)).toEqual({ kind: 'unknown', zones: [] });
    },
  );

  it.each([
    '',
    'the',
    'rocks',
    'security',
    '08:30',
    'mon-fri',
    'of',
    '__proto__',
    'constructor',
    'x'.repeat(500),
  ])('%j does not look like one', (typed) => {
    expect(readZone(typed)).toBeNull();
  });

  it('is known to Node whatever is read or offered, and nothing makes it throw', () => {
    const part = fc.constantFrom(
      'asia',
      'America',
      '/',
      '_',
      ' ',
      'new',
      'york',
      'CST',
      '+',
      '-',
      '8',
      'Shang',
      'hai',
      ':',
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.array(part, { maxLength: 6 }).map((all) => all.join('')),
        ),
        (typed) => {
          const read = readZone(typed);
          const zones = read === null ? [] : read.kind === 'zone' ? [read.zone] : read.zones;
          expect(zones.filter((zone) => !isKnown(zone))).toEqual([]);
        },
      ),
    );
  });
});

describe('the tables', () => {
  it('name zones that Node knows, by the names of today', () => {
    const named = [
      ...[...abbreviations.values(), ...zonesOfOffset.values()].flat(),
      ...otherCities.values(),
      ...wellKnown,
    ];
    for (const zone of new Set([...named, ...newerNames.keys(), ...newerNames.values(), ...otherNames])) {
      expect(isKnown(zone)).toBe(true);
    }
    expect(named.filter((zone) => newerNames.has(zone))).toEqual([]);
  });

  it.each([...newerNames])('%s is %s', (older, newer) => {
    const clocks = (zone: string): readonly string[] =>
      ['1950-01-01', '1985-07-01', '2026-01-15', '2026-07-15'].map((day) => offsetOf(zone, `${day}T00:00Z`));
    expect(clocks(newer)).toEqual(clocks(older));
  });

  it.each([...zonesOfOffset])('%s is the standard time of %j', (offset, zones) => {
    for (const zone of zones) {
      const [january, july] = ['2026-01-15T00:00Z', '2026-07-15T00:00Z'].map((at) => offsetOf(zone, at));
      expect([january, july]).toContain(offset);
    }
  });

  it('have every standard time that a zone has', () => {
    const standard = listed.map((zone) => {
      const [january = '', july = ''] = ['2026-01-15T00:00Z', '2026-07-15T00:00Z'].map((at) =>
        offsetOf(zone, at),
      );
      const minutes = (text: string): number =>
        Number(`${text[0]}${Number(text.slice(1, 3)) * 60 + Number(text.slice(4))}`);
      return minutes(january) < minutes(july) ? january : july;
    });
    expect([...new Set(standard)].filter((offset) => !zonesOfOffset.has(offset))).toEqual([]);
  });

  it('offer no zone for a city that has one of its own name', () => {
    const cities = listed.map((zone) => zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' '));
    expect([...otherCities.keys()].filter((city) => cities.includes(city))).toEqual([]);
  });
});

describe('completion of a time zone', () => {
  const valuesOf = (typed: string): readonly string[] => completeZones(typed).map(({ value }) => value);
  it.each([
    ['', 'UTC'],
    ['asia/sh', 'Asia/Shanghai'],
    ['Sha', 'Asia/Shanghai'],
    ['new y', 'America/New_York'],
    ['kyi', 'Europe/Kyiv'],
    ['calc', 'Asia/Calcutta'],
    ['york', 'America/New_York'],
    ['cst', 'America/Chicago'],
    ['beij', 'Asia/Shanghai'],
    ['UTC+8', 'Asia/Shanghai'],
    ['Asia/Shangai', 'Asia/Shanghai'],
    ['us/eastern', 'US/Eastern'],
    ['utc', 'UTC'],
  ])('of %j begins with %s', (typed, zone) => {
    expect(valuesOf(typed)[0]).toBe(zone);
  });

  it('has names that begin so before cities, and cities before what merely contains it', () => {
    const found = valuesOf('am');
    const kinds = found.map((zone) => (zone.startsWith('Am') ? 0 : /\/Am/.test(zone) ? 1 : 2));
    expect(kinds).toEqual(kinds.toSorted((a, b) => a - b));
    expect(valuesOf('mo')).toEqual(expect.arrayContaining(['Europe/Moscow', 'Africa/Monrovia']));
  });

  it('is at most 25, each once, each a zone, whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('a', 'as', '/', '+', 'e', ' ', '(', '\\')),
        (typed) => {
          const found = valuesOf(typed);
          expect(found.length).toBeLessThanOrEqual(25);
          expect(new Set(found).size).toBe(found.length);
          for (const zone of found) expect(zoneNamed(zone)).toBe(zone);
        },
      ),
    );
  });
});
