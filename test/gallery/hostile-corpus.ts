import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostileTexts } from './hostile-text.ts';

/** What no file of a corpus can hold, since a file with it is refused, or no UTF-8 can carry it. */
const UNREADABLE = /^(?:control characters|escape sequences|half a character|carriage returns)$/;

const texts = Object.entries(hostileTexts).filter(([name]) => !UNREADABLE.test(name));

const sentence =
  'The member states agreed on mutual trust, mutual benefit and equality, as they had before. ';

const article = (front: Readonly<Record<string, string>>, body: string): string => {
  const keys = Object.entries(front).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  return `---\n${keys.join('')}---\n${body}`;
};

const files: Readonly<Record<string, string>> = {
  'everything.md': article(
    {
      id: 'everything',
      title: '<!channel> @everyone [x](javascript:alert(1)) </script> *all* `of` it',
      publisher: '<@U123> _Hostile_ | Press',
      author: '</b><script>alert(1)</script> @here',
      published: '2020-11-10',
      url: 'https://example.org/a_(b)?x=<y>&z="q"',
    },
    texts
      .map(([name, text]) => `The hostile paragraph about ${name} reads ${text} and ends here in peace.`)
      .join('\n\n'),
  ),
  'long.md': article(
    { id: 'long', title: 'A very long paragraph', publisher: 'Example Press' },
    `${'A short paragraph that stands before the long one and says little.'}\n\n${sentence.repeat(30)}Here stands zanzibar, once. ${sentence.repeat(30).trim()}\n\nA short paragraph that stands behind the long one and says little.`,
  ),
  'long-title.md': article(
    { id: 'long-title', title: `A title ${'that goes on '.repeat(60)}and ends`, author: 'N '.repeat(400) },
    'This article has one paragraph, which is about lighthouses and the people who keep them.',
  ),
  'unbroken.md': article(
    { id: 'unbroken', title: 'No spaces at all' },
    `Here it starts: ${'🙂'.repeat(3000)}.`,
  ),
  'broken/no-text.md': '---\ntitle: <!channel>\n---\n',
  'broken/open.md': '---\ntitle: "never closed\n---\n\nText',
};

/** Writes articles whose every field is hostile to a folder of its own, which the caller removes. */
export async function writeHostileCorpus(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'hostile-corpus-'));
  await mkdir(join(folder, 'broken'));
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  return folder;
}
