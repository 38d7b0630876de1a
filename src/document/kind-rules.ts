import { plainDate } from './dates.ts';
import { hasWord } from './fold.ts';
import type { ParagraphKind } from './types.ts';

/** Tells the kind of a paragraph by its words alone. A rule that is not sure must not match: body text is never lost. */
export interface KindRule {
  readonly kind: Exclude<ParagraphKind, 'title' | 'body'>;
  /** `head`: only before the first body paragraph. */
  readonly where: 'head' | 'anywhere';
  /**
   * What a line that matches does without a blank line beside it: it `starts` a paragraph, `ends` one, is one of its
   * `own`, or `none` of these.
   */
  readonly line: 'starts' | 'ends' | 'own' | 'none';
  readonly matches: (text: string) => boolean;
}

/** Rules that differ only in what they match. */
const rules = (
  kind: KindRule['kind'],
  where: KindRule['where'],
  line: KindRule['line'],
  all: readonly (RegExp | KindRule['matches'])[],
): readonly KindRule[] =>
  all.map((each) => ({
    kind,
    where,
    line,
    matches: typeof each === 'function' ? each : (text) => each.test(text),
  }));

const PARTICLE = '(?:(?:and|&|de|la|van|der|von|bin|al|da|di)\\s+){0,3}';
const PERSON_NAME = `\\p{Lu}[\\p{L}.'’-]*(?:\\s+${PARTICLE}\\p{Lu}[\\p{L}.'’-]*){0,6}`;
const AGENCY =
  'Xinhua|AFP|AP|Reuters|Getty(?: Images)?|VCG|IC|CFP|CGTN|TASS|Sputnik|EPA|ANI|PTI|Kyodo|Anadolu';
const PICTURE = '(?:Photo|Picture|Image)s?';
const POST =
  'director|professor|fellow|researcher|editor|analyst|journalist|commentator|ambassador|scholar|student|' +
  'lecturer|expert|member|president|head|chair\\w*|correspondent|reporter|columnist|consultant|writer|dean';
const NOTE = "(?:(?:Editor['’]s note|Disclaimer|Note)\\s*:\\s*)?";

/** The first group is the name. */
const AUTHOR_LINE = new RegExp(`^(?:By|BY|Written by|Author:)\\s+(${PERSON_NAME})(?:\\s*[,|][^.!?]*)?$`, 'u');
/** The first group is the date, perhaps with a time. */
const DATE_LINE =
  /^(?:(?:First )?[Pp]ublished|PUBLISHED|Posted|Date|Release date|Publication date)(?: on| at)?\s*:?\s+(.*)$/;
const ROLE_LINE = /^The (?:author|writer) is (?:an? |the )?(.+?)(?:\.(?:\s|$)|$)/;

/** A line without the emphasis of Markdown around the whole of it: “*By He Yin*”. */
export const plainLine = (line: string): string => line.replace(/^([*_]{1,3})([^*_].*?)\1$/u, '$2');

/** The name of a byline such as "By He Yin". */
export const bylineName = (line: string): string | null => AUTHOR_LINE.exec(plainLine(line))?.[1] ?? null;

/** What "The author is director of …" says of somebody without a name. */
export const bylineRole = (text: string): string | null => ROLE_LINE.exec(text)?.[1] ?? null;

const UPDATED = /\s+(?:[|•·–-]\s*)?(?:Last )?Updated\b.*$/i;

/** The ISO date of "Published: Nov 04, 2020 09:00 PM"; the date of an update behind it does not count. */
export const publishedDate = (line: string): string | null =>
  plainDate((DATE_LINE.exec(plainLine(line))?.[1] ?? '').replace(UPDATED, ''));

