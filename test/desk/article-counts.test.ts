import { describe, expect, it } from 'vitest';
import { notesOf, quotationsOf, runsText } from '../message/reading.ts';
import { counter } from '../reached.ts';
import { harbourDesk, passages, plural, wordsIn, written } from './harbours.ts';

const { reply, json } = await harbourDesk();

describe('a passage that is opened', () => {
  it('stands between the paragraphs before and after it, their nearest sentences first', async () => {
    const reached = counter();
    const places = written.flatMap(({ paragraphs }) =>
      paragraphs.map(({ id }, n) => ({ id, around: [paragraphs[n - 1], paragraphs[n + 1]] })),
    );
    for (const { id, around } of places) {
      const { message } = await reply(`open ${id}`);
      const notes = notesOf(message);
      expect(notes.includes('The article begins here.')).toBe(around[0] === undefined);
      expect(notes.includes('The article ends here.')).toBe(around[1] === undefined);
      const quoted = new Map(quotationsOf(message).map((quotation) => [quotation.id, quotation]));
      expect(quoted.get(id)?.parts).toHaveLength(1);
      for (const [side, neighbour] of around.entries()) {
        if (neighbour === undefined) continue;
        if (neighbour.kind === 'title' || neighbour.kind === 'heading') {
          const where = side === 0 ? 'Before' : 'After';
          expect(notes).toContain(`${where} it, ${neighbour.kind}: ${neighbour.text} · ${neighbour.id}`);
          continue;
        }
        const parts = quoted.get(neighbour.id)?.parts ?? [];
        const shown = parts.flatMap((part) => (part.type === 'verbatim' ? [part.text] : [])).join('');
        const nearest = neighbour.sentences.at(side === 0 ? -1 : 0) ?? '';
        expect(side === 0 ? shown.endsWith(nearest) : shown.startsWith(nearest)).toBe(true);
        const next = neighbour.sentences
          .filter((sentence) => !shown.includes(sentence))
          .at(side === 0 ? -1 : 0);
        if (next === undefined) continue;
        expect(shown.length).toBeLessThanOrEqual(420);
        expect(`${shown} ${next}`.length).toBeGreaterThan(420);
        reached('a neighbour that is shown in part');
      }
    }
    reached.atLeast({ 'a neighbour that is shown in part': 3 });
  });
});

describe('what the articles say of themselves', () => {
  it('lists every one with its passages and words, and every file that cannot be read', async () => {
    const { message } = await reply('sources');
    const lists = message.blocks.flatMap((block) =>
      block.type === 'list' ? [block.items.map(runsText)] : [],
    );
    const [articles = [], faults = []] = lists;
    expect(message.blocks[0]).toEqual({ type: 'heading', text: `${written.length} articles` });
    expect(articles).toEqual(
      written.map(({ id, title, author, publisher, published }) => {
        const own = passages.filter((each) => each.id.startsWith(`${id}:`));
        const words = own.reduce((sum, { text }) => sum + wordsIn(text).length, 0);
        return [
          title,
          author ?? 'author not given',
          publisher ?? 'publisher not given',
          published ?? 'undated',
          `${plural(own.length, 'passage')}, ${plural(words, 'word')}`,
          id,
        ].join(' · ');
      }),
    );
    expect(notesOf(message)).toEqual(['2 files could not be read:']);
    expect(faults.map((each) => each.replace(/^.*\/(\w+\.md): .*$/, '$1'))).toEqual(['empty.md', 'open.md']);
    expect((await json('sources')).total).toBe(written.length);
  });

  it('shows five and counts the others', async () => {
    const { message } = await reply('ask who are the authors?');
    expect(quotationsOf(message)).toHaveLength(5);
    expect(notesOf(message)).toContain(`${written.length - 5} more articles: the sources list them all.`);
    expect((await json('ask who are the authors?')).total).toBe(
      written.filter(({ author }) => author !== null).length,
    );
  });

  it.each([
    ['ask which articles have no author?', '10 articles that name no author'],
    ['ask which articles have no publisher?', '10 articles that name no publisher'],
    ['ask which articles have no author? in:harbour-oak', '1 article that names no author, in:harbour-oak'],
    ['ask which articles are undated?', '8 articles without a date'],
    ['ask which articles are by Ada Brook?', '1 article by “Ada Brook”'],
    ['ask which articles were published in 2020?', '8 articles published in 2020'],
    ['ask which articles were published after 2019?', '8 articles published after 2019'],
    ['ask how many articles are there?', '24 articles'],
  ])('counts in the heading what %s asks for: %s', async (line, heading) => {
    expect((await reply(line)).message.blocks[0]).toEqual({ type: 'heading', text: heading });
  });

  it.each([
    ['ask which articles are by Jane Doe?', ['author', 'publisher']],
    ['search lantern from:zzz', ['publisher']],
    ['search lantern by:zzz', ['author']],
    ['open nothing:1', ['id']],
  ] as const)('in reply to %s names twelve and counts the others', async (line, keys) => {
    const names = new Set(written.flatMap((article) => keys.map((key) => article[key])));
    names.delete(null);
    const said = notesOf((await reply(line)).message).join('\n');
    const named = [...names].filter((name) => name !== null && said.includes(name));
    expect(named).toHaveLength(12);
    const inMarks = line.startsWith('ask') ? named.toSorted().map((name) => `“${name}”`) : named;
    expect(said).toContain(inMarks.slice(0, -1).join(', '));
    expect(said).toContain(` and ${names.size - 12} more.`);
  });
});
