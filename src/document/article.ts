import { plainDate } from './dates.ts';
import {
  ARTICLE_ID,
  CONTROL_CHARACTER,
  type Complaint,
  NO_FRONT_MATTER,
  parseFrontMatter,
} from './front-matter.ts';
import { bylineName, bylineRole, plainLine, publishedDate } from './kind-rules.ts';
import { kindsOf } from './kinds.ts';
import { linesOf } from './lines.ts';
import { paragraphsOf } from './paragraphs.ts';
import { isQuotable, passageId } from './passage.ts';
import { repeatsOf } from './repeats.ts';
import { sentencesOf } from './sentences.ts';
import type { Article, Paragraph } from './types.ts';

/** An article, or why a file is none. */
export type ParsedArticle =
  | { readonly ok: true; readonly article: Article }
  | { readonly ok: false; readonly complaint: Complaint };

const baseName = (file: string): string => file.replace(/^.*\//, '').replace(/\.(?:md|txt)$/i, '');

/** An id made of a file's name: `Xi's speech (2020).md` is `xis-speech-2020`. */
const slug = (file: string): string =>
  baseName(file)
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

const lineNumberAt = (text: string, index: number): number =>
  text.slice(0, index).split(/\r\n|[\n\r]/).length;

const hex = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const checkCharacters = (content: string): Complaint | null => {
  const found = CONTROL_CHARACTER.exec(content);
  if (found === null) return null;
  return found[0] === '\0'
    ? { problem: 'this is a binary file', remedy: 'save the article as plain text' }
    : {
        problem: `line ${lineNumberAt(content, found.index)} holds a control character (${hex(found[0])})`,
        remedy: 'remove that character, or save the article as plain UTF-8 text',
      };
};

/** What the bylines say plainly of author and date. */
const readBylines = (bylines: readonly string[]) => {
  const first = (read: (line: string) => string | null): string | null => {
    for (const text of bylines) {
      const value = read(text);
      if (value) return value;
    }
    return null;
  };
  return {
    author: first(bylineName),
    role: first(bylineRole),
    published: first((text) => publishedDate(text) ?? plainDate(plainLine(text))),
  };
};

/**
 * Makes an article of a file's content, a byte order mark taken off. `file` is the path as people name it: its
 * ending says whether there can be front matter, its name is the id when the front matter gives none.
 */
export const parseArticle = (file: string, content: string): ParsedArticle => {
  const refuse = (complaint: Complaint): ParsedArticle => ({ ok: false, complaint });
  const complaint = checkCharacters(content);
  if (complaint !== null) return refuse(complaint);
  const parsed = /\.md$/i.test(file)
    ? parseFrontMatter(content)
    : ({ ok: true, frontMatter: NO_FRONT_MATTER, end: 0 } as const);
  if (!parsed.ok) return parsed;
  const { frontMatter, end } = parsed;

  const text = content.slice(end);
  const firstLine = lineNumberAt(content, end);
  if (text.trim() === '') {
    return refuse(
      content.trim() === ''
        ? { problem: 'the file is empty', remedy: 'put the article in it, or remove it' }
        : {
            problem: 'there is no text after the front matter',
            remedy: 'put the article below the second ---',
          },
    );
  }
  const id = frontMatter.id ?? slug(file);
  if (!ARTICLE_ID.test(id)) {
    return refuse({
      problem: 'no id can be made of the file’s name',
      remedy: 'rename it with Latin letters or digits, or save it as .md with an id in its front matter',
    });
  }

  const { blocks, titled } = paragraphsOf(linesOf(text), frontMatter.title);
  const texts = blocks.map(({ start, end: stop }) => text.slice(start, stop));
  const kinds = kindsOf(texts, titled);
  if (!kinds.some(isQuotable)) {
    return refuse({ problem: 'there is no body text', remedy: 'put the article’s text below its title' });
  }
  const repeats = repeatsOf(texts.map((words, index) => (isQuotable(kinds[index]) ? words : '')));
  const paragraphs = blocks.map((block, index): Paragraph => {
    const repeated = repeats[index] ?? null;
    return {
      id: passageId(id, index + 1),
      n: index + 1,
      kind: kinds[index] ?? 'body',
      start: block.start,
      end: block.end,
      line: firstLine + block.line,
      sentences: sentencesOf(text, block),
      repeats: repeated === null ? null : passageId(id, repeated + 1),
    };
  });
  const read = readBylines(texts.filter((_, index) => kinds[index] === 'byline'));
  const title = titled ? (texts[0] ?? '').replace(/^#+\s+/, '').replace(/\s+/g, ' ') : null;
  const author = frontMatter.author ?? read.author;
  return {
    ok: true,
    article: {
      id,
      file,
      title:
        frontMatter.title ??
        title ??
        baseName(file)
          .replace(/[-_\s]+/g, ' ')
          .trim(),
      publisher: frontMatter.publisher,
      publisherSite: frontMatter.publisher_site,
      author,
      authorRole: frontMatter.author_role ?? (author === null ? read.role : null),
      published: frontMatter.published ?? read.published,
      url: frontMatter.url,
      text,
      paragraphs,
    },
  };
};
