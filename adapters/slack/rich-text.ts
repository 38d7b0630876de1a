import type { RichTextElement, RichTextLink, RichTextText } from '@slack/types';
import type { Run } from '../../src/message/types.ts';
import { linkTarget, literal } from './escape.ts';
import { limits } from './limits.ts';

type Style = NonNullable<RichTextText['style']>;

const styles: Readonly<Record<NonNullable<Run['style']>, Style>> = {
  strong: { bold: true },
  emphasis: { italic: true },
  code: { code: true },
  deleted: { strike: true },
  inserted: { bold: true },
};

/** One element, or none: Slack refuses a whole message for one element without text. */
export function textElement(text: string, style?: Style): readonly RichTextText[] {
  const shown = literal(text);
  if (shown === '') return [];
  return [{ type: 'text', text: shown, ...(style === undefined ? {} : { style }) }];
}

export function linkElement(text: string, url: string, style?: Style): readonly RichTextLink[] {
  const shown = literal(text);
  if (shown === '') return [];
  return [{ type: 'link', url, text: shown, ...(style === undefined ? {} : { style }) }];
}

export function runElements(runs: readonly Run[]): RichTextElement[] {
  return runs.flatMap((run): readonly RichTextElement[] => {
    const style = run.style === undefined ? undefined : styles[run.style];
    const url = linkTarget(run.link, limits.buttonUrl);
    return url === null ? textElement(run.text, style) : linkElement(run.text, url, style);
  });
}
