import { describe, expect, it } from 'vitest';
import { cite } from '../../src/command/cite.ts';
import { citationStyles } from '../../src/command/types.ts';
import { createLinks } from '../../src/corpus/links.ts';
import { readCorpus } from '../../src/corpus/read.ts';
import { seedsDesk } from '../desk/seeds-desk.ts';
import { byNobody } from '../digest/no-digest.ts';
import { coreOf } from './core.ts';

const corpus = await readCorpus('seeds');
const { reply } = await seedsDesk();

/** The citation of a passage whose article has no address of its own, by a desk at an address. */
function citationAt(publicUrl: string | null, style: (typeof citationStyles)[number]): string {
  const linkTo = createLinks({ publicUrl, sourceUrlTemplate: null, localUrl: 'http://localhost:3000' });
  const command = { verb: 'cite', id: 'security-for-all:12', style } as const;
  const answer = cite.run(command, coreOf(corpus, { linkTo }), byNobody);
  return answer.kind === 'citation' ? answer.citation : '';
}

describe('cite', () => {
  it.each(citationStyles)('%s gives the address at which others reach the passage, and no other', (style) => {
    const address = 'https://desk.example/a/security-for-all#p12';
    expect(citationAt('https://desk.example', style)).toContain(address);
    const local = citationAt(null, style);
    expect(local).toContain('SCO to safeguard security');
    expect(local).not.toMatch(/localhost|https?:/);
  });

  it.each([
    ['cite security-for-all:12', 'cite security-for-all:12'],
    ['cite security-for-all:12 plain', 'cite security-for-all:12'],
    ['cite security-for-all:12 APA', 'cite security-for-all:12 apa'],
    ['cite bibtex security-for-all:12', 'cite security-for-all:12 bibtex'],
    ['cite security-for-all:12 as ris', 'cite security-for-all:12 ris'],
  ])('%s is read as %s', async (line, command) => {
    expect((await reply(line)).command).toBe(command);
  });

  it.each([
    ['cite security-for-all:12 bibtx', 'cite security-for-all:12 bibtex'],
    ['cite security-for-all:12 markdwon', 'cite security-for-all:12 markdown'],
    ['cite security-for-all:12 chicgo', 'cite security-for-all:12 chicago'],
    ['cite security-for-all:12 harvard', 'cite security-for-all:12'],
  ])('%s is no style, and %s is offered', async (line, first) => {
    const { answer } = await reply(line);
    expect(answer).toMatchObject({ problem: { code: 'bad-style', allowed: citationStyles } });
    expect(answer.kind === 'problem' ? answer.problem.instead[0] : null).toBe(first);
  });
});
