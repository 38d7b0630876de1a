const words = (text: string): readonly string[] => text.trim().split(/\s+/u);

/** The best known first: before anything is typed they are offered, and of several zones they come first. */
export const bestKnown: readonly string[] = words(`
  UTC Asia/Shanghai Europe/Moscow Asia/Kolkata Asia/Karachi Asia/Almaty Asia/Bishkek Asia/Dushanbe Asia/Tashkent
  Asia/Tehran Europe/Minsk Asia/Singapore Asia/Tokyo Asia/Hong_Kong Asia/Dubai Europe/Istanbul Africa/Cairo
  Europe/Berlin Europe/Paris Europe/London America/New_York America/Chicago America/Los_Angeles America/Sao_Paulo
  Australia/Sydney Europe/Kyiv Europe/Athens Europe/Dublin Europe/Lisbon Europe/Madrid Asia/Jerusalem Asia/Riyadh
  Asia/Dhaka Asia/Seoul Asia/Manila Asia/Ulaanbaatar Australia/Perth America/Denver America/Phoenix America/Anchorage
  Pacific/Honolulu America/Toronto America/Halifax America/Puerto_Rico America/Mexico_City America/Panama
  America/Bogota America/Lima America/Santiago America/Guayaquil Africa/Lagos Africa/Nairobi Pacific/Auckland
`);

/** Zones of no place. The data leaves them out. */
export const placeless: readonly string[] = [
  ...words('UTC GMT UCT Universal Zulu Greenwich GMT0 GMT+0 GMT-0 Etc/UTC Etc/GMT Etc/UCT Etc/Universal'),
  ...words('Etc/Zulu Etc/Greenwich Etc/GMT0 Etc/GMT+0 Etc/GMT-0'),
  ...Array.from({ length: 12 }, (_, hours) => `Etc/GMT+${hours + 1}`),
  ...Array.from({ length: 14 }, (_, hours) => `Etc/GMT-${hours + 1}`),
];

/** Names of zones that people write for the time of several zones. */
export const ABBREVIATIONS = /^(?:CET|EET|EST|HST|MET|MST|WET)$/;

/** Places that the data, with four cities a zone, does not name, by the zone whose clocks they go by. */
export const otherPlaces: Readonly<Record<string, string>> = {
  'America/Chicago': 'Austin',
  'America/Los_Angeles': 'Seattle',
  'America/New_York': 'Atlanta, Boston, Miami, Washington',
  'America/Sao_Paulo': 'Brasilia',
  'Asia/Almaty': 'ALMT',
  'Asia/Dubai': 'UAE',
  'Asia/Karachi': 'Islamabad, Rawalpindi',
  'Asia/Kolkata': 'Bangalore, Bombay, Calcutta, Chennai, New Delhi',
  'Asia/Shanghai': 'Guangzhou, Hangzhou, Nanjing, Peking, Qingdao, Shenzhen, Tianjin, Wuhan, Xian, Xinjiang',
  'Asia/Tokyo': 'Kyoto',
  'Asia/Urumqi': 'China (Xinjiang), Xinjiang',
  'Europe/Berlin': 'Cologne, Frankfurt, MET',
  'Europe/London': 'Britain, Edinburgh, England, Great Britain, Scotland, Wales',
  'Europe/Zurich': 'Bern',
};

/** Other names of countries that have several zones. */
export const otherCountries: Readonly<Record<string, string>> = { US: 'USA' };

/**
 * Where the law knows one time, that is what the country's name means: Beijing time holds in Xinjiang as well,
 * where some keep Urumqi's clocks beside it and say so, and Kyiv's in all of Ukraine.
 */
export const oneByLaw: Readonly<Record<string, string>> = { CN: 'Asia/Shanghai', UA: 'Europe/Kyiv' };

/** Older names whose last part says nothing by itself: `Australia/North`, `US/Eastern`. */
export const NO_CITY = /^(?:Brazil|Canada|Chile|Mexico|US)\/|\/(?:ACT|North|South|West)$/;

/** Words of English that are abbreviations or cities as well: in small letters they name no zone. */
export const ENGLISH_WORDS = new RegExp(
  `^(?:${words(`
    act aft art bot cat center christmas cork cot east easter eat get gilt lint male mart mary met midway nut oral
    paradise perm pet reunion split tot troll vet virgin wake west wet wit
  `).join('|')})$`,
);
