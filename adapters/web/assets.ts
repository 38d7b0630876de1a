import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';

interface Asset {
  readonly type: string;
  readonly body: string;
}

export interface Assets {
  readonly files: ReadonlyMap<string, Asset>;
  /** Changes whenever a file does, so that browsers may keep what they fetched under it. */
  readonly version: string;
}

const folders = [
  { folder: 'style', ending: '.css', type: 'text/css; charset=utf-8' },
  { folder: 'client', ending: '.js', type: 'text/javascript; charset=utf-8' },
] as const;

/** Reads the style sheets and scripts, which are served as they stand. */
export function readAssets(): Assets {
  const hash = createHash('sha256');
  const files = new Map<string, Asset>();
  for (const { folder, ending, type } of folders) {
    const at = new URL(`${folder}/`, import.meta.url);
    for (const name of readdirSync(at).sort()) {
      if (!name.endsWith(ending)) continue;
      const body = readFileSync(new URL(name, at), 'utf8');
      files.set(name, { type, body });
      hash.update(`${name}\0${body}\0`);
    }
  }
  return { files, version: hash.digest('hex').slice(0, 12) };
}
