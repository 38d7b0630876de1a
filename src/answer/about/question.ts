import { monthNumber, plainDate } from '../../document/dates.ts';
import type { Query } from '../../search/types.ts';

/** What a question wants to know of an article. */
export type Fact = 'author' | 'publisher' | 'date';

/** One end of a span of time. */
export interface Bound {
  /** A year, a month or a day as an ISO date begins: `2020`, `2020-11`, `2020-11-04`. */
  readonly period: string;
  readonly included: boolean;
}

/** Which articles a question asks for: all of them, those of a name, those of some days or of no day. */
export type Choice =
  | { readonly by: 'all' }
  | { readonly by: 'name'; readonly role: 'author' | 'publisher' | 'either'; readonly name: string }
  | { readonly by: 'date'; readonly since: Bound | null; readonly until: Bound | null }
  | { readonly by: 'nothing'; readonly lacking: Fact };

/** A question about articles themselves: a fact of some, or which there are. */
export type AboutQuestion =
  | {
      readonly asks: 'fact';
      readonly fact: Fact;
      /** Words that may name an article. */
      readonly name: string;
    }
  | {
      readonly asks: 'articles';
      readonly choice: Choice;
      /** Whether the question says "articles": then it is about them even where no article has the name. */
      readonly plain: boolean;
    };

const COURTESY =
  /^(?:please |(?:can|could|would) you (?:please )?|(?:do you know|tell me|show me|say|find out|i (?:want|would like) to know|name|list|give me) )+/i;
const WRITTEN = '(?:first )?(?:published|written|posted|released|printed|authored|penned|put online)';
const OUTLET = '(?:publisher|outlet|newspaper|paper|magazine|(?:web)?site|publication|media|medium|agency)';

