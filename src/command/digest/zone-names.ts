const words = (text: string): readonly string[] => text.trim().split(/\s+/u);

/** What ICU, and so Node, still calls by its older name: the name that the IANA database has had since. */
export const newerNames: ReadonlyMap<string, string> = new Map([
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
]);

/**
 * The IANA database's other names (its files `backward` and `etcetera`), which Node knows and does not list; less
 * those that are abbreviations, which people write for other zones as well: CET, EET, EST, HST, MET, MST, WET.
 */
export const otherNames: readonly string[] = words(`
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
`);

/** The zones that an abbreviation can mean; some of them keep its time all the year round, others for half of it. */
export const abbreviations: ReadonlyMap<string, readonly string[]> = new Map(
  `
  ACDT Australia/Adelaide
  ACST Australia/Darwin Australia/Adelaide
  ADT America/Halifax Atlantic/Bermuda
  AEDT Australia/Sydney Australia/Melbourne
  AEST Australia/Brisbane Australia/Sydney
  AFT Asia/Kabul
  AKDT America/Anchorage
  AKST America/Anchorage
  ALMT Asia/Almaty
  AMT Asia/Yerevan America/Manaus
  ART America/Argentina/Buenos_Aires
  AST America/Halifax America/Puerto_Rico Asia/Riyadh
  AWST Australia/Perth
  AZT Asia/Baku
  BDT Asia/Dhaka Asia/Brunei
  BRT America/Sao_Paulo
  BST Europe/London Asia/Dhaka Pacific/Bougainville
  CAT Africa/Harare Africa/Maputo
  CDT America/Chicago America/Havana
  CEST Europe/Berlin Europe/Paris
  CET Europe/Berlin Europe/Paris Africa/Algiers
  CLT America/Santiago
  CST America/Chicago Asia/Shanghai America/Havana
  EAT Africa/Nairobi
  ECT America/Guayaquil America/Martinique
  EDT America/New_York America/Toronto
  EEST Europe/Kyiv Europe/Athens
  EET Europe/Kyiv Africa/Cairo Europe/Kaliningrad
  EST America/New_York America/Panama America/Jamaica
  GST Asia/Dubai Atlantic/South_Georgia
  HDT America/Adak
  HKT Asia/Hong_Kong
  HST Pacific/Honolulu America/Adak
  ICT Asia/Bangkok Asia/Ho_Chi_Minh
  IRST Asia/Tehran
  IST Asia/Kolkata Europe/Dublin Asia/Jerusalem
  JST Asia/Tokyo
  KGT Asia/Bishkek
  KST Asia/Seoul Asia/Pyongyang
  MDT America/Denver America/Edmonton
  MET Europe/Berlin Europe/Paris
  MSK Europe/Moscow Europe/Minsk
  MST America/Denver America/Phoenix Asia/Kuala_Lumpur
  MYT Asia/Kuala_Lumpur
  NDT America/St_Johns
  NPT Asia/Kathmandu
  NST America/St_Johns
  NZDT Pacific/Auckland
  NZST Pacific/Auckland
  PDT America/Los_Angeles America/Vancouver
  PHT Asia/Manila
  PKT Asia/Karachi
  PST America/Los_Angeles Asia/Manila Pacific/Pitcairn
  SAST Africa/Johannesburg
  SGT Asia/Singapore
  SST Pacific/Pago_Pago Asia/Singapore
  TJT Asia/Dushanbe
  TMT Asia/Ashgabat
  TRT Europe/Istanbul
  UZT Asia/Tashkent
  WAT Africa/Lagos
  WEST Europe/Lisbon Atlantic/Canary
  WET Europe/Lisbon Africa/Casablanca
  WIB Asia/Jakarta
  WIT Asia/Jayapura
  WITA Asia/Makassar
  `
    .trim()
    .split('\n')
    .map((line) => {
      const [abbreviation = '', ...zones] = words(line);
      return [abbreviation, zones] as const;
    }),
);

