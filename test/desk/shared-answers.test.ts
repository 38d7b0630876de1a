import { describe, expect, it } from 'vitest';
import { notesOf, quotationsOf } from '../message/reading.ts';
import { harbourDesk, PILOTS, passages, SHARING } from './harbours.ts';

const { reply } = await harbourDesk();

describe('an answer that several articles have', () => {
  it('cites the first of them and counts the others', async () => {
    const { message } = await reply('ask what did the pilots of the northern coast agree to share?');
    const sharing = passages.filter(({ sentences }) => sentences.includes(PILOTS)).map(({ id }) => id);
    expect(sharing).toHaveLength(SHARING);
    const notes = notesOf(message);
    const [first, ...others] = quotationsOf(message);
    expect(sharing).toContain(first?.id);
    expect(others.filter(({ id }) => sharing.includes(id))).toEqual([]);
    const cited = notes.filter((note) => note.startsWith('Word for word the same: '));
    for (const note of cited) expect(sharing).toContain(note.split(' · ').at(-1));
    expect(new Set(cited).size).toBe(cited.length);
    const more = sharing.length - 1 - cited.length;
    expect(more).toBeGreaterThan(1);
    expect(notes).toContain(`The same in ${more} more articles: related ${first?.id}`);
  });

  it.each(['harbour-alder:3', 'harbour-alder:4'])('is shown or counted as related to %s', async (id) => {
    const { message } = await reply(`related ${id}`);
    const shown = quotationsOf(message).map((quotation) => quotation.id);
    expect(shown).toHaveLength(4);
    expect(notesOf(message)).toContain(`${SHARING - 1 - 4} more passages with the same words.`);
    const own = passages.find((each) => each.id === id)?.sentences ?? [];
    for (const block of message.blocks) {
      if (block.type !== 'quotation') continue;
      const label = message.blocks[message.blocks.indexOf(block) - 1];
      const marked = block.parts.flatMap((part) =>
        part.type === 'verbatim' && part.marked ? [part.text] : [],
      );
      const isSame = marked.every((sentence) => own.includes(sentence));
      expect(label).toEqual({
        type: 'note',
        runs: [{ text: `The same words, ${isSame ? 'word for word' : 'with differences'}:` }],
      });
    }
  });

  it('has the words that make it doubtful named above it', async () => {
    const notes = async (line: string): Promise<readonly string[]> => notesOf((await reply(line)).message);
    const line = 'ask what did the pilots of the northern coast agree to share';
    expect((await notes(`${line}?`)).filter((note) => note.includes('may not answer'))).toEqual([]);
    expect(await notes(`${line} qxzjvw?`)).toEqual(
      expect.arrayContaining([
        'Not in the corpus: “qxzjvw”.',
        'These passages may not answer the whole question.',
      ]),
    );
  });
});
