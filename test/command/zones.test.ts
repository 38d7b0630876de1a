import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestKnown } from '../../src/command/digest/zone-lists.ts';
import { completeZones, readZone, zoneNamed } from '../../src/command/digest/zones.ts';
import { memoise } from '../../src/memoise.ts';
import { counter } from '../reached.ts';

const listed = Intl.supportedValuesOf('timeZone');

/** What ICU, and so Node, still lists by its older name: the name that the IANA database has had since. */
const newerNames: readonly (readonly [string, string])[] = [
  ['Africa/Asmera', 'Africa/Asmara'],
  ['America/Buenos_Aires', 'America/Argentina/Buenos_Aires'],
  ['America/Catamarca', 'America/Argentina/Catamarca'],
  ['America/Coral_Harbour', 'America/Atikokan'],
  ['America/Cordoba', 'America/Argentina/Cordoba'],
  ['America/Godthab', 'America/Nuuk'],
  ['America/Indianapolis', 'America/Indiana/Indianapolis'],
  ['America/Jujuy', 'America/Argentina/Jujuy'],
  ['America/Louisville', 'America/Kentucky/Louisville'],
  ['America/Mendoza', 'America/Argentina/Mendoza'],
  ['Asia/Calcutta', 'Asia/Kolkata'],
  ['Asia/Katmandu', 'Asia/Kathmandu'],
  ['Asia/Rangoon', 'Asia/Yangon'],
  ['Asia/Saigon', 'Asia/Ho_Chi_Minh'],
  ['Atlantic/Faeroe', 'Atlantic/Faroe'],
  ['Europe/Kiev', 'Europe/Kyiv'],
  ['Pacific/Enderbury', 'Pacific/Kanton'],
  ['Pacific/Ponape', 'Pacific/Pohnpei'],
  ['Pacific/Truk', 'Pacific/Chuuk'],
];

/** Other names of the IANA database (its files `backward` and `etcetera`), which Node knows and does not list. */
const otherNames = `
  Africa/Timbuktu America/Argentina/ComodRivadavia America/Atka America/Ensenada America/Fort_Wayne
  America/Knox_IN America/Montreal America/Nipigon America/Pangnirtung America/Porto_Acre America/Rainy_River
  America/Rosario America/Santa_Isabel America/Shiprock America/Thunder_Bay America/Virgin America/Yellowknife
  Antarctica/South_Pole Asia/Ashkhabad Asia/Choibalsan Asia/Chongqing Asia/Chungking Asia/Dacca Asia/Harbin
  Asia/Istanbul Asia/Kashgar Asia/Macao Asia/Tel_Aviv Asia/Thimbu Asia/Ujung_Pandang Asia/Ulan_Bator
  Atlantic/Jan_Mayen Australia/ACT Australia/Canberra Australia/Currie Australia/LHI Australia/NSW
  Australia/North Australia/Queensland Australia/South Australia/Tasmania Australia/Victoria Australia/West
  Australia/Yancowinna Brazil/Acre Brazil/DeNoronha Brazil/East Brazil/West CST6CDT Canada/Atlantic
  Canada/Central Canada/Eastern Canada/Mountain Canada/Newfoundland Canada/Pacific Canada/Saskatchewan
  Canada/Yukon Chile/Continental Chile/EasterIsland Cuba EST5EDT Egypt Eire Etc/GMT Etc/GMT+0 Etc/GMT+1
  Etc/GMT+10 Etc/GMT+11 Etc/GMT+12 Etc/GMT+2 Etc/GMT+3 Etc/GMT+4 Etc/GMT+5 Etc/GMT+6 Etc/GMT+7 Etc/GMT+8
  Etc/GMT+9 Etc/GMT-0 Etc/GMT-1 Etc/GMT-10 Etc/GMT-11 Etc/GMT-12 Etc/GMT-13 Etc/GMT-14 Etc/GMT-2 Etc/GMT-3
  Etc/GMT-4 Etc/GMT-5 Etc/GMT-6 Etc/GMT-7 Etc/GMT-8 Etc/GMT-9 Etc/GMT0 Etc/Greenwich Etc/UCT Etc/UTC
  Etc/Universal Etc/Zulu Europe/Belfast Europe/Nicosia Europe/Tiraspol Europe/Uzhgorod Europe/Zaporozhye GB
  GB-Eire GMT GMT+0 GMT-0 GMT0 Greenwich Hongkong Iceland Iran Israel Jamaica Japan Kwajalein Libya MST7MDT
  Mexico/BajaNorte Mexico/BajaSur Mexico/General NZ NZ-CHAT Navajo PRC PST8PDT Pacific/Johnston Pacific/Samoa
  Pacific/Yap Poland Portugal ROC ROK Singapore Turkey UCT US/Alaska US/Aleutian US/Arizona US/Central
  US/East-Indiana US/Eastern US/Hawaii US/Indiana-Starke US/Michigan US/Mountain US/Pacific US/Samoa UTC
  Universal W-SU Zulu
`
  .trim()
  .split(/\s+/u);

