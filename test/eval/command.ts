import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { cleanEnvironment, type Ran } from '../command-line.ts';

type Name = 'run' | 'compare' | 'learn';

const pathOf = (name: Name): string => fileURLToPath(new URL(`./${name}.ts`, import.meta.url));

/** Runs `npm run eval` or `eval:compare`, without npm, or `learn.ts`. @param hangUp whether nobody reads what it prints. */
export async function command(
  name: Name,
  args: readonly string[],
  { hangUp = false }: { readonly hangUp?: boolean } = {},
): Promise<Ran> {
  const child = spawn('node', [pathOf(name), ...args], {
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const code = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (hangUp) child.stdout.destroy();
  const [out, err] = await Promise.all([hangUp ? '' : text(child.stdout), text(child.stderr)]);
  return { code: await code, out, err };
}