/** The first rule that matches decides. */
export const KIND_RULES: readonly KindRule[] = [
  ...rules('heading', 'anywhere', 'own', [/^#{1,6}\s+\S/]),
  ...rules('byline', 'head', 'own', [
    (text) => text.length <= 120 && bylineName(text) !== null,
    (text) => plainDate(plainLine(text)) !== null,
  ]),
  ...rules('byline', 'anywhere', 'own', [
    (text) => publishedDate(text) !== null,
    (text) =>
      plainDate(text.replace(/^(?:Last )?Updated\s*:\s*/i, '')) !== null && /^(?:Last )?Updated/i.test(text),
    // "Updated - March 29, 2023 10:13 pm IST - NEW DELHI"
    /^(?:Last )?Updated\s*[:–-]\s*[^.!?]{0,20}\b\d{4}\b[^.!?]{0,40}$/i,
    /^(?:Source|(?:Web )?Editors?)\s*:\s*\p{L}[\p{L} .&’'-]{0,40}$/iu,
    /^(?:(?:Additional )?[Rr]eporting|Writing|Editing|Compiled) by \p{Lu}[^!?]{1,200}$/u,
    /^(?:Last )?Updated:?\s+(?:an?|\d{1,3}) (?:minute|hour|day)s? ago$/i,
    /^(?:[\p{L}.,’'-]+ ){2,20}contributed to this (?:report|story|article)\.$/u,
  ]),
  ...rules('byline', 'anywhere', 'starts', [
    new RegExp(`^The (?:author|writer)s? (?:is|are) (?:an? |the )?(?:\\S+ ){0,4}?(?:${POST})\\b`),
  ]),
  ...rules('byline', 'anywhere', 'own', [/^(?:E-?mail:\s*)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/i]),
  ...rules('caption', 'anywhere', 'starts', [/^File (?:photo|picture|image)\b/i]),
  ...rules('caption', 'anywhere', 'ends', [
    /[([](?:File )?(?:Photo|Picture|Image)s?\s*(?:[/:]|by\b|courtesy\b)[^()[\]]{1,80}[)\]]$/i,
    /(?:^(?:\|\s)?|[.!?]\s+|\s[|–—-]\s)(?:Photo|Picture|Image|Illustration|Graphic|Cartoon)s?(?: credit| courtesy)?\s*[:/]\s*[^.!?]{1,60}$/i,
  ]),
  ...rules('caption', 'anywhere', 'own', [
    /^Credit\s*:\s*\p{L}[^!?,;]{0,40}$/u,
    // An image of Markdown's, with or without words to it.
    /^!\[[^\]]*\]\([^()\s]*\)$/,
  ]),
  ...rules('caption', 'anywhere', 'ends', [
    new RegExp(
      `[.!?”]\\s+(?:${AGENCY}|REUTERS)/${PERSON_NAME}(?:/Pool)?(?: via (?:${AGENCY}|REUTERS))?(?: Purchase Licensing Rights)?$`,
      'u',
    ),
    // A credit may also stand alone, below its picture: "(AP Photo/Vahid Salemi)".
    new RegExp(
      `(?:^|[.!?”]\\s*)[(\\[](?:${AGENCY})(?:/| (?:File )?${PICTURE}(?:/|(?=[)\\]])))[^()\\[\\]]{0,60}[)\\]]$`,
    ),
  ]),
  ...rules('caption', 'anywhere', 'own', [
    new RegExp(`^${PICTURE} (?:by|courtesy of) ${PERSON_NAME}(?:\\s?[/|,]\\s?${PERSON_NAME})?$`, 'u'),
  ]),
  ...rules('caption', 'anywhere', 'ends', [
    new RegExp(`[.!?”]\\s*©\\s*${PERSON_NAME}\\s?/\\s?(?:${AGENCY})$`, 'u'),
  ]),
  ...rules('notice', 'anywhere', 'own', [
    /^comments (?:are|have been) (?:now )?(?:closed|disabled|turned off)[.!]?$/i,
    /^(?:subscribe|sign up) (?:to|for) (?:our |the |this )?(?:\w+ )?newsletters?[.!]?$/i,
    /^(?:subscribe|sign up) (?:to|for) (?:our|the) (?:\w+ )?newsletters? (?:to|and) (?:get|receive|stay|never)\b.{0,120}$/i,
    /^(?:we|this (?:web)?site|our (?:web)?site) uses? cookies\b.{0,200}$/i,
    /^(?:related (?:articles|stories|posts)|read (?:more|also)|see also)\s*:?$/i,
    /^.{0,120}\b(?:subscribe to|sign up (?:to|for)) our (?:\w+ )?newsletter[.!]?$/i,
    /^(?:\d{1,5} comments?|(?:read|view|show|post|add) (?:all )?comments?|accept (?:all )?cookies|view profile|sign up here)[.!]?$/i,
    /^(?:also read|read (?:also|more)|see also|related)\s*[|:]\s*[^.!?]{1,150}$/i,
    /^(?:tags|keywords)\s*:\s*[^.!?]{1,200}$/i,
    /^(?:blog )?comments powered by \w+\.?$/i,
    /^(?:leave a (?:reply|comment)|advertisement|all rights reserved|skip to (?:main )?content)[.:!]?$/i,
    /^(?:share this(?: article| story)?|follow us)(?: (?:on|via) .{1,40})?[.:!]?$/i,
    /^(?:(?:copyright\s*)?(?:©|\(c\))\s*|copyright\s+(?=\d{4})).{0,120}$/i,
    /^(?:©|copyright)\s.{0,120}\ball rights reserved\b.{0,200}$/i,
  ]),
  ...rules('notice', 'anywhere', 'starts', [
    new RegExp(
      `^${NOTE}(?:The|This) (?:article|piece|commentary|essay|column|op-ed|text) (?:reflects?|represents?|expresses) .{0,40}\\b(?:author|writer)\\b`,
      'i',
    ),
    new RegExp(
      `^${NOTE}(?:The|All) (?:views?|opinions?)\\b.{0,80}\\bauthors?\\b.{0,120}\\b(?:not|alone|own)\\b`,
      'i',
    ),
  ]),
  ...rules('notice', 'anywhere', 'own', [(text) => !hasWord(text)]),
];

/** What follows one of these to the end of the article is about its author or publisher. */
export const PROFILE =
  /^(?:#{1,6}\s+)?(?:about the (?:authors?|writers?|publisher)|author(?:’s|'s|s)? (?:profile|bio(?:graphy)?))\s*:?$/i;