const formatOf = memoise(
  1000,
  (zone) => new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' }),
);
const offsetAt = (zone: string, at: string): string => {
  const format = formatOf(zone);
  const name = format.formatToParts(Date.parse(at)).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  return name === 'GMT' ? '+00:00' : name.slice(3);
};
const known = new Set<string>(listed);
/** Throws for a zone that Node does not know. */
function isKnown(zone: string): boolean {
  if (!known.has(zone)) new Intl.DateTimeFormat('en', { timeZone: zone });
  return known.add(zone).has(zone);
}
const zonesOf = (typed: string): readonly string[] => {
  const read = readZone(typed);
  return read === null ? [] : read.kind === 'zone' ? [read.zone] : read.zones;
};

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

  const everyName = [...listed, ...newerNames.map(([, newer]) => newer), ...otherNames];

  it('is read from each of its names, in capitals, in small letters and with spaces', () => {
    for (const name of everyName) {
      for (const typed of [name, name.toUpperCase(), name.toLowerCase(), name.replaceAll('_', ' ')]) {
        expect(zoneNamed(typed)).toBe(name);
      }
    }
  });

  it.each([
    // Countries that have one zone in use.
    ['india', 'Asia/Kolkata'],
    ['uzbekistan', 'Asia/Tashkent'],
    ['Pakistan', 'Asia/Karachi'],
    ['kyrgyzstan', 'Asia/Bishkek'],
    ['tajikistan', 'Asia/Dushanbe'],
    ['belarus', 'Europe/Minsk'],
    ['argentina', 'America/Argentina/Buenos_Aires'],
    ['Germany', 'Europe/Berlin'],
    ['Netherlands', 'Europe/Amsterdam'],
    ['uk', 'Europe/London'],
    ['South Korea', 'Asia/Seoul'],
    ['Georgia', 'Asia/Tbilisi'],
    // The law of these knows one time, whatever clocks some people keep.
    ['china', 'Asia/Shanghai'],
    ['Ukraine', 'Europe/Kyiv'],
    // Cities, whatever the zone is called after.
    ['Shanghai', 'Asia/Shanghai'],
    ['new york', 'America/New_York'],
    ['São Paulo', 'America/Sao_Paulo'],
    ['Kyiv', 'Europe/Kyiv'],
    ['Kiev', 'Europe/Kyiv'],
    ['Almaty', 'Asia/Almaty'],
    ['Astana', 'Asia/Almaty'],
    ['Bishkek', 'Asia/Bishkek'],
    ['Beijing', 'Asia/Shanghai'],
    ['Mumbai', 'Asia/Kolkata'],
    ['Calcutta', 'Asia/Kolkata'],
    ['St Petersburg', 'Europe/Moscow'],
    ['st. petersburg', 'Europe/Moscow'],
    ['Saint Petersburg', 'Europe/Moscow'],
    ['Islamabad', 'Asia/Karachi'],
    ['urumqi', 'Asia/Urumqi'],
    // Of several places of one name a zone's own comes first.
    ['Sydney', 'Australia/Sydney'],
    ['Liberia', 'Africa/Monrovia'],
    // Abbreviations of one time.
    ['JST', 'Asia/Tokyo'],
    ['pkt', 'Asia/Karachi'],
    ['MSK', 'Europe/Moscow'],
    ['CEST', 'Europe/Berlin'],
    ['ALMT', 'Asia/Almaty'],
  ])('%s is understood as %s', (typed, zone) => {
    expect(readZone(typed)).toEqual({ kind: 'zone', zone });
  });

  it.each([
    ['kazakhstan', ['Asia/Almaty', 'Asia/Qyzylorda']],
    ['russia', ['Europe/Moscow', 'Europe/Kaliningrad', 'Asia/Yekaterinburg', 'Asia/Vladivostok']],
    ['united states', ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles']],
    ['USA', ['America/New_York', 'America/Chicago', 'Pacific/Honolulu']],
    ['Spain', ['Europe/Madrid', 'Atlantic/Canary']],
    ['San José', ['America/Los_Angeles', 'America/Costa_Rica']],
    ['Xinjiang', ['Asia/Shanghai', 'Asia/Urumqi']],
    ['CST', ['Asia/Shanghai', 'America/Chicago']],
    ['cst', ['Asia/Shanghai', 'America/Chicago']],
    ['IST', ['Asia/Kolkata', 'Europe/Dublin', 'Asia/Jerusalem']],
    ['BST', ['Europe/London', 'Asia/Dhaka']],
    ['EST', ['America/New_York', 'America/Panama']],
    ['MST', ['America/Denver', 'America/Phoenix']],
    ['HST', ['Pacific/Honolulu', 'America/Adak']],
    ['PST', ['America/Los_Angeles', 'Asia/Manila']],
    ['AST', ['Asia/Riyadh', 'America/Halifax', 'America/Puerto_Rico']],
    ['GST', ['Asia/Dubai', 'Atlantic/South_Georgia']],
    ['CET', ['Europe/Berlin', 'Africa/Algiers']],
    ['EET', ['Europe/Kyiv', 'Africa/Cairo', 'Europe/Kaliningrad']],
  ])('%s is asked: it can be %j', (typed, zones) => {
    const read = readZone(typed);
    expect(read).toMatchObject({ kind: 'ambiguous', zones: expect.arrayContaining(zones) });
    expect(zoneNamed(typed)).toBeNull();
  });

  it('is offered the best known of a country first', () => {
    expect(['russia', 'united states', 'kazakhstan', 'spain'].map((typed) => zonesOf(typed)[0])).toEqual([
      'Europe/Moscow',
      'America/New_York',
      'Asia/Almaty',
      'Europe/Madrid',
    ]);
  });

  it('of an abbreviation is one that goes by the law, and of a country not the clocks of another’s', () => {
    expect(zonesOf('CST')).not.toContain('Asia/Urumqi');
    expect(zonesOf('russia')).not.toContain('Europe/Simferopol');
  });

  it('is offered with no two of the same clocks', () => {
    for (const typed of ['CST', 'CET', 'EET', 'AST', 'russia', 'kazakhstan', 'united states']) {
      const days = Array.from(
        { length: 240 },
        (_, month) => new Date(Date.UTC(2016, month / 2, 1 + (month % 2) * 14)),
      );
      const clocks = zonesOf(typed).map((zone) =>
        days.map((day) => offsetAt(zone, day.toISOString())).join(),
      );
      expect(new Set(clocks).size, typed).toBe(clocks.length);
    }
  });

  it.each([
    ['Asia/Beijing', 'Asia/Shanghai'],
    ['Europe/Shanghai', 'Asia/Shanghai'],
    ['Asia/Shangai', 'Asia/Shanghai'],
    ['shangai', 'Asia/Shanghai'],
    ['Europe/Berln', 'Europe/Berlin'],
    ['Ameria/New_York', 'America/New_York'],
    ['tokio', 'Asia/Tokyo'],
    ['uzbekistn', 'Asia/Tashkent'],
    ['Asia/Urumchi', 'Asia/Urumqi'],
    // Words of English in small letters are not taken for places, but offered.
    ['split', 'Europe/Zagreb'],
  ])('%s is none, and %s is offered', (typed, zone) => {
    expect(readZone(typed)).toMatchObject({ kind: 'unknown', zones: [zone] });
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
    const reached = counter();
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
          const zones = [...zonesOf(typed), ...completeZones(typed).map(({ value }) => value)];
          reached('a zone', zones.length > 0);
          expect(zones.filter((zone) => !isKnown(zone))).toEqual([]);
        },
      ),
    );
    reached.atLeast({ 'a zone': 20 });
  });
});

