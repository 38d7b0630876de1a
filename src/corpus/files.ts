import { readdir, readFile, realpath, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Complaint } from '../document/front-matter.ts';

/** A file of the corpus folder, its path below the folder with `/` on every system. */
export type FoundFile =
  | { readonly path: string; readonly read: () => Promise<ReadFile> }
  | { readonly path: string; readonly complaint: Complaint };

export type ReadFile = { readonly content: string } | { readonly complaint: Complaint };

/** A long book is 2 MB of text; what is larger is something else. Bytes. */
const LARGEST = 5 * 1024 * 1024;

const reasonFor = (cause: unknown): string => {
  const code = cause instanceof Error && 'code' in cause ? String(cause.code) : '';
  const known: Readonly<Record<string, string>> = {
    ENOENT: 'what it links to does not exist',
    ELOOP: 'its symbolic links lead in a circle',
    EACCES: 'reading it is not permitted',
    EPERM: 'reading it is not permitted',
  };
  return known[code] ?? (code || String(cause));
};

const unreadable = (cause: unknown): Complaint => ({
  problem: `cannot be read: ${reasonFor(cause)}`,
  remedy: 'give the desk’s user the right to read it, mend the link, or remove it',
});

const readText = async (path: string): Promise<ReadFile> => {
  let bytes: Buffer;
  try {
    bytes = await readFile(path);
  } catch (cause) {
    return { complaint: unreadable(cause) };
  }
  try {
    return { content: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch (cause) {
    if (!(cause instanceof TypeError)) throw cause;
    return bytes.includes(0)
      ? {
          complaint: {
            problem: 'this is a binary file, or text in UTF-16',
            remedy: 'save the article as UTF-8 text',
          },
        }
      : { complaint: { problem: 'the file is not UTF-8', remedy: 'save it again with the encoding UTF-8' } };
  }
};

/**
 * The `.md` and `.txt` files of a folder and of its subfolders, by path in code unit order. Names that start
 * with a dot are left out. A folder that links reach a second time is read once; a link to a folder that holds
 * it is a fault.
 */
export const findFiles = async (directory: string): Promise<readonly FoundFile[]> => {
  const found: FoundFile[] = [];
  const visited = new Set<string>();

  const walk = async (below: string, above: readonly string[]): Promise<void> => {
    const folder = join(directory, below);
    const real = await realpath(folder);
    if (above.includes(real)) {
      const problem = 'this link leads back to a folder that holds it';
      found.push({ path: below, complaint: { problem, remedy: 'remove the link' } });
      return;
    }
    if (visited.has(real)) return;
    visited.add(real);
    const entries = await readdir(folder, { withFileTypes: true });
    // Real folders before links to them, so that a file is named by its own path.
    const linksLast = entries.toSorted((a, b) => Number(a.isSymbolicLink()) - Number(b.isSymbolicLink()));
    for (const entry of linksLast) {
      if (entry.name.startsWith('.')) continue;
      const path = below === '' ? entry.name : `${below}/${entry.name}`;
      await visit(path, /\.(?:md|txt)$/i.test(entry.name), entry.isSymbolicLink(), [...above, real]);
    }
  };

  const visit = async (
    path: string,
    isArticle: boolean,
    isLink: boolean,
    above: readonly string[],
  ): Promise<void> => {
    const full = join(directory, path);
    try {
      const file = await stat(full);
      if (file.isDirectory()) await walk(path, above);
      else if (isArticle && !file.isFile()) {
        found.push({ path, complaint: { problem: 'this is not a regular file', remedy: 'remove it' } });
      } else if (isArticle && file.size > LARGEST) {
        const problem = `the file is larger than ${LARGEST / 1024 / 1024} MB`;
        found.push({ path, complaint: { problem, remedy: 'split it into articles' } });
      } else if (isArticle) found.push({ path, read: () => readText(full) });
    } catch (cause) {
      // A file that has gone since is no fault, unless it was an article; a link that leads nowhere is one,
      // since it may have led to a folder.
      if (isArticle || isLink || !(cause instanceof Error && 'code' in cause && cause.code === 'ENOENT')) {
        found.push({ path, complaint: unreadable(cause) });
      }
    }
  };

  await walk('', []);
  return found.toSorted((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
};
