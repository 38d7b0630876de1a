import type { Quotation, Run } from '../../../src/message/types.ts';
import { markdown } from '../markdown.ts';
import { rows } from './actions.ts';
import { type Part, prefixed, text } from './part.ts';

/** The citation's runs, the passage's id leading to the passage; an id that they lack is put at their end. */
function citation(quotation: Quotation): readonly Run[] {
  const runs = quotation.citation.map((run) => ({ ...run, text: run.text.replace(/\s+/g, ' ') }));
  const isId = (run: Run): boolean => run.text === quotation.id;
  const id: Run = { text: quotation.id, link: quotation.url };
  return runs.some(isId) ? runs.map((run) => (isId(run) ? id : run)) : [...runs, { text: ' · ' }, id];
}

/** A block quotation, its marked words bold, the citation in small print below, then what can be done with it. */
export function quotation(block: Quotation): readonly Part[] {
  const runs = block.parts.map((part): Run => {
    if (part.type === 'gap') return { text: part.said };
    return part.marked ? { text: part.text, style: 'strong' } : { text: part.text };
  });
  return [
    ...text(`${prefixed('> ', markdown(runs))}\n-# ${markdown(citation(block))}`),
    ...rows(block.actions, block.url),
  ];
}
