import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plain } from '../../src/message/plain.ts';
import type { Block, Message } from '../../src/message/types.ts';
import { quotation } from '../gallery/hostile-messages.ts';
import { message as anyMessage } from './arbitrary.ts';

const of = (...blocks: readonly Block[]): Message => ({ blocks, omitted: [] });
const unmarked = {
  mark: (text: string) => text,
  strong: (text: string) => text,
  quiet: (text: string) => text,
  deleted: (text: string) => text,
  inserted: (text: string) => text,
};

describe('plain', () => {
  it.each<[string, Block, string]>([
    ['a heading', { type: 'heading', text: '3 passages' }, '3 passages'],
    [
      'a paragraph with a link',
      { type: 'paragraph', runs: [{ text: 'See ' }, { text: 'there', link: 'https://example.org/a' }] },
      'See there (https://example.org/a)',
    ],
    [
      'an address that is its own text once',
      { type: 'note', runs: [{ text: 'https://example.org/a', link: 'https://example.org/a' }] },
      'https://example.org/a',
    ],
    [
      'a list',
      { type: 'list', items: [[{ text: 'one' }], [{ text: 'two', style: 'code' }]] },
      '- one\n- two',
    ],
    [
      'a difference in marks, as wdiff does',
      {
        type: 'paragraph',
        runs: [
          { text: 'is ' },
          { text: 'unique', style: 'deleted' },
          { text: ' ' },
          { text: 'distinct', style: 'inserted' },
        ],
      },
      'is [-unique-] {+distinct+}',
    ],
    ['code as it stands', { type: 'code', text: '@misc{a,\n  b = {c}\n}' }, '@misc{a,\n  b = {c}\n}'],
    [
      'commands as they are typed, and nobody to share with',
      {
        type: 'actions',
        actions: [
          { type: 'run', label: 'More passages', command: 'search peace page:2' },
          { type: 'share', label: 'Share to channel', command: 'search peace' },
          { type: 'link', label: 'Source', url: 'https://example.org/a' },
        ],
      },
      '  search peace page:2  |  https://example.org/a',
    ],
    [
      'a quotation: marked words, citation, address on a line of its own, commands',
      quotation(4, ['On ', 'peace', ' we\nagree.'], {
        actions: [
          { type: 'run', label: 'Open', command: 'open made-up:4' },
          { type: 'link', label: 'Source', url: 'http://localhost:3000/a/made-up#p4' },
        ],
      }),
      [
        '> On *peace* we',
        '> agree.',
        '  A made-up article · author not given · made-up:4',
        '  http://localhost:3000/a/made-up#p4',
        '  open made-up:4',
      ].join('\n'),
    ],
  ])('writes %s', (_, block, expected) => {
    expect(plain(of(block))).toBe(expected);
  });

  it('sets blocks a blank line apart, and leaves out those without words', () => {
    const blocks: readonly Block[] = [
      { type: 'heading', text: 'one' },
      { type: 'paragraph', runs: [] },
      { type: 'actions', actions: [{ type: 'share', label: 'Share', command: 'help' }] },
      { type: 'note', runs: [{ text: 'two' }] },
    ];
    expect(plain(of(...blocks))).toBe('one\n\ntwo');
  });

  it.each([
    ['an address', { type: 'paragraph', runs: [{ text: 'a', link: 'https://a.example/\u001b]8;;\u0007' }] }],
    ['the address of a quotation', quotation(1, ['a'], { url: 'https://a.example/\u001b[2J' })],
    [
      'a command',
      { type: 'actions', actions: [{ type: 'run', label: 'a', command: 'search \u001b[2J\u202e' }] },
    ],
    [
      'the address of a button',
      { type: 'actions', actions: [{ type: 'link', label: 'a', url: 'https://a.example/\u009b2J' }] },
    ],
  ] satisfies [string, Block][])('shows a control character in %s as a picture', (_, block) => {
    expect(plain(of(block))).not.toMatch(/[^\P{Cc}\n\t]/u);
  });

  it('sends no control character of any message', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        expect(plain(message, unmarked)).not.toMatch(/[^\P{Cc}\n\t]/u);
      }),
    );
  });
});
