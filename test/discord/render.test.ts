import { ButtonStyle, ComponentType, ContainerBuilder, MessageFlags } from 'discord.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buttonIdWith } from '../../adapters/discord/buttons.ts';
import { render } from '../../adapters/discord/render.ts';
import { Component, Flag, Style } from '../../adapters/discord/wire.ts';
import type { Action, Block, Message } from '../../src/message/types.ts';
import { buttonsOf, discordFaults, linksOf, visibleWords } from '../peers/discord-payload.ts';
import { answerTo, messageOf, quotationOf } from './samples.ts';

const ids = buttonIdWith(new Map());
const draw = (...blocks: readonly Block[]) => render(messageOf(...blocks), ids);
const textOf = (...blocks: readonly Block[]): string =>
  draw(...blocks)
    .components.flatMap(({ components }) => components)
    .map((part) => ('content' in part ? part.content : `[${part.type}]`))
    .join('\n---\n');

describe('the numbers of the wire format', () => {
  it('are those of discord.js', () => {
    expect(Component).toEqual({
      actionRow: ComponentType.ActionRow,
      button: ComponentType.Button,
      textDisplay: ComponentType.TextDisplay,
      separator: ComponentType.Separator,
      container: ComponentType.Container,
    });
    expect(Style).toEqual({
      primary: ButtonStyle.Primary,
      secondary: ButtonStyle.Secondary,
      link: ButtonStyle.Link,
    });
    expect(Flag).toEqual({
      suppressEmbeds: MessageFlags.SuppressEmbeds,
      ephemeral: MessageFlags.Ephemeral,
      componentsV2: MessageFlags.IsComponentsV2,
    });
  });
});

