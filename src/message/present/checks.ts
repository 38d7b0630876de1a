import type { AnswerOf } from '../../command/types.ts';
import type { LinkTo } from '../../corpus/links.ts';
import { plural } from '../plural.ts';
import type { Action, Block, Run } from '../types.ts';
import { type Check, difference } from './difference.ts';
import { runAction, shareAction } from './quotation.ts';
import { type Showing, sourceBlocks } from './quotation-source.ts';
import { note } from './remarks.ts';
import { butFor, details, MOST_SOURCES_SHOWN, others } from './verdicts.ts';
import { quoted, say, strong } from './words.ts';

const VERDICTS: Readonly<Record<Check['verdict'], string>> = {
  exact: 'Exact',
  altered: 'Altered',
  part: 'In part',
  absent: 'Not in the corpus',
};

/** Where an exact quotation stands, in one line: there are several. */
function briefly({ sources, more }: Check, linkTo: LinkTo): readonly Run[] {
  const shown = sources.filter(({ changes }) => changes.length === 0).slice(0, MOST_SOURCES_SHOWN);
  const rest = sources.filter(({ changes }) => changes.length === 0).length - shown.length + more;
  return [
    ...shown.flatMap((source) => [
      say(' · '),
      { text: source.paragraph.id, link: linkTo(source.article, source.paragraph).url },
      ...(butFor(source) === '' ? [] : [say(` (${butFor(source).slice(', '.length)} differ)`)]),
    ]),
    ...(rest > 0 ? [say(` and ${plural(rest, 'more article')}`)] : []),
  ];
}

/** What a button can carry on every platform. */
const LONGEST_COMMAND = 1900;

/** One of several quotations: in a line where it is exact or brief, else with its difference. */
function oneOf(check: Check, times: number, linkTo: LinkTo): readonly Block[] {
  const again = times === 1 ? '' : `, ${plural(times, 'time')}`;
  const title: readonly Run[] = [strong(VERDICTS[check.verdict]), say(`: ${quoted(check.text)}${again}`)];
  if (check.verdict === 'exact') {
    return [{ type: 'paragraph', runs: [...title, ...briefly(check, linkTo)] }];
  }
  if (check.verdict === 'absent' && check.brief) {
    return [{ type: 'paragraph', runs: [...title, say(' · words in marks so short may quote nobody')] }];
  }
  const command = `quote "${check.text}"`;
  const alone: readonly Action[] =
    command.length > LONGEST_COMMAND ? [] : [runAction('Check this alone', command)];
  const [first] = check.sources;
  const show: Showing = { linkTo, compact: true, actions: alone };
  if (check.verdict === 'altered' && first !== undefined) {
    return [
      { type: 'paragraph', runs: title },
      ...difference(first),
      ...sourceBlocks(first, show),
      ...others(check, 1),
    ];
  }
  return [{ type: 'paragraph', runs: title }, ...details(check, show)];
}

/** Words of the text that are searched at a click, for somebody who meant a search. */
const MOST_SEARCHED_WORDS = 12;

function searchAction(checks: AnswerOf<'quotation'>['checks']): readonly Action[] {
  const words =
    checks[0].text
      .replace(/[[\]]/g, '')
      .match(/[\p{L}\p{N}]+(?:['’]\p{L}+)*/gu)
      ?.slice(0, MOST_SEARCHED_WORDS) ?? [];
  return words.length === 0 ? [] : [runAction('Search these words', `search ${words.join(' ')}`)];
}

function tally(checks: readonly Check[]): string {
  const counts = (Object.keys(VERDICTS) as Check['verdict'][]).flatMap((verdict) => {
    const count = checks.filter((check) => check.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${VERDICTS[verdict].toLowerCase()}`];
  });
  return counts.join(', ');
}

/** Each quotation of a text that was checked fully, once, in the text's order. */
function several(checks: readonly Check[], linkTo: LinkTo): readonly Block[] {
  const byText = [...Map.groupBy(checks, ({ text }) => text).values()];
  const left = byText.filter(([check]) => check?.fully === false).flat();
  return [
    { type: 'heading', text: `${plural(checks.length, 'quotation')}: ${tally(checks)}` },
    ...byText
      .filter(([check]) => check?.fully)
      .flatMap(([check, ...again]) => (check === undefined ? [] : oneOf(check, again.length + 1, linkTo))),
    ...(left.length === 0
      ? []
      : [
          note(
            `Not shown here: ${plural(left.length, 'more quotation')} (${tally(left)}). Check the rest of the text by itself.`,
          ),
        ]),
  ];
}

export function presentChecks(
  { checks, unchecked }: AnswerOf<'quotation'>,
  command: string,
  linkTo: LinkTo,
): readonly Block[] {
  const [first] = checks;
  const closing: Block = { type: 'actions', actions: [...searchAction(checks), shareAction(command)] };
  const rest =
    unchecked === 0
      ? []
      : [
          note(
            `Not checked: ${plural(unchecked, 'more quotation')}. At most ${checks.length} are checked at a time; send the rest of the text by itself.`,
          ),
        ];
  if (checks.length > 1) return [...several(checks, linkTo), ...rest, closing];
  return [
    { type: 'heading', text: `${VERDICTS[first.verdict]}: ${quoted(first.text)}` },
    ...details(first, { linkTo, compact: false, actions: [] }),
    closing,
  ];
}