describe('the data', () => {
  it.each(newerNames)('%s is %s: a digest goes by the same clocks', (older, newer) => {
    const clocks = (zone: string): readonly string[] =>
      ['1950-01-01', '1985-07-01', '2026-01-15', '2026-07-15'].map((day) => offsetAt(zone, `${day}T00:00Z`));
    expect(clocks(newer)).toEqual(clocks(older));
  });

  it('offers zones for every standard time that a zone has, and none that has another', () => {
    const standard = (zone: string): string => {
      const [january = '', july = ''] = ['2026-01-15T00:00Z', '2026-07-15T00:00Z'].map((at) =>
        offsetAt(zone, at),
      );
      const minutes = (text: string): number =>
        Number(`${text[0]}${Number(text.slice(1, 3)) * 60 + Number(text.slice(4))}`);
      return minutes(january) < minutes(july) ? january : july;
    };
    for (const offset of new Set(listed.map(standard))) {
      const offered = [...zonesOf(offset), ...completeZones(`UTC${offset}`).map(({ value }) => value)];
      expect(offered.length, offset).toBeGreaterThan(1);
      expect(new Set(offered.map(standard)), offset).toEqual(new Set([offset]));
    }
  });

  it('is read from the names of the best known zones', () => {
    for (const zone of bestKnown) expect(zoneNamed(zone)).toBe(zone);
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
    ['calc', 'Asia/Kolkata'],
    ['china', 'Asia/Shanghai'],
    ['kaz', 'Asia/Almaty'],
    ['GMT+8', 'Asia/Shanghai'],
    ['gmt', 'GMT'],
    ['india', 'Asia/Kolkata'],
    ['york', 'America/New_York'],
    ['cst', 'Asia/Shanghai'],
    ['beij', 'Asia/Shanghai'],
    ['UTC+8', 'Asia/Shanghai'],
    ['Asia/Shangai', 'Asia/Shanghai'],
    ['us/eastern', 'US/Eastern'],
    ['utc', 'UTC'],
  ])('of %j begins with %s', (typed, zone) => {
    expect(valuesOf(typed)[0]).toBe(zone);
  });

  it('of a signed offset has zones that are so many hours ahead, and none called so by the other sign', () => {
    const found = valuesOf('GMT+8');
    expect(found.length).toBeGreaterThan(3);
    expect(found.map((zone) => offsetAt(zone, '2026-01-15T00:00Z'))).toEqual(found.map(() => '+08:00'));
    expect(valuesOf('gmt-5').map((zone) => offsetAt(zone, '2026-01-15T00:00Z'))).toContain('-05:00');
    expect(valuesOf('Etc/GMT+8')).toEqual(['Etc/GMT+8']);
  });

  it('of a country has its zones, and of China the one that some keep beside its law', () => {
    expect(valuesOf('russia')).toEqual(expect.arrayContaining([...zonesOf('russia')]));
    expect(valuesOf('china').slice(0, 2)).toEqual(['Asia/Shanghai', 'Asia/Urumqi']);
    expect(valuesOf('china')).not.toContain('Asia/Chita');
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
