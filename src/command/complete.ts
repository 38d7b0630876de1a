import { continueQuotation } from '../answer/quotation/continue-quotation.ts';
import { corpusWordsOf } from '../answer/quotation/corpus-words.ts';
import { searched } from '../document/passage.ts';
import { fold } from '../language/tokens.ts';
import { completeDays, completeTimes } from './digest/complete.ts';
import { completeZones } from './digest/zones.ts';
import type { Core } from './module.ts';
import { namesFor } from './query.ts';
import type { ActionSpec, Completion, Option } from './types.ts';

/** No chat platform shows more choices, and nobody reads more. */
const MOST = 25;
const LABEL = 100;

const same = (values: readonly string[]): readonly Completion[] =>
  values.map((value) => ({ value, label: value }));

/** A label that tells when it goes on. */
const short = (label: string): string => (label.length <= LABEL ? label : `${label.slice(0, LABEL - 1)}…`);

function passages(typed: string, core: Core): readonly Completion[] {
  const wanted = fold(typed);
  return [...core.corpus.articles.values()].flatMap((article) =>
    searched(article)
      .filter(({ id }) => id.startsWith(wanted) || fold(article.title).includes(wanted))
      .map(({ id, start, end }) => ({ value: id, label: short(`${id} ${article.text.slice(start, end)}`) })),
  );
}

const beginning = (values: readonly string[], typed: string): readonly string[] =>
  values.filter((value) => fold(value).includes(fold(typed)));

/** The last word of what is typed, completed from the corpus's own words. */
function lastWord(typed: string, core: Core): readonly Completion[] {
  const word = /[\p{L}\p{N}]+$/u.exec(typed)?.[0] ?? '';
  const before = typed.slice(0, typed.length - word.length);
  return same(core.search.complete(word).map((found) => before + found));
}

/** Characters of a value that chat platforms take, less the marks around it. */
const QUOTED = 98;

/** Whole words from which on a sentence of an article goes on, if one has them. */
const FEWEST_WHOLE = 2;

/** Stretches of the articles that begin with what is typed, as far as they fit; before that, words. */
function quotations(typed: string, core: Core): readonly Completion[] {
  const found = continueQuotation(typed, corpusWordsOf(core.corpus), { most: MOST, longest: QUOTED });
  const words = typed.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  if (found.length === 0 && words <= FEWEST_WHOLE) return lastWord(typed, core);
  return found.map(({ text, paragraph }) => ({
    value: `"${text}"`,
    label: short(`${paragraph.id} ${text}`),
  }));
}

function candidates(option: Option, typed: string, core: Core): readonly Completion[] {
  switch (option.type) {
    case 'words':
      return lastWord(typed, core);
    case 'quotation':
      return quotations(typed, core);
    case 'passage':
      return passages(typed, core);
    case 'article':
      return [...core.corpus.articles.values()]
        .filter(({ id, title }) => fold(`${id} ${title}`).includes(fold(typed)))
        .map(({ id, title }) => ({ value: id, label: short(`${title} (${id})`) }));
    case 'publisher':
      return same(beginning(namesFor('from', core), typed));
    case 'author':
      return same(beginning(namesFor('by', core), typed));
    case 'command':
    case 'choice':
      return same(beginning(option.choices ?? [], typed));
    case 'time':
      return completeTimes(typed);
    case 'zone':
      return completeZones(typed);
    case 'days':
      return completeDays(typed);
    case 'date':
    case 'number':
      return [];
  }
}

export const completeOption = (option: Option, typed: string, core: Core): readonly Completion[] =>
  candidates(option, typed, core).slice(0, MOST);

/** A filter that is being typed at the end of a line, completed; null where there is none. */
function lastFilter(rest: string, options: readonly Option[], core: Core): readonly Completion[] | null {
  const filter = /(?:^|\s)(\p{L}+):"?([^"\s]*)$/u.exec(rest);
  const named = options.find(({ name, written }) => written === 'filter' && name === filter?.[1]);
  if (filter === null || named === undefined) return null;
  const before = rest.slice(0, rest.length - filter[0].trimStart().length);
  return completeOption(named, filter[2] ?? '', core).map(({ value, label }) => ({
    value: `${before}${named.name}:${/\s/.test(value) ? `"${value}"` : value}`,
    label,
  }));
}

