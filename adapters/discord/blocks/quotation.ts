import type { Quotation, Run } from '../../../src/message/types.ts';
import { markdown } from '../markdown.ts';
import { renderActions } from './actions.ts';
import { type DrawnPart, textDisplay } from './part.ts';

/** The citation's runs, the passage's id leading to the passage; an id that they lack is put at their end. */
function citation(quotation: Quotation): readonly Run[] {
  const runs = quotation.citation.map((run) => ({ ...run, text: run.text.replace(/\s+/g, ' ') }));
  const isId = (run: Run): boolean => run.text === quotation.id;
  const id: Run = { text: quotation.id, link: quotation.url };
  return runs.some(isId) ? runs.map((run) => (isId(run) ? id : run)) : [...runs, { text: ' · ' }, id];
}

/** Every line of a text behind the same prefix. */
const prefixed = (prefix: string, text: string): string =>
  text
    .split('\n')
    .map((line) => `${prefix}${line}`)
    .join('\n');

/** A block quotation, its marked words bold, the citation in small print below, then what can be done with it. */
export function renderQuotation(block: Quotation): readonly DrawnPart[] {
  const runs = block.parts.map((part): Run => {
    if (part.type === 'gap') return { text: part.said };
    return part.marked ? { text: part.text, style: 'strong' } : { text: part.text };
  });
  return [
    ...textDisplay(`${prefixed('> ', markdown(runs))}\n-# ${markdown(citation(block))}`),
    ...renderActions(block.actions, block.url),
  ];
}
