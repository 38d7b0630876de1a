import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

export interface Import {
  readonly from: string;
  /** A file of the project by its path from the top, another module by its name. */
  readonly to: string;
  /** Whether types alone are taken, which leaves nothing at run time. */
  readonly typesOnly: boolean;
}

/** What a file imports, read off its text. @param file by its path from the top, which is where the process runs. */
export function importsOf(file: string): readonly Import[] {
  const text = readFileSync(file, 'utf8');
  const pattern =
    /(?:^|\n)(?:import|export)\s+(type\s)?[^;'"]*?from\s+'([^']+)'|(?:import\(|\nimport )'([^']+)'/g;
  return [...text.matchAll(pattern)].map(([, typesOnly, named, called]) => {
    const to = named ?? called ?? '';
    return {
      from: file,
      to: to.startsWith('.') ? join(dirname(file), to) : to,
      typesOnly: typesOnly !== undefined,
    };
  });
}
