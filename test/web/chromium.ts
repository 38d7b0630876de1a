import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import packed from '@sparticuz/chromium';

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
  } finally {
    if (before === undefined) delete process.env['TMPDIR'];
    else process.env['TMPDIR'] = before;
  }
}

/**
 * The path of a Chromium that is whole. The package by itself takes any file that it finds in its place, be it
 * half unpacked by a test that runs at the same time, of another version or somebody else's; so it is unpacked
 * aside and moved to its place in one step.
 */
export async function chromiumPath(): Promise<string> {
  const named = process.env['CHROMIUM'];
  if (named !== undefined && named !== '') return named;
  const place = join(cache, `chromium-${await version()}`);
  if (!existsSync(place)) {
    await mkdir(cache, { recursive: true });
    const aside = await mkdtemp(join(cache, 'unpacking-'));
    try {
      await unpackTo(aside);
      await rename(aside, place);
    } catch (error) {
      await rm(aside, { recursive: true, force: true });
      // Another test was first.
      if (!existsSync(place)) throw error;
    }
  }
  return join(place, 'chromium');
}
