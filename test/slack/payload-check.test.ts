import { describe, expect, it } from 'vitest';
import { slackFaults } from '../peers/slack-payload.ts';

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });
const richText = (...elements: object[]) => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements }],
});
const button = (more: object = {}) => ({
  type: 'button',
  action_id: 'a',
  text: { type: 'plain_text', text: 'Open' },
  value: 'open a:1',
  ...more,
});
const actions = (...elements: object[]) => ({ type: 'actions', elements });
const context = (text: string) => ({ type: 'context', elements: [{ type: 'mrkdwn', text }] });

/** The check that the renderer is measured by must itself fail where Slack would. */
describe('the check of Slack payloads', () => {
  it.each<[string, object[]]>([
    ['a section at its limit', [section('x'.repeat(3000))]],
    ['50 blocks', Array.from({ length: 50 }, () => ({ type: 'divider' }))],
    ['rich text with a link', [richText({ type: 'link', url: 'https://a.example', text: 'a' })]],
    ['25 buttons', [actions(...Array.from({ length: 25 }, (_, i) => button({ action_id: `a${i}` })))]],
    ['an escaped mention', [context('&lt;!channel&gt;')]],
    ['a link in markup', [context('<https://a.example/?a=1&amp;b|a>')]],
  ])('lets pass %s', (_name, blocks) => {
    expect(slackFaults({ text: 'x', blocks })).toEqual([]);
  });

  it.each<[string, object[], RegExp]>([
    ['51 blocks', Array.from({ length: 51 }, () => ({ type: 'divider' })), /blocks: 51/],
    ['3001 characters in a section', [section('x'.repeat(3001))], /3000/],
    [
      '151 characters in a header',
      [{ type: 'header', text: { type: 'plain_text', text: 'x'.repeat(151) } }],
      /150/,
    ],
    ['a label of 76', [actions(button({ text: { type: 'plain_text', text: 'x'.repeat(76) } }))], /75/],
    ['a value of 2001', [actions(button({ value: 'x'.repeat(2001) }))], /2000/],
    ['an address of 3001', [actions(button({ url: `https://${'x'.repeat(2993)}` }))], /3000/],
    ['an action_id of 256', [actions(button({ action_id: 'x'.repeat(256) }))], /255/],
    ['26 buttons', [actions(...Array.from({ length: 26 }, (_, i) => button({ action_id: `a${i}` })))], /25/],
    [
      '11 elements in a context',
      [{ type: 'context', elements: Array(11).fill({ type: 'plain_text', text: 'x' }) }],
      /10/,
    ],
    ['a type that is none', [{ type: 'paragraph', text: 'x' }], /not known/],
    ['a bad type inside', [richText({ type: 'words', text: 'x' })], /anyOf/],
    ['an extra property', [{ ...section('x'), colour: 'red' }], /additional properties/],
    ['a section without text', [{ type: 'section' }], /required property 'text'/],
    ['an empty element', [richText({ type: 'text', text: '' })], /fewer than 1/],
    ['rich text without elements', [richText()], /fewer than 1/],
    ['an action_id twice', [actions(button()), actions(button())], /action_id repeated/],
    [
      '12,001 characters in all',
      Array.from({ length: 5 }, () => section('x'.repeat(2401))),
      /12005 characters/,
    ],
    ['a script as address', [richText({ type: 'link', url: 'javascript:alert(1)', text: 'x' })], /http/],
    ['a mention in markup', [context('<!channel>')], /markup/],
    ['a mention as element', [richText({ type: 'broadcast', range: 'channel' })], /a mention/],
    ['half a character', [richText({ type: 'text', text: '\ud83d' })], /half a character/],
  ])('catches %s', (_name, blocks, fault) => {
    expect(slackFaults({ text: 'x', blocks }).join('\n')).toMatch(fault);
  });

  it.each<[string, string, RegExp]>([
    ['empty text', ' ', /empty/],
    ['text that Slack would cut', 'x'.repeat(40_001), /40001/],
    ['a mention in the text', '<!channel>', /markup/],
  ])('catches %s', (_name, text, fault) => {
    expect(slackFaults({ text, blocks: [] }).join('\n')).toMatch(fault);
  });
});
