/** What Discord would make of a text beyond showing it. */
export interface Feature {
  readonly kind:
    | 'bold'
    | 'code'
    | 'code block'
    | 'emoji'
    | 'emphasis'
    | 'heading'
    | 'link'
    | 'list'
    | 'mention'
    | 'quotation'
    | 'small print'
    | 'spoiler'
    | 'struck out'
    | 'timestamp'
    | 'underline';
  /** The address of a link, the source of anything else. */
  readonly of: string;
}

export interface Shown {
  /** The words that a reader sees. */
  readonly text: string;
  readonly features: readonly Feature[];
}

interface Place {
  readonly lineStart: boolean;
  readonly quoted: boolean;
}

type Rule = (source: string, place: Place) => (Shown & { readonly length: number }) | null;

const inner = (source: string, place: Partial<Place> = {}): Shown =>
  readMarkdown(source, { lineStart: false, quoted: true, ...place });

/** A rule for a construct whose first group is markdown of its own. */
const around =
  (pattern: RegExp, kind: Feature['kind'], at: 'line' | 'anywhere' = 'anywhere'): Rule =>
  (source, { lineStart, quoted }) => {
    const match = at === 'line' && !lineStart ? null : pattern.exec(source);
    if (match === null) return null;
    const words = match.slice(1).find((group) => group !== undefined) ?? '';
    const within = inner(words, { quoted });
    return {
      text: within.text,
      features: [{ kind, of: match[0] }, ...within.features],
      length: match[0].length,
    };
  };

/** A rule for a construct that shows its first group as it stands, or all of itself. */
const raw =
  (pattern: RegExp, kind: Feature['kind'] | null): Rule =>
  (source) => {
    const match = pattern.exec(source);
    if (match === null) return null;
    const text = match[1] ?? match[0];
    const features = kind === null ? [] : [{ kind, of: kind === 'link' ? text : match[0] }];
    return { text, features, length: match[0].length };
  };

const quotation: Rule = (source, { lineStart, quoted }) => {
  const match = lineStart && !quoted ? /^ *>>> ([\s\S]*)|^ *> [^\n]*(?:\n *> [^\n]*)*\n?/.exec(source) : null;
  if (match === null) return null;
  const [all, multiline] = match;
  const within = inner(multiline ?? all.replace(/^ *> /gm, ''), { lineStart: true });
  return {
    text: within.text,
    features: [{ kind: 'quotation', of: all }, ...within.features],
    length: all.length,
  };
};

/** A label shows its characters as they stand, backslashes too; see discord-api-docs issue 6185. */
const maskedLink: Rule = (source) => {
  const match =
    /^\[((?:\[[^\]]*\]|[^[\]]|\](?=[^[]*\]))*)\]\(\s*<?((?:\([^)]*\)|[^\s\\]|\\.)*?)>?(?:\s+['"]([\s\S]*?)['"])?\s*\)/.exec(
      source,
    );
  const [all, label, url] = match ?? [];
  if (all === undefined || label === undefined || url === undefined) return null;
  return { text: label, features: [{ kind: 'link', of: url }], length: all.length };
};

/**
 * Discord's rules, in their order of precedence: those of simple-markdown with Discord's own, as public readers
 * of Discord markdown have them (ItzDerock/discord-markdown-parser, brussell98/discord-markdown). In doubt a
 * rule here matches more than Discord's, so that what this finds harmless is so.
 */
const RULES: readonly Rule[] = [
  quotation,
  around(/^[^\S\n]*#{1,3}[^\S\n]+([^\n]+(?:\n|$))/, 'heading', 'line'),
  around(/^[^\S\n]*-#[^\S\n]+([^\n]+(?:\n|$))/, 'small print', 'line'),
  around(/^[^\S\n]*(?:[*+-]|\d+[.)])(?:[^\S\n]+([^\n]*(?:\n|$))|\n|$)/, 'list', 'line'),
  raw(/^```(?:[a-z0-9_+\-.#]+?\n)?\n*([\s\S]+?)\n*```/i, 'code block'),
  raw(/^\\([^0-9A-Za-z\s])/, null),
  raw(/^<(\w[^: >]*:\/[^ >]+)>/, 'link'),
  raw(/^<([^ >]+@[^ >]+\.[^ >]+|\+\d[\d -]*)>/, 'link'),
  raw(/^<(?:@[!&]?|#)\d+>/, 'mention'),
  raw(/^<\/[^>\n]+:\d+>/, 'mention'),
  raw(/^<\d+:[^>\n]+>|^<id:[^>\n]+>/, 'mention'),
  raw(/^<t:-?\d+(?::\w)?>/i, 'timestamp'),
  raw(/^<a?:\w+:\d+>/, 'emoji'),
  raw(/^@(?:everyone|here)/, 'mention'),
  raw(/^((?:https?|steam|discord):\/\/[^\s<]+[^<.,:;"'\]\s])/, 'link'),
  maskedLink,
  around(/^\*\*((?:\\[\s\S]|[^\\])+?)\*\*(?!\*)/, 'bold'),
  around(/^__((?:\\[\s\S]|[^\\])+?)__(?!_)/, 'underline'),
  around(
    /^_((?:__|\\[\s\S]|[^\\_])+?)_(?!\w)|^\*(?=\S)((?:\*\*|\\[\s\S]|\s+(?:[^*\s\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/,
    'emphasis',
  ),
  around(/^~~([\s\S]+?)~~(?!_)/, 'struck out'),
  around(/^\|\|([\s\S]+?)\|\|/, 'spoiler'),
  raw(/^`([^`]+)`(?!`)|^``([\s\S]*?[^`])``(?!`)/, 'code'),
  raw(/^:[^\s:]+:/, 'emoji'),
];

/** Markdown as a reader on Discord sees it. */
export function readMarkdown(markdown: string, place: Place = { lineStart: true, quoted: false }): Shown {
  let rest = markdown;
  let text = '';
  let { lineStart } = place;
  const features: Feature[] = [];
  while (rest !== '') {
    const here = { lineStart, quoted: place.quoted };
    let found: ReturnType<Rule> = null;
    for (const rule of RULES) {
      found = rule(rest, here);
      if (found !== null) break;
    }
    const taken = rest.slice(0, found?.length ?? 1);
    text += found?.text ?? taken;
    features.push(...(found?.features ?? []));
    rest = rest.slice(taken.length);
    lineStart = taken.endsWith('\n') || (lineStart && found === null && /^[^\S\n]*$/.test(taken));
  }
  return { text, features };
}
