import type { KnownBlock, RichTextBlock } from '@slack/types';
import type { Run } from '../../../src/message/types.ts';
import type { TextHandlers } from '../../chat/blocks.ts';
import { escapeMarkup, linkTarget, literal } from '../escape.ts';
import { limits } from '../limits.ts';
import { runElements, textElement } from '../rich-text.ts';

type Element = RichTextBlock['elements'][number];

const richTextBlock = (...elements: Element[]): KnownBlock[] => [{ type: 'rich_text', elements }];

function richParagraph(runs: readonly Run[]): KnownBlock[] {
  const elements = runElements(runs);
  return elements.length === 0 ? [] : richTextBlock({ type: 'rich_text_section', elements });
}

/** What Slack's markup could take for formatting, an emoji, a mention, an address or the end of a link. */
const SLACK_MARKUP = /[*_~`:@#&<>|\n]|https?/i;

function linkMarkup(run: Run): string {
  const url = linkTarget(run.link, limits.buttonUrl);
  return url === null ? escapeMarkup(run.text) : `<${escapeMarkup(url)}|${escapeMarkup(run.text)}>`;
}

/** Blocks without buttons. */
export const textBlocks: TextHandlers<KnownBlock[]> = {
  /** A header block, or bold rich text where the heading is longer than a header may be. */
  heading({ text }) {
    const shown = literal(text);
    if (shown.trim() === '') return [];
    if (shown.length <= limits.headerText) {
      return [{ type: 'header', text: { type: 'plain_text', text: shown, emoji: false } }];
    }
    return richParagraph([{ text, style: 'strong' }]);
  },

  paragraph: ({ runs }) => richParagraph(runs),

  /**
   * Small print: a context block. Its text is parsed where it holds links, so that it is used for plain words and
   * for links in unmarked words alone; everything else is shown as a paragraph, whose text is not parsed.
   */
  note(block) {
    const runs = block.runs.filter((run) => run.text !== '');
    if (runs.some((run) => run.style !== undefined)) return richParagraph(runs);
    const text = literal(runs.map((run) => run.text).join(''));
    if (text.trim() === '') return [];
    const linked = runs.some((run) => run.link !== undefined);
    if (!linked && text.length <= limits.textObject) {
      return [{ type: 'context', elements: [{ type: 'plain_text', text, emoji: false }] }];
    }
    const markup = runs.map(linkMarkup).join('');
    if (!linked || SLACK_MARKUP.test(text) || markup.length > limits.textObject) return richParagraph(runs);
    return [{ type: 'context', elements: [{ type: 'mrkdwn', text: markup, verbatim: true }] }];
  },

  list(block) {
    const items = block.items.map(runElements).filter((elements) => elements.length > 0);
    if (items.length === 0) return [];
    const elements = items.map((item) => ({ type: 'rich_text_section' as const, elements: item }));
    return richTextBlock({ type: 'rich_text_list', style: 'bullet', elements });
  },

  code({ text }) {
    const elements = [...textElement(text)];
    return elements.length === 0 ? [] : richTextBlock({ type: 'rich_text_preformatted', elements });
  },
};