/** Questions for a fact. Whether what stands in `name` names an article is decided later. */
const FACTS: readonly (readonly [Fact, RegExp])[] = [
  ['author', /^(?:who|whoever) (?:really |actually )?(?:wrote|authored|penned|has written)\b(?<name>.*)$/i],
  [
    'author',
    /^(?:(?:who|what|which)(?:['’]s| is| was| are| were) )?(?:the )?(?:name of the )?(?:authors?|writers?|byline)(?: name)?(?: (?:of|for|behind)\b(?<name>.*))?$/i,
  ],
  ['author', /^by whom (?:is|was|are|were)(?<name>.*) (?:written|authored)$/i],
  ['author', /^who(?:m)? (?:is|was|are|were)(?<name>.+?)(?: written| authored| penned)? by$/i],
  ['author', /^whose (?<name>(?:article|piece|text|commentary|op-ed|essay)s?) (?:is|was) (?:it|this|that)$/i],
  ['publisher', /^who (?:first )?(?:published|posted|printed|has published)\b(?<name>.*)$/i],
  [
    'publisher',
    new RegExp(`^(?:(?:who|what|which)(?:['’]s| is| was) )?(?:the )?${OUTLET} of\\b(?<name>.*)$`, 'i'),
  ],
  [
    'publisher',
    new RegExp(
      `^(?:in )?(?:what|which) ${OUTLET} (?:first )?(?:published|posted|printed|ran|carried)\\b(?<name>.*)$`,
      'i',
    ),
  ],
  ['publisher', /^where (?:is|was|were|are)(?<name>.*) (?:first )?(?:published|posted|printed|from)$/i],
  ['publisher', /^where (?:did|does|do)(?<name>.*) (?:appear|come from)$/i],
  ['publisher', /^who (?:is|was|are|were)(?<name>.*) (?:published|posted|printed) by$/i],
  ['date', new RegExp(`^when (?:is|was|were|are)(?<name>.*) (?:${WRITTEN}|dated|from)$`, 'i')],
  ['date', /^when did(?<name>.*) (?:come out|appear)$/i],
  ['date', /^when did(?<name>.*? (?:write|publish|post) .*)$/i],
  [
    'date',
    /^(?:(?:what|which)(?:['’]s| is| was) )?(?:the )?(?:date|day|year)(?: of publication| published)? (?:of|for|on)\b(?<name>.*)$/i,
  ],
  [
    'date',
    /^(?:(?:what|which)(?:['’]s| is| was) )?(?:the )?(?:publication|publishing|release) (?:date|day|year) (?:of|for)\b(?<name>.*)$/i,
  ],
  [
    'date',
    new RegExp(
      `^(?:on |in )?(?:what|which) (?:date|day|year|month) (?:is|was|were)(?<name>.*) (?:${WRITTEN}|from)$`,
      'i',
    ),
  ],
  ['date', /^how (?:old|recent) (?:is|are)\b(?<name>.*)$/i],
];

/** The nouns in `wide` are used of much else; "stories from 2020" is no question about articles. */
const ARTICLES =
  '(?:(?:articles?|pieces?|commentar(?:y|ies)|op-eds?|essays?)|(?<wide>texts?|stor(?:y|ies)|sources))';
const NAME_GROUP = '(?<name>[^?]{1,80})';
const LISTED = new RegExp(
  `^(?:(?:which|what|how many|list|all|any|the|of|are there|do you have|is there|every|show) ?)*\\b${ARTICLES}\\b(?<rest>.*)$`,
  'i',
);

const BY_SOMEBODY = new RegExp(
  `^(?:(?:that |which )?(?:are|were|was|is|have been|has been|there are|do you have) )*(?:there )?(?:(?:written|authored|penned) )?by ${NAME_GROUP}$`,
  'i',
);
const PUBLISHED_BY = new RegExp(
  `^(?:(?:that |which )?(?:are|were|have been|do you have) )*(?:published|posted|printed) by ${NAME_GROUP}$`,
  'i',
);
const FROM_PUBLISHER = new RegExp(
  `^(?:(?:that |which )?(?:are|were|come|came|do you have|have you got|are there|published) )*(?:from|of publisher) ${NAME_GROUP}$`,
  'i',
);
const DID_SOMEBODY = new RegExp(
  `^(?:did|has|have|had) ${NAME_GROUP} (?:ever )?(?<did>write|written|author|authored|publish|published|post|posted)$`,
  'i',
);
const IN_TIME =
  /^(?:(?:that |which )?(?:are|were|was|have been|do you have|are there|come|came) )*(?:published|written|dated|posted|released)?\s*(?<how>in|on|from|of|after|since|before|until|till|by|later than|earlier than|between)\s+(?:the (?:year|month of) )?(?<day>.+?)(?: (?:and|to|until) (?<to>.+))?$/i;
const LACKING_A_FACT =
  /^(?:(?:that |which )?(?:are|have|do|is|were) )*(?:(?<undated>undated|not dated|without (?:a )?date|no date|not have (?:a )?date)|(?:have )?(?:no|without (?:an? )?|not (?:have|name|give|state) (?:an? )?)\s*(?<fact>author|publisher)s?)$/i;
const ALL_OF_THEM =
  /^(?:(?:are |is |do you |does (?:it|the (?:desk|corpus)) |you )?(?:there|have|hold|know|in (?:here|all|total)|available|(?:in )?(?:the|your|this) (?:corpus|collection|desk|library|archive)|exist)(?: (?:are there|in (?:the|your|this) (?:corpus|collection|desk|library|archive)|in total|in all|available|now))?)?$/i;

/** In characters; a title is shorter. */
const LONGEST_QUESTION = 400;

/** A year, a month or a day that people write, as the beginning of an ISO date; null where it is none. */
function periodOf(text: string): string | null {
  const words = text.trim().replace(/^the /i, '');
  if (/^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(words)) return words;
  const { name = '', year } = /^(?<name>\p{L}{3,9})\.?,? (?<year>\d{4})$/u.exec(words)?.groups ?? {};
  const month = monthNumber(name);
  if (year !== undefined && month > 0) return `${year}-${String(month).padStart(2, '0')}`;
  return plainDate(words);
}

function datedChoice(rest: string): Choice | null {
  const { how = '', day = '', to } = IN_TIME.exec(rest)?.groups ?? {};
  const period = periodOf(day);
  if (period === null) return null;
  const here: Bound = { period, included: true };
  const beyond: Bound = { period, included: false };
  if (to !== undefined) {
    const end = periodOf(to);
    return end === null ? null : { by: 'date', since: here, until: { period: end, included: true } };
  }
  switch (how.toLowerCase()) {
    case 'after':
    case 'later than':
      return { by: 'date', since: beyond, until: null };
    case 'since':
      return { by: 'date', since: here, until: null };
    case 'before':
    case 'earlier than':
      return { by: 'date', since: null, until: beyond };
    case 'until':
    case 'till':
    case 'by':
      return { by: 'date', since: null, until: here };
    case 'between':
      return null;
    default:
      return { by: 'date', since: here, until: here };
  }
}

function choiceOf(rest: string, wide: boolean): Choice | null {
  const lacking = LACKING_A_FACT.exec(rest)?.groups;
  if (lacking !== undefined) {
    const fact = lacking['fact']?.toLowerCase();
    return { by: 'nothing', lacking: fact === 'author' || fact === 'publisher' ? fact : 'date' };
  }
  const dated = wide ? null : datedChoice(rest);
  if (dated !== null) return dated;
  const did = DID_SOMEBODY.exec(rest)?.groups;
  if (did !== undefined) return { by: 'name', role: 'either', name: did['name'] ?? '' };
  for (const [pattern, role] of [
    [PUBLISHED_BY, 'publisher'],
    [BY_SOMEBODY, 'either'],
    [FROM_PUBLISHER, 'publisher'],
  ] as const) {
    const name = pattern.exec(rest)?.groups?.['name'];
    if (name !== undefined) return { by: 'name', role, name };
  }
  return ALL_OF_THEM.test(rest) ? { by: 'all' } : null;
}

/** Reads a question as one about articles; null where it cannot be one. Names are not looked up here. */
export function readAboutQuestion({ words, phrases, without }: Query): AboutQuestion | null {
  if (without.length > 0) return null;
  const line = words
    .normalize('NFC')
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\s?？.!]+$/u, '')
    .replace(/ please$/i, '')
    .replace(COURTESY, '');
  if (line.length > LONGEST_QUESTION) return null;
  const listed = LISTED.exec(line)?.groups;
  if (listed !== undefined && phrases.length <= 1) {
    // A name in quotation marks has been taken out of the words.
    const rest = [listed['rest']?.trim() ?? '', ...phrases].join(' ').trim();
    const choice = choiceOf(rest, listed['wide'] !== undefined);
    if (choice !== null) return { asks: 'articles', choice, plain: true };
  }
  const what = DID_SOMEBODY.exec(line.replace(/^what (?:else )?/i, ''))?.groups?.['name'];
  if (what !== undefined && /^what\b/i.test(line)) {
    return { asks: 'articles', choice: { by: 'name', role: 'either', name: what }, plain: false };
  }
  for (const [fact, pattern] of FACTS) {
    const found = pattern.exec(line);
    if (found !== null) return { asks: 'fact', fact, name: (found.groups?.['name'] ?? '').trim() };
  }
  return null;
}
