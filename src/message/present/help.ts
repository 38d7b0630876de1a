import type { AnswerOf, CommandExample, CommandSpec, Option } from '../../command/types.ts';
import type { Action, Block } from '../types.ts';
import { runAction } from './quotation.ts';
import { note } from './remarks.ts';
import { code, say } from './words.ts';

const tryIt = ({ line }: CommandExample): Action => runAction(line, line);

/** A command's options and those of its actions, each name once. */
function optionsOf({ options, actions = [] }: CommandSpec): readonly Option[] {
  const all = [...options, ...actions.flatMap((action) => action.options)];
  return [...new Map(all.map((option) => [option.name, option])).values()];
}

function helpFor(spec: CommandSpec): readonly Block[] {
  const bare = optionsOf(spec).filter(({ written }) => written === 'bare');
  const filters = optionsOf(spec).filter(({ written }) => written === 'filter');
  const actions = (spec.actions ?? []).map(({ name, summary }) => [code(name), say(` ${summary}`)]);
  const described = [...bare, ...filters].map(({ name, summary, written }) => [
    code(written === 'filter' ? `${name}:` : name.toUpperCase()),
    say(` ${summary}`),
  ]);
  return [
    { type: 'heading', text: spec.verb },
    { type: 'paragraph', runs: [say(`${spec.summary}.`)] },
    { type: 'code', text: spec.usage },
    ...(actions.length === 0 ? [] : [{ type: 'list' as const, items: actions }]),
    ...(described.length === 0 ? [] : [{ type: 'list' as const, items: described }]),
    { type: 'actions', actions: spec.examples.map(tryIt) },
  ];
}

export function presentHelp({ topic, commands }: AnswerOf<'help'>): readonly Block[] {
  if (topic !== null) return helpFor(topic);
  const examples = commands.flatMap(({ verb, examples: [first] }) => (verb === 'help' ? [] : [first]));
  return [
    { type: 'heading', text: 'What the desk can do' },
    { type: 'list', items: commands.map(({ verb, summary }) => [code(verb), say(` ${summary}`)]) },
    note(
      'Words without a command are a question if they read as one, a quotation to check if they hold one in quotation marks, and else a search. Every quotation is exact and carries its source.',
    ),
    { type: 'actions', actions: examples.map(tryIt) },
  ];
}
