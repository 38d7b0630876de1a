import { hasWord } from './fold.ts';
import { trimmed } from './lines.ts';
import type { Span } from './types.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/**
 * What hides from the segmenter that Unicode's rules (UAX #29) would see a boundary that is none, or miss one. Each mask
 * is as long as what it hides. Lookbehinds are bounded, so that long texts stay linear.
 */
const MASKS: readonly (readonly [RegExp, (found: string) => string])[] = [
  // A hard-wrapped line does not end the sentence.
  [/[\r\n]/g, () => ' '],
  // "… the region.[1] The next": a note's mark belongs to the sentence before it.
  [/(?<=[.!?]["”’]?)\[\d{1,3}\]/g, (found) => '\u200d'.repeat(found.length)],
  // "… in 2020. 10 states joined", "… Relations. opinion@example.org", "(a) Trade. (b) Security.": none starts with a capital.
  [/(?<=[.!?]["”’)\]]{0,4}\s{1,8}["“‘(]?)(?:\d|[a-z](?=[\w.+-]*@\w|[ivx]{0,3}\)\s))/g, () => 'A'],
];

const alternatives = (list: string): string => list.trim().split(/\s+/).join('|');

/** They never end a sentence. */
const BEFORE_A_NAME = alternatives(`
  Mr Mrs Ms Mx Messrs Dr Prof Sen Rep Gov Gen Col Maj Capt Cmdr Cdr Lt Sgt Adm Rev Hon Pres Amb Supt St Mt Ft
  e\\.g i\\.e cf viz vs approx`);

/** They do not end a sentence before a number. */
const BEFORE_A_NUMBER = alternatives(`
  Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec
  No Nos no nos pp? [Vv]ols? [Aa]rts? [Ss]ecs? [Ff]igs? [Cc]h [Pp]aras? eds? ca Rs [Tt]el`);

/** They may end a sentence or not: the word behind them decides. */
const EITHER = alternatives(`
  (?:\\p{L}\\.)+\\p{L} Ph\\.D Inc Ltd Co Corp Bros Jr Sr Esq al est Dept Univ Assn Ave Blvd`);

/** Words that start a sentence and that no name or title starts with. */
const STARTERS = alternatives(`
  The This That These Those There Then They He She It We You His Her Its Their Our In On At As If For From By
  And But Or So Yet Yes A An When While With Without Who What Why How After Before Although Since Until
  However Moreover Besides Meanwhile Both All Some Many Most Such Not Now Here To Under`);

/** A letter behind one of these is no initial: "plan B.", "World War I." */
const LETTERED = alternatives(`
  plan vitamin group part section class category appendix annex type war schedule exhibit option model team
  is are was were`);

const SPEECH_VERBS = alternatives(
  'said says asked added told replied wrote warned noted stressed insisted declared argued',
);

const CLOSERS = '["”’\'»)\\]]*';
const atStart = (source: string): RegExp => new RegExp(`^["“‘'«(\\[]*(?:${source})(?![\\p{L}\\p{N}])`, 'u');
const atEnd = (source: string, flags = 'u'): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}.])(?:${source})$`, flags);

const STARTER = atStart(STARTERS);
const starts = (next: string): boolean => STARTER.test(next) || /^["“‘«]/.test(next);

/** A boundary of the segmenter's that is none, told by the trimmed text on both its sides. */
interface Join {
  readonly before: RegExp;
  readonly after: RegExp;
  readonly unless?: (before: string, after: string) => boolean;
}

const JOINS: readonly Join[] = [
  { before: atEnd(`(?:${BEFORE_A_NAME})\\.`), after: /./ },
  { before: atEnd(`(?:${BEFORE_A_NUMBER})\\.`), after: /^[\d#]|^[IVXLC]+\b(?!['’])/ },
  { before: atEnd(`(?:${EITHER})\\.`), after: /^\p{Lu}|^\d/u, unless: (_, after) => starts(after) },
  // An initial: "J. R. Smith", "George W. Bush".
  {
    before: /(?<![\p{L}\p{N}.’'])\p{Lu}\.$/u,
    after: /^\p{Lu}(?:\.|[\p{L}'’-])/u,
    unless: (before, after) =>
      starts(after) || new RegExp(`\\b(?:${LETTERED})\\s+\\p{Lu}\\.$`, 'iu').test(before),
  },
  // The number or letter of a list.
  { before: /^[([]?(?:\d{1,3}|[A-Za-z]|[ivx]{1,4})[.)\]]$/, after: /./ },
  // "Are we ready?" he asked. Yahoo! said.
  { before: new RegExp(`[!?…]${CLOSERS}$`), after: /^\p{Ll}/u },
  // "Never!" Xi said.
  {
    before: /^["“‘].*[!?…]["”’]$|^[^“‘"]*[!?…]["”’]$/s,
    after: new RegExp(`^(?:\\p{Lu}[\\p{L}.'’-]*\\s+){1,4}(?:${SPEECH_VERBS})\\b`, 'u'),
    unless: (_, after) => STARTER.test(after),
  },
  // A news agency's mark behind its dateline: "SAMARKAND, September 16. /TASS/. The heads of state …".
  { before: /./, after: /^\/\p{Lu}[\p{L} ]{1,20}\/\.?$/u },
  // A picture's credit is no sentence of its own: "… Apr. 12, 2023. (Photo/Xinhua)", "… logo. Photo: AFP".
  { before: /./, after: /^(?:[([][^.!?]*[)\]]|(?:Photos?|Images?|Pictures?|Credits?)\s*[:/]\s*[^.!?]*)$/i },
];

/** Characters of a sentence that the rules look at, more than any of them needs: so long texts stay linear. */
const REACH = 200;

const belongTogether = (text: string, before: Span, after: Span): boolean => {
  const next = text.slice(after.start, Math.min(after.end, after.start + REACH));
  const whole = text.slice(before.start, before.end);
  const last = whole.length > REACH ? whole.slice(-REACH) : whole;
  if (!hasWord(whole) || !hasWord(text.slice(after.start, after.end))) return true;
  return JOINS.some(
    (join) => join.before.test(last) && join.after.test(next) && !(join.unless?.(last, next) ?? false),
  );
};

/**
 * The sentences of a span of text, in order, without the white space between them; at least one when the span is not
 * blank. A closing quotation mark or bracket belongs to the sentence that it closes.
 */
export const sentencesOf = (text: string, span: Span): readonly Span[] => {
  const masked = MASKS.reduce(
    (shown, [pattern, mask]) => shown.replace(pattern, mask),
    text.slice(span.start, span.end),
  );
  const sentences: Span[] = [];
  for (const { index, segment } of segmenter.segment(masked)) {
    const start = span.start + index;
    const found = trimmed(text, { start, end: start + segment.length });
    if (found.start === found.end) continue;
    const last = sentences.at(-1);
    if (last !== undefined && belongTogether(text, last, found)) {
      sentences[sentences.length - 1] = { start: last.start, end: found.end };
    } else sentences.push(found);
  }
  return sentences;
};
