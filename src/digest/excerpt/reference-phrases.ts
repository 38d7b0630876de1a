/**
 * Phrases of English that point back, on, or out of a text. For text in lower case, with straight apostrophes and
 * single spaces, unless something else is said.
 */

const anyOf = (...phrases: readonly string[]): string => `(?:${phrases.join('|')})`;

const NUMBER = anyOf('two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten');
const SOME = anyOf('each', 'all', 'some', 'many', 'most', 'few', 'several', 'half', 'none', 'much', NUMBER);
const UNIT = '(?:year|month|week|day|decade|hour|century|minute)';

/** As a sentence's first words they point back. */
export const POINTING_BACK = new RegExp(
  `^${anyOf(
    '(?:now|next|once|before|after|above|below|since|inside|outside|nearby|today|maybe),',
    'there (?!is|are|was|were|has|have|had|can|could|will|would|may|might|must|should|exist|remain|seem|appear|come|came|lie|stand)',
    'in (?:addition|contrast|turn|total|all|short|sum|conclusion|fact|particular|other words|return|response|reply|comparison|summary|brief|conjunction|parallel|any case|so doing|the meantime|the meanwhile|the end|the process|the latter|the former)(?! (?:to|of|with)\\b)',
    'as an? (?:result|consequence|example|illustration)(?! of\\b)',
    'as (?:such|well|mentioned|noted|stated|described|discussed|shown|seen|said|for|above|indicated|explained|before|ever|usual)\\b',
    'as (?:this|that|these|it|he|she|they|we|i|you)\\b',
    '(?:as|since|because|when|while|if|although|though) (?:both|neither|either|others|some)\\b',
    '(?:for|to give) (?:an )?(?:example|instance)\\b',
    'on the (?:other|one|contrary|whole)\\b',
    'by (?:contrast|comparison|doing so|the way)\\b',
    'at (?:the|that|this) (?:same time|time|point|moment|end|beginning|start)(?! of\\b)',
    'at (?:first|last|least|most|the same)\\b',
    'of (?:course|these|those|them|the two)\\b',
    '(?:that|having) (?:is|said)\\b',
    'to that end\\b',
    'to (?:conclude|sum up|summari[sz]e|begin with|start with|do so|be clear)\\b',
    '(?:even|only|until|since|by|from|ever) (?:so|then|now|here|that)\\b',
    `all (?:in all|the same|but|of which|of whom|${NUMBER})\\b`,
    '(?:after|before|above|despite|beyond|with|because of|due to|owing to|thanks to) (?:all|that)\\b',
    'not (?:so|only (?:that|this))\\b',
    'if (?:so|not)\\b',
    'no (?:wonder|doubt)\\b',
    'the same\\b',
    'among (?:other|others|the)\\b',
    'one (?!of\\b|hundred|thousand|million|billion|day\\b|year\\b)',
    'each (?!of the\\b|year\\b|day\\b)',
    `${SOME} (?:is|are|was|were|has|have|had|will|would|can|could|do|did|does|went|came|took|became|began|made|remain)\\b`,
    `(?:part|both|${SOME}) of (?:it|which|whom|the (?:two|three|latter|former))\\b`,
    '(?:a|an) (?:second|third|fourth|fifth|further|similar|related|different|final|subsequent|later|earlier|corresponding)\\b',
    '(?:an?|another) (?:example|instance|exception|alternative|answer|result|consequence)s? (?:is|was|are|were|would|of this)\\b',
    'the (?:reason|result|answer|point)s? (?:is|are|was|were)\\b',
    "what(?:'s| is) (?:more|worse|worth)\\b",
    `(?:${UNIT}s|(?:shortly|soon|long|immediately|just)|(?:an?|one|several|a few|\\d+|${NUMBER}) ${UNIT}s?) (?:later|afterwards?|earlier)\\b`,
    '(?:shortly|soon|long|immediately|not long) (?:after|before),',
    'within (?:a |an )?(?:short |few )?(?:time|days|weeks|months|years|hours|minutes)\\b(?! of\\b)',
  )}`,
  'u',
);

/** As a sentence's first words they count on from something, or begin to count. */
export const COUNTING_ON = new RegExp(
  `^${anyOf(
    '(?:first|second|third|fourth|fifth|sixth|seventh|last|next|final)(?:ly)?,',
    '(?:firstly|secondly|thirdly|fourthly|finally|lastly)\\b',
    'first of all\\b',
    'the first (?:is|was|one|task|step|reason|point|example|phase|type|category|method|group|shows?|describes?|concerns?|involves?|includes?|has|had|will|would)\\b(?! of\\b)',
    '(?:as|for) (?:a|the|its|their) (?:first|second|third|fourth|fifth|next|final|last)\\b',
  )}`,
  'u',
);

/** Between commas they point back. */
export const SET_OFF =
  /, (?:for example|for instance|in turn|too|in contrast|by contrast|on the other hand|in particular|of course|as a result|in addition|then),/u;

/** "that year", "that time" before a year has been named. */
export const THAT_TIME =
  /^[^\d]*\bthat (?:same )?(?:year|time|day|period|month|week|century|decade|era|moment|date)\b/u;

const SAYING = anyOf(
  ...'said says say added adds noted notes stressed told asked replied explained continued argued warned'.split(
    ' ',
  ),
  ...'insisted declared stated remarked wrote writes observed concluded recalled claimed believes believed'.split(
    ' ',
  ),
  'emphasi[sz]ed',
  'suggested',
  'went on',
  'pointed out',
);

/** Who speaks is a pronoun, or a title that names nobody: "…, he said". */
export const SAID_BY_WHOM = new RegExp(
  `(?:[,?!—–]["”']{0,2}\\s+|["”]\\s+)${anyOf(
    'he|she|they|it|i|we',
    'the (?:president|minister|leader|official|spokes(?:man|woman|person)|author|expert|analyst|statement|report|paper|two|ministry|diplomat|scholar|professor|study|premier|ambassador)s?',
  )} (?:(?:also|then|further|had|has) )?${SAYING}\\b`,
  'u',
);
/** Somebody speaks. */
export const SAID = new RegExp(`\\b${SAYING}\\b`, 'u');

/** They point at something on the page, announce a list, or call on the reader. */
export const ELSEWHERE = new RegExp(
  anyOf(
    '\\b(?:aforementioned|aforesaid|above-mentioned|click here|read more|subscribe to|sign up (?:for|to)|as follows)\\b',
    '\\b(?:mentioned|noted|described|discussed|shown|stated|listed|given|seen|quoted|cited) (?:above|below|earlier|before|previously)\\b',
    '\\bsee (?:also )?(?:above|below|figure|table|chapter|section|box|appendix)\\b',
    '\\b(?:figure|fig\\.|table|box|exhibit|appendix|equation|eq\\.) \\(?\\d',
    '\\((?:left|right|above|below|centre|center|pictured|see [^)]*|top|bottom)\\)',
    '\\b(?:pictured|above|below)[.,;:)]',
    '\\bthe following(?: [\\p{L}-]+){0,3}[.:]?["”\']?$',
  ),
  'u',
);

/** An address to go to, in text of any case. */
export const ADDRESS = /https?:\/\/|\bwww\.|[\w.+-]+@[\w-]+\.\w/iu;
/** The target of a link in Markdown, which is no address that anybody reads. */
export const LINK_TARGET = /(?<=\])\([^()\s]*\)/gu;
