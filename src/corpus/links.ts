import type { Article, Paragraph } from '../document/types.ts';

/** Where passages can be opened. */
export interface LinkSettings {
  /** Where teammates reach the desk's pages, without a closing slash; null when that is not set. */
  readonly publicUrl: string | null;
  /** An address with {file}, {line}, {article}, {n} or {fragment}; null when that is not set. */
  readonly sourceUrlTemplate: string | null;
  /** Where this machine reaches the desk's pages, without a closing slash. */
  readonly localUrl: string;
  /** As it is configured. */
  readonly corpusDirectory?: string;
}

/** A file's path below a corpus folder outside of the project, so that no address shows a path of this machine. */
function publishedPath(file: string, folder = ''): string {
  const isOutside = /^(?:\/|\.\.|[A-Za-z]:)/.test(file);
  const start = `${folder.replace(/\/+$/, '')}/`;
  return isOutside && file.startsWith(start) ? file.slice(start.length) : file;
}

export interface Link {
  readonly url: string;
  /** Whether people on other machines can follow it. */
  readonly shared: boolean;
}

/** Gives the link that opens a passage. */
export type LinkTo = (article: Article, paragraph: Paragraph) => Link;

/** Words of a passage's beginning and end in an address: few, so that it is short, but enough to name one place. */
const FRAGMENT_WORDS = 6;

/** The text as a page shows it, without Markdown's marks. */
const shownText = (text: string): string =>
  text
    .replace(/^(?:#{1,6}|[-*+]|\d{1,3}[.)]|>)\s+/u, '')
    .replace(/!?\[([^[\]]*)\]\([^()\s]*\)/gu, '$1')
    .replace(/(\*{1,3}|_{1,3}|`)(?=\S)(.*?\S)\1(?![\p{L}\p{N}])/gu, '$2');

/**
 * The value of a text fragment, `#:~:text=VALUE`, which opens and marks a passage in anybody's page.
 * Syntax: WICG "URL Fragment Text Directives": comma, hyphen and ampersand are percent-encoded in the text.
 */
export function textFragment(text: string): string {
  const encode = (part: string): string =>
    encodeURIComponent(part)
      .replaceAll('-', '%2D')
      // An address that ends in a full stop would lose it in running text.
      .replace(/\.$/, '%2E');
  const words = text.split(/\s+/u).filter((word) => word !== '');
  if (words.length <= FRAGMENT_WORDS * 2) return encode(words.join(' '));
  const start = words.slice(0, FRAGMENT_WORDS).join(' ');
  const end = words.slice(-FRAGMENT_WORDS).join(' ');
  return `${encode(start)},${encode(end)}`;
}

/** The article's own address, else the reader under PUBLIC_URL, else the source repository, else this machine. */
export function createLinks(settings: LinkSettings): LinkTo {
  return (article, paragraph) => {
    const fragment = (): string => {
      const text = article.text.slice(paragraph.start, paragraph.end);
      return textFragment(/\.md$/i.test(article.file) ? shownText(text) : text);
    };
    if (article.url !== null) {
      const page = article.url.replace(/:~:.*$/u, '');
      const joint = page.includes('#') ? '' : '#';
      return { url: `${page}${joint}:~:text=${fragment()}`, shared: true };
    }
    const page = `/a/${article.id}#p${paragraph.n}`;
    if (settings.publicUrl !== null) return { url: settings.publicUrl + page, shared: true };
    if (settings.sourceUrlTemplate !== null) {
      const values = new Map([
        [
          'file',
          publishedPath(article.file, settings.corpusDirectory).split('/').map(encodeURIComponent).join('/'),
        ],
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
