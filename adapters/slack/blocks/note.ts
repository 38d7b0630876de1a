import type { KnownBlock } from '@slack/types';
import type { Block, Run } from '../../../src/message/types.ts';
import { limits } from '../limits.ts';
import { escaped, literal, webAddress } from '../text.ts';
import { paragraph } from './paragraph.ts';

/** What Slack's markup could take for formatting, an emoji, a mention, an address or the end of a link. */
const MARKUP = /[*_~`:@#&<>|\n]|https?/i;

/**
 * Small print: a context block. Its text is parsed where it holds links, so that it is used for plain words and
 * for links in unmarked words alone; everything else is shown as a paragraph, whose text is not parsed.
 */
export function note(block: Extract<Block, { type: 'note' }>): KnownBlock[] {
  const runs = block.runs.filter((run) => run.text !== '');
  if (runs.some((run) => run.style !== undefined)) return paragraph({ runs });
  const text = literal(runs.map((run) => run.text).join(''));
  if (text.trim() === '') return [];
  const linked = runs.some((run) => run.link !== undefined);
  if (!linked && text.length <= limits.textObject) {
    return [{ type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] }];
  }
  const markup = runs.map(linkMarkup).join('');
  if (!linked || MARKUP.test(text) || markup.length > limits.textObject) return paragraph({ runs });
  return [{ type: 'context', elements: [{ type: 'mrkdwn', text: markup, verbatim: true }] }];
}

function linkMarkup(run: Run): string {
  const url = webAddress(run.link, limits.buttonUrl);
  return url === null ? escaped(run.text) : `<${escaped(url)}|${escaped(run.text)}>`;
}
