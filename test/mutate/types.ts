import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import type { Mutated } from './tester.ts';

const ARGUMENTS = [
  ['--noEmit', '--incremental', '--tsBuildInfoFile', 'checked.json'],
  // What a mutant leaves unused or unreachable is not what the compiler would be thanked for.
  ['--noUnusedLocals', 'false', '--noUnusedParameters', 'false', '--allowUnreachableCode', 'true'],
].flat();

/** The compiler over a copy of the project, which remembers what it checked: a mutant takes it a second or two. */
export function openTypes(root: string) {
  const folder = mkdtempSync(join(tmpdir(), 'sco-desk-mutants-'));
  const close = (): void => rmSync(folder, { recursive: true, force: true });
  process.once('exit', close);
  const left = /^(?:node_modules|\.git)(?:\/|$)/;
  cpSync(root, folder, { recursive: true, filter: (from) => !left.test(relative(root, from)) });
  symlinkSync(resolve(root, 'node_modules'), join(folder, 'node_modules'));

  function compiles(): Promise<boolean> {
    return new Promise((done, reject) => {
      const tsc = join(folder, 'node_modules/.bin/tsc');
      const compiler = spawn(tsc, ARGUMENTS, { cwd: folder, stdio: 'ignore' });
      compiler.once('error', reject);
      compiler.once('close', (code) => done(code === 0));
    });
  }

  return {
    /** Whether the compiler takes the project as it is. */
    compiles,
    /** Whether it takes the project with a mutant in it. */
    async accepts({ file, text }: Mutated): Promise<boolean> {
      const path = join(folder, file);
      const original = readFileSync(path, 'utf8');
      writeFileSync(path, text);
      try {
        return await compiles();
      } finally {
        writeFileSync(path, original);
      }
    },
    close,
  };
}