describe('render', () => {
  it.each<[string, Block, string]>([
    ['a heading', { type: 'heading', text: 'Results\nfor *peace*' }, '### Results for \\*peace\\*'],
    [
      'a paragraph',
      { type: 'paragraph', runs: [{ text: 'See ' }, { text: 'help', style: 'code' }, { text: '.' }] },
      'See `help`\\.',
    ],
    ['a note', { type: 'note', runs: [{ text: 'one\n\ntwo' }] }, '-# one\n-# two'],
    [
      'a list',
      { type: 'list', items: [[{ text: 'one\ntwo' }], [{ text: ' ' }], [{ text: '- three' }]] },
      '- one\n  two\n- \\- three',
    ],
    [
      'code',
      { type: 'code', text: '@article{a,\n  title = {*}\n}' },
      '```\n@article{a,\n  title = {*}\n}\n```',
    ],
    ['code with a fence in plain letters', { type: 'code', text: 'a ``` b' }, 'a \\`\\`\\` b'],
    [
      'a quotation, marked words bold, its id leading to it',
      { ...quotationOf('way-forward:3', ['# On ', 'peace', ' we\nagree.']), actions: [] },
      '> \\# On **peace** we\n> agree.\n-# The way forward · publisher not given · undated · ' +
        '[way-forward:3](http://localhost:3000/a/way-forward#p3)',
    ],
    [
      'a gap in a quotation as it is said',
      {
        ...quotationOf('way-forward:3', ['On ']),
        parts: [
          { type: 'verbatim', text: 'On', start: 0, end: 2, marked: false },
          { type: 'gap', omitted: 9, said: ' [… 9 characters left out …] ' },
        ],
        citation: [],
        actions: [],
      },
      '> On \\[… 9 characters left out …] \n-#  · [way-forward:3](http://localhost:3000/a/way-forward#p3)',
    ],
  ])('writes %s', (_, block, expected) => {
    expect(textOf(block)).toBe(expected);
    expect(discordFaults(draw(block))).toEqual([]);
  });

  it('gives every button its command and an id of its own', () => {
    const twice: Action = { type: 'run', label: 'Open', command: 'open way-forward:3' };
    const payload = draw({ type: 'actions', actions: [twice, twice, { ...twice, type: 'share' }] });
    expect(buttonsOf(payload).map(({ id }) => id)).toEqual([
      'r0:open way-forward:3',
      'r1:open way-forward:3',
      's2:open way-forward:3',
    ]);
    expect(discordFaults(payload)).toEqual([]);
  });

  it('breaks buttons into rows of five', () => {
    const actions = Array.from(
      { length: 12 },
      (_, n): Action => ({ type: 'run', label: `${n}`, command: `open a:${n}` }),
    );
    const [container] = draw({ type: 'actions', actions }).components;
    expect(container?.components.map((row) => ('components' in row ? row.components.length : 0))).toEqual([
      5, 5, 2,
    ]);
  });

  it('writes a link that is too long for a button as a masked link', () => {
    const url = `https://a.example/#:~:text=${'x'.repeat(600)}`;
    const payload = draw({ type: 'actions', actions: [{ type: 'link', label: 'Source', url }] });
    expect(linksOf(payload)).toEqual([url]);
    expect(visibleWords(payload)).toBe('Source');
    expect(discordFaults(payload)).toEqual([]);
  });

  it.each([
    'http://localhost:3000/a/way-forward#p3',
    'http://127.0.0.1:3000/a',
    'http://desk/a',
    'http://[::1]/a',
  ])('writes the link %s, which no button may have, as a masked link, once', (url) => {
    const action: Action = { type: 'link', label: 'Source', url };
    expect(visibleWords(draw({ type: 'actions', actions: [action] }))).toBe('Source');
    const quoted = draw({ ...quotationOf('way-forward:3', ['On peace.']), url, actions: [action] });
    expect(linksOf(quoted)).toEqual([url]);
    expect(discordFaults(quoted)).toEqual([]);
  });

  it('shows a label that is too long with an ellipsis', () => {
    const payload = draw({
      type: 'actions',
      actions: [{ type: 'run', label: '🙂'.repeat(60), command: 'help' }],
    });
    expect(buttonsOf(payload)[0]?.label).toBe(`${'🙂'.repeat(39)}…`);
    expect(discordFaults(payload)).toEqual([]);
  });

  it('is for the asker alone, who may share it, or for the whole channel', () => {
    const message = answerTo('search peace');
    const toAsker = render(message, ids, 'asker');
    expect(toAsker.flags).toBe(MessageFlags.IsComponentsV2 | MessageFlags.Ephemeral);
    expect(visibleWords(toAsker)).toContain('Share to channel');
    const toChannel = render(message, ids, 'channel');
    expect(toChannel.flags).toBe(MessageFlags.IsComponentsV2);
    expect(visibleWords(toChannel)).not.toContain('Share to channel');
  });

  it('sets what can be done next off from the passages by one line', () => {
    const [container] = render(answerTo('search peace'), ids).components;
    const types = (container?.components ?? []).map(({ type }) => type);
    expect(types.filter((type) => type === Component.separator)).toHaveLength(1);
    expect(types.slice(-2)).toEqual([Component.separator, Component.actionRow]);
  });

  it.each([38, 39, 40, 41])('keeps %i paragraphs within the components of a message', (count) => {
    const paragraphs = Array.from(
      { length: count },
      (_, n): Block => ({ type: 'paragraph', runs: [{ text: `${n}` }] }),
    );
    expect(discordFaults(draw(...paragraphs))).toEqual([]);
  });

  it('says so when there is nothing to show', () => {
    const payload = draw({ type: 'paragraph', runs: [] });
    expect(visibleWords(payload)).toBe('There is nothing to show.');
    expect(discordFaults(payload)).toEqual([]);
  });

  it.each<[string, Message, RegExp]>([
    [
      'sixty passages',
      messageOf(
        ...Array.from({ length: 60 }, (_, n) => quotationOf(`way-forward:${n}`, ['On ', 'peace', '.'])),
      ),
      /Left out for want of room: \d+ passages \(way-forward:/,
    ],
    [
      'a passage of 5,000 characters that escape to twice as many',
      messageOf(quotationOf('way-forward:3', ['_*'.repeat(1250), '~~', '|@'.repeat(1250)])),
      /characters left out/,
    ],
    [
      'a heading of 9,000 characters',
      messageOf({ type: 'heading', text: 'peace '.repeat(1500) }),
      /characters left out/,
    ],
    [
      'a list of 1,000 items',
      messageOf({ type: 'list', items: Array.from({ length: 1000 }, (_, n) => [{ text: `item ${n}` }]) }),
      /more entries left out/,
    ],
  ])('keeps %s within the limits and says what is left out', (_, message, said) => {
    const payload = render(message, ids);
    expect(discordFaults(payload)).toEqual([]);
    expect(visibleWords(payload)).toMatch(said);
  });

  const text = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 60 }),
    fc.constantFrom(
      '@everyone',
      '[x](javascript:alert(1))',
      '<@1>',
      '# x',
      '> x',
      '```',
      '\u202eabc',
      'a\r\nb',
      '||x||',
    ),
    fc.string({ unit: 'binary', minLength: 400, maxLength: 6000 }),
  );
  const run = fc.record(
    {
      text,
      style: fc.constantFrom<'strong' | 'emphasis' | 'code'>('strong', 'emphasis', 'code'),
      link: fc.webUrl(),
    },
    { requiredKeys: ['text'] },
  );
  const runs = fc.array(run, { maxLength: 4 });
  const action: fc.Arbitrary<Action> = fc.oneof(
    fc.record({
      type: fc.constant('run' as const),
      label: text,
      command: fc.string({ minLength: 1, maxLength: 90 }),
    }),
    fc.record({ type: fc.constant('share' as const), label: text, command: fc.constant('search peace') }),
    fc.record({ type: fc.constant('link' as const), label: text, url: fc.webUrl({ size: 'large' }) }),
  );
  const actions = fc.array(action, { maxLength: 8 });
  const block: fc.Arbitrary<Block> = fc.oneof(
    fc.record({ type: fc.constant('heading' as const), text }),
    fc.record({ type: fc.constant('paragraph' as const), runs }),
    fc.record({ type: fc.constant('note' as const), runs }),
    fc.record({ type: fc.constant('list' as const), items: fc.array(runs, { maxLength: 5 }) }),
    fc.record({ type: fc.constant('code' as const), text }),
    fc.record({ type: fc.constant('actions' as const), actions }),
    fc
      .tuple(fc.nat(99), fc.array(text, { minLength: 1, maxLength: 5 }), actions)
      .map(([n, words, all]) => ({ ...quotationOf(`way-forward:${n}`, words), actions: all })),
  );
  const message = fc.array(block, { maxLength: 20 }).map((blocks) => messageOf(...blocks));

  it('stays within every limit and inert for any message, also by the builders of discord.js', () => {
    fc.assert(
      fc.property(message, (any) => {
        const payload = render(any, ids);
        expect(discordFaults(payload)).toEqual([]);
        for (const component of payload.components) {
          expect(new ContainerBuilder(component).toJSON()).toMatchObject({ type: ComponentType.Container });
        }
      }),
      { numRuns: 200, endOnFailure: true },
    );
  });

  it('draws the same message the same way', () => {
    fc.assert(
      fc.property(message, (any) => {
        expect(render(structuredClone(any), ids)).toEqual(render(any, ids));
      }),
      { numRuns: 50, endOnFailure: true },
    );
  });
});
