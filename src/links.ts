import type { Article, Paragraph } from './corpus/types.ts';

export interface LinkSettings {
  /** Where teammates reach the desk's pages, without a closing slash; null when that is not set. */
  readonly publicUrl: string | null;
  /** An address with {file}, {line}, {article}, {n} or {fragment}; null when that is not set. */
  readonly sourceUrlTemplate: string | null;
  /** Where this machine reaches the desk's pages, without a closing slash. */
  readonly localUrl: string;
}

export interface Link {
  readonly url: string;
  /** Whether people on other machines can follow it. */
  readonly shared: boolean;
}

export type LinkTo = (article: Article, paragraph: Paragraph) => Link;

/** Words quoted at each end of a passage, so that the address stays short and still names one place. */
const FRAGMENT_WORDS = 6;

/**
 * The value of a text fragment, `#:~:text=VALUE`, which opens and marks a passage in a page of somebody else's.
 * Syntax: WICG "URL Fragment Text Directives": comma, hyphen and ampersand are percent-encoded in the text.
 */
export function textFragment(text: string): string {
  const encode = (part: string): string => encodeURIComponent(part).replaceAll('-', '%2D');
  const words = text.split(/\s+/u).filter((word) => word !== '');
  if (words.length <= FRAGMENT_WORDS * 2) return encode(words.join(' '));
  const start = words.slice(0, FRAGMENT_WORDS).join(' ');
  const end = words.slice(-FRAGMENT_WORDS).join(' ');
  return `${encode(start)},${encode(end)}`;
}

/** The article's own address, else the reader under PUBLIC_URL, else the source repository, else this machine. */
export function createLinks(settings: LinkSettings): LinkTo {
  return (article, paragraph) => {
    const fragment = (): string => textFragment(article.text.slice(paragraph.start, paragraph.end));
    if (article.url !== null) {
      const joint = article.url.includes('#') ? '' : '#';
      return { url: `${article.url}${joint}:~:text=${fragment()}`, shared: true };
    }
    const page = `/a/${article.id}#p${paragraph.n}`;
    if (settings.publicUrl !== null) return { url: settings.publicUrl + page, shared: true };
    if (settings.sourceUrlTemplate !== null) {
      const values = new Map([
        ['file', article.file.split('/').map(encodeURIComponent).join('/')],
        ['line', String(paragraph.line)],
        ['article', article.id],
        ['n', String(paragraph.n)],
        ['fragment', fragment()],
      ]);
      const url = settings.sourceUrlTemplate.replace(
        /\{(\w+)\}/g,
        (whole, name: string) => values.get(name) ?? whole,
      );
      return { url, shared: true };
    }
    return { url: settings.localUrl + page, shared: false };
  };
}
