import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeText, linkTarget, visible } from '../../adapters/discord/escape.ts';
import { markdown } from '../../adapters/discord/markdown.ts';
import type { Run } from '../../src/message/types.ts';
import { readMarkdown } from '../peers/discord-markdown.ts';

const HOSTILE: readonly string[] = [
  '@everyone',
  '@here',
  '<@1>',
  '<@!80351110224678912>',
  '<@&1>',
  '<#1>',
  '</sco search:1>',
  '<id:guide>',
  '<t:1618953630:R>',
  '<:smile:1>',
  ':smile:',
  '[click](https://evil.example)',
  '[x](javascript:alert(1))',
  'https://evil.example/path',
  '<https://evil.example>',
  '<a@b.example>',
  '**bold**',
  '__under__',
  '_em_',
  '*em*',
  '~~gone~~',
  '||hidden||',
  '`code`',
  '```\nblock\n```',
  '# heading',
  '  ## heading',
  '-# small',
  '- item',
  '* item',
  '+ item',
  '1. item',
  '23) item',
  '> quoted',
  '>>> quoted',
  'line\n# heading\r\n> quoted\r- item',
  '¯\\_(ツ)_/¯',
  '\\',
  '\\\\*',
  'a\\',
  '\u202eesrever\u2066',
  'nul\u0000 bell\u0007 escape\u001b[2J',
  '\ud800',
  '</script><script>alert(1)</script>',
  '<!channel>',
];

const piece = fc.oneof(
  fc.constantFrom(...HOSTILE),
  fc.constantFrom(...'\\*_~`|<>[]()@:#-+.!&/ \n\r\t0123456789aHé漢🙂'.split('')),
  fc.string({ unit: 'binary' }),
);
const hostile = fc.array(piece, { maxLength: 30 }).map((all) => all.join(''));

describe('escapeText', () => {
  it.each(HOSTILE)('shows %j as it stands and sets nothing off', (text) => {
    const shown = readMarkdown(escapeText(text));
    expect(shown).toEqual({ text: visible(text), features: [] });
  });

  it('shows any text as it stands and sets nothing off', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(readMarkdown(escapeText(text))).toEqual({ text: visible(text), features: [] });
      }),
      { numRuns: 2000 },
    );
  });

  it('shows any text as it stands when its pieces are escaped apart', () => {
    fc.assert(
      fc.property(hostile, hostile, (a, b) => {
        expect(readMarkdown(escapeText(a) + escapeText(b))).toEqual({
          text: visible(a) + visible(b),
          features: [],
        });
      }),
      { numRuns: 2000 },
    );
  });

  it('leaves ordinary prose unchanged', () => {
    const prose = 'Mr. Li said: "It is 12% more (since 2001) – and well-earned." See p. 4; e.g. A/B, x > y.';
    expect(escapeText(prose)).toBe(prose);
  });
});

describe('markdown', () => {
  const run: fc.Arbitrary<Run> = fc.record(
    {
      text: hostile,
      style: fc.constantFrom<NonNullable<Run['style']>>('strong', 'emphasis', 'code'),
    },
    { requiredKeys: ['text'] },
  );

  it('shows the words of any styled runs, in no more than their styles', () => {
    fc.assert(
      fc.property(fc.array(run, { maxLength: 6 }), (runs) => {
        const shown = readMarkdown(markdown(runs));
        const kinds = shown.features.map(({ kind }) => kind);
        expect(shown.text).toBe(runs.map(({ text }) => visible(text)).join(''));
        expect(kinds.filter((kind) => !['bold', 'emphasis', 'code'].includes(kind))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  it.each<[string, Run[], string]>([
    ['strong', [{ text: 'peace', style: 'strong' }], '**peace**'],
    ['strong, line by line', [{ text: ' a\nb ', style: 'strong' }], ' **a**\n**b** '],
    [
      'two strong runs as one',
      [
        { text: 'a', style: 'strong' },
        { text: 'b', style: 'strong' },
      ],
      '**ab**',
    ],
    ['emphasis', [{ text: 'peace', style: 'emphasis' }, { text: ', yes' }], '_peace_, yes'],
    ['no emphasis within a word', [{ text: 'pea', style: 'emphasis' }, { text: 'ce' }], 'peace'],
    ['code', [{ text: 'help', style: 'code' }], '`help`'],
    ['code with a backtick in plain letters', [{ text: 'a`b', style: 'code' }], 'a\\`b'],
    [
      'a link',
      [{ text: 'way-forward:3', link: 'https://a.example/b' }],
      '[way-forward:3](https://a.example/b)',
    ],
    [
      'an address as itself',
      [{ text: 'https://a.example/b', link: 'https://a.example/b' }],
      '<https://a.example/b>',
    ],
    [
      'an address behind another in full',
      [{ text: 'https://bank.example', link: 'https://evil.example' }],
      'https\\://bank.example (<https://evil.example/>)',
    ],
    [
      'a link on the part of its label that needs no escape',
      [{ text: '[1] The way forward*', link: 'https://a.example' }],
      '\\[1] [The way forward](https://a.example/)\\*',
    ],
    ['no link but to http(s)', [{ text: 'x', link: 'javascript:alert(1)' }], 'x'],
  ])('writes %s', (_, runs, expected) => {
    expect(markdown(runs)).toBe(expected);
  });

  it('leads every link where it should, whatever the label', () => {
    fc.assert(
      fc.property(hostile, fc.webUrl({ withFragments: true, withQueryParameters: true }), (text, url) => {
        const links = readMarkdown(markdown([{ text, link: url }])).features;
        expect(links).toEqual(
          text === '' ? [] : [{ kind: 'link', of: text === url ? url : linkTarget(url) }],
        );
      }),
      { numRuns: 1000 },
    );
  });
});

describe('target', () => {
  it.each([
    ['https://a.example/w(x)[y]', 'https://a.example/w%28x%29%5By%5D'],
    ['https://a.example/#:~:text=a%20b,(c)', 'https://a.example/#:~:text=a%20b,%28c%29'],
    ['https://a.example/a b', 'https://a.example/a%20b'],
    ['http://[::1]:3000/a', 'http://[::1]:3000/a'],
  ])('writes %s as %s', (url, expected) => {
    expect(linkTarget(url)).toBe(expected);
  });

  it.each(['javascript:alert(1)', 'data:text/html,x', 'ftp://a.example', 'a.example', ''])(
    'refuses %j',
    (url) => {
      expect(linkTarget(url)).toBeNull();
    },
  );
});
