import type { KnownBlock, RichTextElement } from '@slack/types';
import type { Quotation, Run } from '../../../src/message/types.ts';
import { linkTarget } from '../escape.ts';
import { limits } from '../limits.ts';
import { linkElement, runElements, textElement } from '../rich-text.ts';
import { renderActions } from './actions.ts';

/** The words in a quote, marked ones bold; under them the citation, its passage id leading to the passage. */
export function renderQuotation(block: Quotation, number: () => number): KnownBlock[] {
  const words = block.parts.flatMap((part) => {
    if (part.type === 'gap') return textElement(part.said, { italic: true });
    return textElement(part.text, part.marked ? { bold: true } : undefined);
  });
  return [
    {
      type: 'rich_text',
      elements: [
        { type: 'rich_text_quote', elements: words },
        { type: 'rich_text_section', elements: citation(block) },
      ],
    },
    ...renderActions(block.actions, number),
  ];
}

function citation(block: Quotation): RichTextElement[] {
  const url = linkTarget(block.url, limits.buttonUrl);
  if (url === null) return runElements(block.citation);
  let linked = block.citation.some((run) => linkTarget(run.link, limits.buttonUrl) === url);
  const elements = block.citation.flatMap((run: Run) => {
    const at = linked ? -1 : run.text.lastIndexOf(block.id);
    if (at < 0) return runElements([run]);
    linked = true;
    return [
      ...runElements([{ ...run, text: run.text.slice(0, at) }]),
      ...linkElement(block.id, url),
      ...runElements([{ ...run, text: run.text.slice(at + block.id.length) }]),
    ];
  });
  return linked ? elements : [...elements, ...linkElement(` ${block.id}`, url)];
}
