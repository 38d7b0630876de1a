import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandSpecs } from '../src/command/table.ts';
import { variableNames } from '../src/settings/variables.ts';
import { cleanEnvironment, run, startAndAwait } from './command-line.ts';

const readme = readFileSync('README.md', 'utf8');

interface Example {
  readonly command: string;
  /** What the README says that it prints. */
  readonly printed: string;
}

/** The commands of the README's `console` blocks: `$ command`, then what it prints up to the next one. */
const examples: readonly Example[] = [...readme.matchAll(/```console\n([\s\S]*?)```/g)].flatMap(
  ([, block = '']) =>
    block
      .split(/^\$ /m)
      .slice(1)
      .map((part) => {
        const [command = '', ...printed] = part.split('\n');
        return { command, printed: printed.join('\n').trim() };
      }),
);

const isStart = ({ command }: Example): boolean => command.endsWith('npm start');
/** Their own runs prove these: `.ci/run` is held below to call the first two, the bench has a test of its own. */
const elsewhere = ['npm ci && npm test', 'npm run check', 'npm run bench'];

/** Standard output of a line that a person types, `npm` and all. */
function shell(command: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn('bash', ['-o', 'pipefail', '-c', command], {
      env: cleanEnvironment({ NO_COLOR: '1' }),
    });
    let out = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      out += text;
    });
    child.once('error', reject);
    child.once('close', () => resolve(out.trim()));
    child.stdin.end();
  });
}

/** A line that is `…` alone stands for any lines. */
function matching(printed: string): RegExp {
  const escaped = printed
    .split('\n')
    .map((line) => (line.trim() === '…' ? '[\\s\\S]*?' : line.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')));
  return new RegExp(`^${escaped.join('\n')}$`);
}

describe('README', () => {
  it('has examples', () => {
    expect(
      examples.filter((each) => !isStart(each) && !elsewhere.includes(each.command)).length,
    ).toBeGreaterThanOrEqual(1);
  });

  it.each(examples.filter((each) => !isStart(each) && !elsewhere.includes(each.command)))(
    '`$command` prints what it says',
    async ({ command, printed }) => {
      expect(await shell(command)).toMatch(matching(printed));
    },
  );

  it('shows the object that scripts get', async () => {
    const shown = /```json\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const [, command = ''] = /^For `(.+ --json)` it prints/m.exec(readme) ?? [];
    expect(JSON.parse(await shell(command))).toEqual(JSON.parse(shown));
  });

  const section = readme.slice(readme.indexOf('## What to type'), readme.indexOf('## The daily digest'));
  const typed = commandSpecs.flatMap(({ examples }) => examples);

  it('lists every example of every command, and no other line, as the commands have them', () => {
    const rows = typed.map(({ line, gives }) => `| \`${line}\` | ${gives} |`);
    const right = ['| type | and get |', '| --- | --- |', ...rows];
    const table = section.split('\n').filter((line) => line.startsWith('|'));
    expect(table, `The table is to be:\n${right.join('\n')}\n`).toEqual(right);
  });

  it('lists lines that work when they are typed', async () => {
    const { out } = await run(['sco', '--json'], typed.map(({ line }) => line).join('\n'));
    const answers = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(answers.map(({ input }) => input)).toEqual(typed.map(({ line }) => line));
    expect(answers.filter(({ kind }) => kind === 'problem' || kind === 'nothing')).toEqual([]);
  });

  it('`npm ci && npm start` prints what it says', async () => {
    const [start] = examples.filter(isStart);
    expect(start?.command).toBe('npm ci && npm start');
    // Installing again would pull the tests' own modules away; `.ci/run` installs with the same command.
    const desk = await startAndAwait(['start'], /\n/, { PORT: '0' });
    await desk.stop();
    expect(desk.out.trim().replace(/localhost:\d+/, 'localhost:3000')).toBe(start?.printed);
  });

  it('names the test command that .ci/run runs', () => {
    const ci = readFileSync('.ci/run', 'utf8');
    expect(examples.map(({ command }) => command)).toContain('npm ci && npm test');
    expect(ci).toMatch(/^npm ci$[\s\S]*^npm test$[\s\S]*^npm run check$/m);
  });

  it('npm scripts run what the tests run', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    expect(scripts).toMatchObject({
      start: 'node src/main.ts start',
      sco: 'node src/main.ts sco',
      simulate: 'node test/digest/simulation/run.ts',
      torture: 'node test/torture/run.ts',
    });
  });

  it('and .env.example name every setting, and no other', () => {
    const example = readFileSync('.env.example', 'utf8');
    const set = [...example.matchAll(/^([A-Z_]+)=/gm)].map(([, name]) => name);
    const forStandIns = ['SLACK_API_URL', 'DISCORD_API_URL'];
    expect([...set].sort()).toEqual(variableNames.filter((name) => !forStandIns.includes(name)).sort());
    for (const name of set) expect(readme).toContain(`\`${name}\``);
  });
});