/** Of each kind of value, before anything is typed. */
const FEW = 8;
/** Words of a value: "America/Port au Prince". */
const LONGEST_VALUE = 3;

/** What may stand behind an action, in any order: the longest stretch at the end that begins a value is completed. */
function lastValue(rest: string, { options }: ActionSpec, core: Core): readonly Completion[] {
  const given = options.filter(({ written }) => written === 'bare');
  // Of zones there are so many that others would not be seen behind them.
  const bare = given.toSorted((a, b) => Number(a.type === 'zone') - Number(b.type === 'zone'));
  for (let count = LONGEST_VALUE; count > 0; count--) {
    const typed = new RegExp(`(?:\\S+\\s+){${count - 1}}\\S*$`, 'u').exec(rest)?.[0];
    if (typed === undefined || (count > 1 && /(?:^|\s)$/u.test(typed))) continue;
    const before = rest.slice(0, rest.length - typed.length);
    const found = bare.flatMap((option) => {
      const values = completeOption(option, typed, core);
      return typed === '' ? values.slice(0, FEW) : values;
    });
    if (found.length > 0) return found.map(({ value, label }) => ({ value: before + value, label }));
  }
  return [];
}

/** The action behind a verb, or what goes on behind the action. */
function behindVerb(rest: string, actions: readonly ActionSpec[], core: Core): readonly Completion[] {
  const parts = /^(\S+\s+)(.*)$/su.exec(rest);
  if (parts === null) {
    const starting = actions.filter(({ name }) => name.startsWith(rest.toLowerCase()));
    return starting.map(({ name, summary, options }) => ({
      value: options.length > 0 ? `${name} ` : name,
      label: `${name}: ${summary}`,
    }));
  }
  const [, head = '', behind = ''] = parts;
  const action = actions.find(({ name }) => name === head.trim().toLowerCase());
  if (action === undefined) return [];
  const found = lastFilter(behind, action.options, core) ?? lastValue(behind, action, core);
  return found.map(({ value, label }) => ({ value: head + value, label }));
}

/** Whole lines that go on from what is typed: verbs, then what the verb takes. */
export function completeLine(line: string, core: Core): readonly Completion[] {
  const parts = /^(\s*)(\S+)(\s+)(.*)$/su.exec(line);
  if (parts === null) {
    const typed = line.trimStart();
    const starting = core.commands.filter(({ verb }) => verb.startsWith(typed.toLowerCase()));
    const found = starting.map(({ verb, summary }) => ({ value: `${verb} `, label: `${verb}: ${summary}` }));
    return [...found, ...lastWord(typed, core)].slice(0, MOST);
  }
  const [, , first = '', space = ' ', rest = ''] = parts;
  const spec = core.commands.find(({ verb }) => verb === first.toLowerCase());
  if (spec === undefined) return lastWord(line, core).slice(0, MOST);
  const head = `${first}${space}`;
  const whole = ({ value, label }: Completion): Completion => ({ value: head + value, label });
  if (spec.actions !== undefined) return behindVerb(rest, spec.actions, core).slice(0, MOST).map(whole);
  const ofFilter = lastFilter(rest, spec.options, core);
  if (ofFilter !== null) return ofFilter.map(whole);
  const bare = spec.options.filter(({ written }) => written === 'bare');
  const option = bare.length > 1 && /\s/.test(rest) ? bare[1] : bare[0];
  if (option === undefined) return [];
  const before = option === bare[1] ? rest.slice(0, rest.lastIndexOf(' ') + 1) : '';
  return completeOption(option, rest.slice(before.length), core).map(({ value, label }) => ({
    value: head + before + value,
    label,
  }));
}
