import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import packed, { inflate } from '@sparticuz/chromium';

const cache = resolve('node_modules/.cache');

async function version(): Promise<string> {
  const text = await readFile('node_modules/@sparticuz/chromium/package.json', 'utf8');
  const about: { readonly version: string } = JSON.parse(text);
  return about.version;
}

/** The package unpacks to the system's directory for temporary files, wherever that is. */
async function unpackTo(directory: string): Promise<void> {
  const before = process.env['TMPDIR'];
  process.env['TMPDIR'] = directory;
  try {
    await packed.executablePath();
    await inflate('node_modules/@sparticuz/chromium/bin/al2023.tar.br');
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/** The package's own list of fonts names places that only its usual machines have. */
const fontsIn = (directory: string): string =>
  `<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig><dir>${directory}</dir></fontconfig>\n`;

export interface Chromium {
  readonly path: string;
  /** What it needs in its environment beside what is there. */
  readonly environment: Readonly<Record<string, string>>;
}

/** The libraries and fonts that come with the package, for a machine that has none of its own. */
function environmentFor(place: string, path: string): Chromium['environment'] {
  if (spawnSync(path, ['--version']).status === 0) return {};
  return { LD_LIBRARY_PATH: join(place, 'al2023', 'lib'), FONTCONFIG_FILE: join(place, 'fonts.conf') };
}

/**
 * A Chromium that is whole. The package by itself takes any file that it finds in its place, be it
 * half unpacked by a test that runs at the same time, of another version or somebody else's; so it is unpacked
 * aside and moved to its place in one step.
 */
export async function findChromium(): Promise<Chromium> {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') return { path: named, environment: {} };
  const place = join(cache, `chromium-${await version()}-with-libraries`);
  if (!existsSync(place)) {
    await mkdir(cache, { recursive: true });
    const aside = await mkdtemp(join(cache, 'unpacking-'));
    try {
      await unpackTo(aside);
      await writeFile(join(aside, 'fonts.conf'), fontsIn(join(place, 'fonts', 'fonts')));
      await rename(aside, place);
    } catch (error) {
      await rm(aside, { recursive: true, force: true });
      // Another test was first.
      if (!existsSync(place)) throw error;
    }
  }
  const path = join(place, 'chromium');
  return { path, environment: environmentFor(place, path) };
}