/** For every offset from UTC that is in use: zones that have it as their standard time, the best known first. */
export const zonesOfOffset: ReadonlyMap<string, readonly string[]> = new Map([
  ['-12:00', ['Etc/GMT+12']],
  ['-11:00', ['Pacific/Pago_Pago', 'Pacific/Niue']],
  ['-10:00', ['Pacific/Honolulu', 'Pacific/Tahiti']],
  ['-09:30', ['Pacific/Marquesas']],
  ['-09:00', ['America/Anchorage', 'Pacific/Gambier']],
  ['-08:00', ['America/Los_Angeles', 'Pacific/Pitcairn']],
  ['-07:00', ['America/Denver', 'America/Phoenix']],
  ['-06:00', ['America/Chicago', 'America/Mexico_City']],
  ['-05:00', ['America/New_York', 'America/Bogota', 'America/Lima']],
  ['-04:00', ['America/Halifax', 'America/Caracas']],
  ['-03:30', ['America/St_Johns']],
  ['-03:00', ['America/Sao_Paulo', 'America/Argentina/Buenos_Aires']],
  ['-02:00', ['America/Noronha', 'Atlantic/South_Georgia']],
  ['-01:00', ['Atlantic/Azores', 'Atlantic/Cape_Verde']],
  ['+00:00', ['UTC', 'Europe/London', 'Africa/Accra']],
  ['+01:00', ['Europe/Berlin', 'Europe/Paris', 'Africa/Lagos']],
  ['+02:00', ['Europe/Athens', 'Africa/Cairo', 'Africa/Johannesburg']],
  ['+03:00', ['Europe/Moscow', 'Europe/Istanbul', 'Africa/Nairobi']],
  ['+03:30', ['Asia/Tehran']],
  ['+04:00', ['Asia/Dubai', 'Asia/Baku']],
  ['+04:30', ['Asia/Kabul']],
  ['+05:00', ['Asia/Tashkent', 'Asia/Karachi', 'Asia/Almaty']],
  ['+05:30', ['Asia/Kolkata', 'Asia/Colombo']],
  ['+05:45', ['Asia/Kathmandu']],
  ['+06:00', ['Asia/Bishkek', 'Asia/Dhaka']],
  ['+06:30', ['Asia/Yangon']],
  ['+07:00', ['Asia/Bangkok', 'Asia/Jakarta']],
  ['+08:00', ['Asia/Shanghai', 'Asia/Singapore', 'Australia/Perth']],
  ['+08:45', ['Australia/Eucla']],
  ['+09:00', ['Asia/Tokyo', 'Asia/Seoul']],
  ['+09:30', ['Australia/Darwin', 'Australia/Adelaide']],
  ['+10:00', ['Australia/Brisbane', 'Australia/Sydney']],
  ['+10:30', ['Australia/Lord_Howe']],
  ['+11:00', ['Pacific/Guadalcanal', 'Pacific/Noumea']],
  ['+12:00', ['Pacific/Auckland', 'Pacific/Fiji']],
  ['+12:45', ['Pacific/Chatham']],
  ['+13:00', ['Pacific/Tongatapu', 'Pacific/Apia']],
  ['+14:00', ['Pacific/Kiritimati']],
]);

/** Cities that no zone is called after, by the zone whose clocks they go by. */
export const otherCities: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'Africa/Johannesburg': 'Cape Town, Pretoria',
    'America/Chicago': 'Dallas, Houston',
    'America/Los_Angeles': 'San Francisco, Seattle',
    'America/New_York': 'Atlanta, Boston, Washington',
    'America/Sao_Paulo': 'Brasilia, Rio de Janeiro',
    'America/Toronto': 'Ottawa',
    'Asia/Almaty': 'Astana',
    'Asia/Dubai': 'Abu Dhabi',
    'Asia/Ho_Chi_Minh': 'Hanoi',
    'Asia/Karachi': 'Islamabad, Lahore',
    'Asia/Kolkata': 'Bangalore, Bengaluru, Bombay, Chennai, Delhi, Mumbai, New Delhi',
    'Asia/Seoul': 'Busan',
    'Asia/Shanghai': 'Beijing, Guangzhou, Hangzhou, Nanjing, Peking, Qingdao, Shenzhen, Tianjin, Wuhan',
    'Asia/Tokyo': 'Kyoto, Osaka',
    'Europe/Berlin': 'Frankfurt, Hamburg, Munich',
    'Europe/Istanbul': 'Ankara',
    'Europe/London': 'Edinburgh, Manchester',
    'Europe/Madrid': 'Barcelona',
    'Europe/Moscow': 'Saint Petersburg, St Petersburg',
    'Europe/Rome': 'Milan',
    'Europe/Zurich': 'Bern, Geneva',
    'Pacific/Auckland': 'Wellington',
  }).flatMap(([zone, cities]) => cities.split(', ').map((city) => [city, zone] as const)),
);

/** What is offered before anything is typed. */
export const wellKnown: readonly string[] = words(`
  UTC Asia/Shanghai Europe/Moscow Asia/Kolkata Asia/Karachi Asia/Almaty Asia/Bishkek Asia/Dushanbe Asia/Tashkent
  Asia/Tehran Europe/Minsk Asia/Hong_Kong Asia/Singapore Asia/Tokyo Asia/Dubai Europe/Istanbul Africa/Cairo
  Europe/Berlin Europe/Paris Europe/London America/Sao_Paulo America/New_York America/Chicago America/Los_Angeles
  Australia/Sydney
`);
