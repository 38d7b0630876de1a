import { type CommandModule, problem } from './module.ts';
import type { Command } from './types.ts';
import { nearestVerb, verbs } from './verbs.ts';

type HelpCommand = Extract<Command, { verb: 'help' }>;

export const help: CommandModule<HelpCommand> = {
  spec: {
    verb: 'help',
    summary: 'What the desk can do, with examples that work when pasted',
    usage: 'help [COMMAND]',
    options: [
      {
        name: 'command',
        summary: 'The command to explain',
        required: false,
        type: 'choice',
        choices: verbs,
        written: 'bare',
      },
    ],
    examples: ['help', 'help search'],
  },
  parse: (rest) => {
    const typed = rest.toLowerCase();
    const topic = verbs.find((verb) => verb === typed) ?? null;
    if (topic !== null || typed === '') return { command: { verb: 'help', topic } };
    // "help search please" is about search; "help me find Iran" is a search.
    const [first = ''] = typed.split(/\s/, 1);
    const meant = verbs.find((verb) => verb === first) ?? nearestVerb(first);
    const looked = first === typed ? [] : [`search ${rest}`];
    const instead = [...(meant === null ? looked : [`help ${meant}`]), 'help'];
    return { problem: problem('unknown-verb', rest, { allowed: verbs, instead }) };
  },
  write: ({ topic }) => topic ?? '',
  run: ({ topic }, { commands }) => ({
    kind: 'help',
    topic: commands.find(({ verb }) => verb === topic) ?? null,
    commands,
  }),
};
