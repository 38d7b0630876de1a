import { describe, expect, it } from 'vitest';
import type { Message } from '../../src/message/types.ts';
import { gallery } from '../gallery/gallery.ts';
import {
  announced,
  everyButton,
  everyCitation,
  isCut,
  type Law,
  noOtherLinks,
  sameWords,
  visibleOnly,
  withinLimitsAndInert,
} from './laws.ts';
import { frozen, withoutActions } from './reading.ts';
import { type Renderer, renderers, type Shown } from './renderers.ts';

/** Frozen: a renderer that changes its message fails. */
const exhibits = (await gallery()).map((each) => ({ ...each, message: frozen(each.message) }));

const hasActions = ({ blocks }: Message): boolean =>
  blocks.some(
    (block) => (block.type === 'quotation' || block.type === 'actions') && block.actions.length > 0,
  );

const bare = exhibits.map((each) =>
  hasActions(each.message) ? { ...each, message: withoutActions(each.message) } : each,
);

const shownBefore = new Map<Renderer, Map<Message, Promise<Shown>>>(
  renderers.map((renderer) => [renderer, new Map()]),
);

/** The laws look at the same payloads; making them is what takes time. */
function shownOnce(renderer: Renderer, message: Message): Promise<Shown> {
  const made = shownBefore.get(renderer)?.get(message) ?? renderer.show(message);
  shownBefore.get(renderer)?.set(message, made);
  return made;
}

/** The gallery's messages that break the law on this surface, and how. */
async function broken(law: Law, renderer: Renderer, among = exhibits): Promise<readonly string[]> {
  const faults: string[] = [];
  for (const { name, message } of among) {
    const shown = await shownOnce(renderer, message);
    for (const fault of law(message, shown, renderer)) faults.push(`${name}: ${fault}`);
  }
  return faults;
}

describe.each(renderers)('$name', (renderer) => {
  it('stays within every limit, and no text does more than stand there', async () => {
    expect(await broken(withinLimitsAndInert, renderer)).toEqual([]);
  });

  it('links to nothing but what the message links to', async () => {
    expect(await broken(noOtherLinks, renderer)).toEqual([]);
  });

  it('leaves no direction open and shows no control character', async () => {
    expect(await broken(visibleOnly, renderer)).toEqual([]);
  });

  it('cites every passage, or names it among what is left out', async () => {
    expect(await broken(everyCitation, renderer)).toEqual([]);
  });

  it('shows every block, or says in words and numbers what is left out', async () => {
    expect(await broken(announced, renderer)).toEqual([]);
  });

  it('shows the words of a message that it need not cut, all, in order, and no others', async () => {
    const law: Law = (message, shown, which) =>
      isCut(message, shown) ? [] : sameWords(message, shown, which);
    expect(await broken(law, renderer, bare)).toEqual([]);
  });

  it('offers every command and link of a message that it need not cut', async () => {
    const law: Law = (message, shown, which) =>
      isCut(message, shown) ? [] : everyButton(message, shown, which);
    expect(await broken(law, renderer)).toEqual([]);
  });

  it('shows the answers over the five articles whole', async () => {
    const real = exhibits.filter(({ reply, name }) => reply !== null && !name.startsWith('hostile'));
    const law: Law = (message, shown) => (isCut(message, shown) ? ['is cut'] : []);
    expect(await broken(law, renderer, real)).toEqual([]);
  });
});
