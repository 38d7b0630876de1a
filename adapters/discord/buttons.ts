import type { Action, Message } from '../../src/message/types.ts';
import type { Store } from '../../src/store/types.ts';
import { CUSTOM_ID } from './limits.ts';

/** A button that runs a command, for its presser alone or, shared, for the whole channel. */
type CommandAction = Extract<Action, { command: string }>;
export type CommandKind = CommandAction['type'];

/** Gives a button its `custom_id`; `index` makes it unique where two buttons of a message carry one command. */
export type ButtonId = (action: CommandAction, index: number) => string;

const KIND_LETTER: Readonly<Record<CommandKind, string>> = { run: 'r', share: 's' };

/** A letter, at most two digits and the sign of what follows. */
const PREFIX = 4;

const isCommand = (action: Action): action is CommandAction => action.type !== 'link';

/** Every command that the message's buttons carry. */
export function commandsOf(message: Message): ReadonlySet<string> {
  const actions = message.blocks.flatMap((block) =>
    block.type === 'quotation' || block.type === 'actions' ? block.actions : [],
  );
  return new Set(actions.filter(isCommand).map(({ command }) => command));
}

/** Whether a `custom_id` has room for the command itself. */
const fitsButton = (command: string): boolean => command.length <= CUSTOM_ID - PREFIX;

/**
 * `r3:search multilateralism` carries a command, `s3#KEY` the key of one that is too long.
 *
 * @throws {RangeError} for a command that is too long and has no key.
 */
export function buttonIdWith(keys: ReadonlyMap<string, string>): ButtonId {
  return ({ type, command }, index) => {
    if (fitsButton(command)) return `${KIND_LETTER[type]}${index}:${command}`;
    const key = keys.get(command);
    if (key === undefined) throw new RangeError(`No key for a command of ${command.length} characters`);
    return `${KIND_LETTER[type]}${index}#${key}`;
  };
}

/** Keeps the message's long commands in the store, so that rendering itself waits for nothing. */
export async function buttonIds(message: Message, store: Pick<Store, 'keepCommand'>): Promise<ButtonId> {
  const long = [...commandsOf(message)].filter((command) => !fitsButton(command));
  const keys = await Promise.all(long.map(async (each) => [each, await store.keepCommand(each)] as const));
  return buttonIdWith(new Map(keys));
}

/** What a button is for, told by its id alone, before anything is looked up. */
export const buttonKind = (customId: string): CommandKind =>
  customId.startsWith(KIND_LETTER.share) ? 'share' : 'run';

/** The command that a button carries itself; null for one that was kept, and for no button of the desk. */
export const commandIn = (customId: string): string | null =>
  /^[rs]\d{1,2}:([\s\S]+)$/.exec(customId)?.[1] ?? null;

export interface Pressed {
  readonly kind: CommandKind;
  readonly command: string;
}

/** What a button does, or null when what it did is no longer known. */
export async function pressed(
  customId: string,
  store: Pick<Store, 'recallCommand'>,
): Promise<Pressed | null> {
  const match = /^([rs])\d{1,2}([:#])([\s\S]+)$/.exec(customId);
  const [, , sign, rest] = match ?? [];
  if (rest === undefined) return null;
  const command = sign === '#' ? await store.recallCommand(rest) : rest;
  return command === null ? null : { kind: buttonKind(customId), command };
}
