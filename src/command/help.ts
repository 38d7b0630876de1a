import { type CommandModule, problem } from './module.ts';
import { nearestVerb } from './nearest-verb.ts';

interface HelpCommand {
  readonly verb: 'help';
  /** The verb of the command to explain; null for all of them. */
  readonly topic: string | null;
}

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
        type: 'command',
        written: 'bare',
      },
    ],
    examples: [{ line: 'help search', gives: 'all of this, in the chat' }],
  },
  parse: (rest, { commands }) => {
    const verbs = commands.map(({ verb }) => verb);
    const typed = rest.toLowerCase();
    const topic = verbs.find((verb) => verb === typed) ?? null;
    if (topic !== null || typed === '') return { command: { verb: 'help', topic } };
    // "help search please" is about search; "help me find Iran" is a search.
    const [first = ''] = typed.split(/\s/, 1);
    const meant = verbs.find((verb) => verb === first) ?? nearestVerb(first, verbs);
    const looked = first === typed ? [] : [`search ${rest}`];
    const instead = [...(meant === null ? looked : [`help ${meant}`]), 'help'];
    return { problem: problem('unknown-verb', rest, { allowed: verbs, instead }) };
  },
  suits: (rest, { commands }) => rest === '' || commands.some(({ verb }) => verb === rest.toLowerCase()),
  write: ({ topic }) => topic ?? '',
  run: ({ topic }, { commands }) => ({
    kind: 'help',
    topic: commands.find(({ verb }) => verb === topic) ?? null,
    commands,
  }),
};
