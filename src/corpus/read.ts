import { isAbsolute, relative, sep } from 'node:path';
import { parseArticle } from '../document/article.ts';
import type { Article } from '../document/types.ts';
import { type FoundFile, findFiles } from './files.ts';
import type { Corpus, CorpusFault } from './types.ts';

/** There is nothing to answer from: the folder is missing, cannot be read, or holds no readable article. */
export class EmptyCorpusError extends Error {
  override readonly name = 'EmptyCorpusError';
  readonly directory: string;
  readonly problem: string;
  readonly remedy: string;
  /** The files that could not be read, if any. */
  readonly faults: readonly CorpusFault[];

  constructor(directory: string, problem: string, faults: readonly CorpusFault[] = [], cause?: unknown) {
    const remedy = 'Set CORPUS_DIR, or --corpus, to a folder with at least one readable .md or .txt article.';
    super(`${directory}: ${problem}`, { cause });
    this.directory = directory;
    this.problem = this.message;
    this.remedy = remedy;
    this.faults = faults;
  }
}

/** The folder as people name it: by its path from where the program was started, if it lies below. */
const nameOf = (directory: string): string => {
  const path = relative(process.cwd(), directory);
  const name = path === '' ? '.' : path.startsWith('..') || isAbsolute(path) ? directory : path;
  return name
    .split(sep)
    .join('/')
    .replace(/(?<=.)\/+$/, '');
};

const find = async (directory: string, name: string): Promise<readonly FoundFile[]> => {
  try {
    return await findFiles(directory);
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : undefined;
    const problem =
      code === 'ENOENT'
        ? 'there is no such folder'
        : code === 'ENOTDIR'
          ? 'this is a file, not a folder'
          : `the folder cannot be read (${String(code ?? cause)})`;
    throw new EmptyCorpusError(name, problem, [], cause);
  }
};

/**
 * Reads the `.md` and `.txt` files of a folder, subfolders included. A file that cannot be read as an article
 * becomes a fault and the rest loads; of two articles with one id the first in path order stays. `name` stands
 * in `Article.file` for the folder.
 *
 * @throws {EmptyCorpusError} when there is no folder, or no readable article in it.
 */
export const readCorpus = async (
  directory: string,
  options: { readonly name?: string } = {},
): Promise<Corpus> => {
  const name = options.name ?? nameOf(directory);
  const articles = new Map<string, Article>();
  const faults: CorpusFault[] = [];
  for (const found of await find(directory, name)) {
    const file = name === '.' || name === '' ? found.path : `${name.replace(/\/$/, '')}/${found.path}`;
    const read = 'complaint' in found ? found : await found.read();
    if ('complaint' in read) {
      faults.push({ file, ...read.complaint });
      continue;
    }
    const parsed = parseArticle(file, read.content);
    if (!parsed.ok) {
      faults.push({ file, ...parsed.complaint });
      continue;
    }
    const { article } = parsed;
    const first = articles.get(article.id);
    if (first === undefined) articles.set(article.id, article);
    else {
      const problem = `the id “${article.id}” is taken by ${first.file}`;
      faults.push({ file, problem, remedy: `give ${file} another id in its front matter, or another name` });
    }
  }
  if (articles.size === 0) {
    throw new EmptyCorpusError(
      name,
      faults.length === 0
        ? 'there is no .md or .txt file in it'
        : 'none of its files can be read as an article',
      faults,
    );
  }
  const byId = [...articles].toSorted(([a], [b]) => (a < b ? -1 : 1));
  return { articles: new Map(byId), faults };
};
