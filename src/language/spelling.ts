/**
 * British spellings to American ones, so that "organisation" finds "organization". Index and query both pass through
 * here: a word need not come out right, only the same for both spellings.
 */
const RULES: readonly (readonly [RegExp, string])[] = [
  [/is(e|es|ed|er|ers|ing|ation|ations|able)$/, 'iz$1'],
  [/ys(e|es|ed|er|ers|ing)$/, 'yz$1'],
  [/([a-z]{2})our(|s|ed|er|ers|ing|ite|ites|able|al|hood|hoods|ly|ful|less)$/, '$1or$2'],
  [/(cent|theat|met|lit|fib|calib|sab|spect|somb|lust|meag)re(|s|d)$/, '$1er$2'],
  [/(def|off|pret)ence(|s|less)$/, '$1ense$2'],
  [/licence(|s|d)$/, 'license$1'],
  [/(dial|catal|anal|monol|prol|epil)ogue(|s|d)$/, '$1og$2'],
  [
    /(travel|cancel|label|model|level|counsel|fuel|signal|total|equal|marvel|channel|tunnel|dial|quarrel|rival)l(ed|er|ers|ing)$/,
    '$1$2',
  ],
  [/(fulfi|enro|instalm|ski)l(|s|ment|ments|ful|fully)$/, '$1ll$2'],
  [/programme(|s|d|r|rs)$/, 'program$1'],
  [/(encyclop|arch|medi|p)ae(d|o|v)/, '$1e$2'],
  [/manoeuv(re|er)/, 'maneuver'],
  [/(judg|acknowledg)ement/, '$1ment'],
  [/^enquir/, 'inquir'],
  [/^sceptic/, 'skeptic'],
  [/^grey/, 'gray'],
  [/^ageing$/, 'aging'],
  [/^tyre(|s)$/, 'tire$1'],
  [/^aluminium/, 'aluminum'],
];

/** @param word in lower case. */
export const american = (word: string): string =>
  RULES.reduce((spelled, [british, other]) => spelled.replace(british, other), word);
