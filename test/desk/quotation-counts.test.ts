import { describe, expect, it } from 'vitest';
import { notesOf, quotationsOf, runsText } from '../message/reading.ts';
import {
  harbourDesk,
  idsIn,
  LANTERN,
  LONG,
  PILOTS,
  paragraphs,
  plural,
  RUNNING,
  tollWith,
  wordsIn,
  written,
} from './harbours.ts';

const { reply, json } = await harbourDesk();

describe('a quotation that many articles carry', () => {
  const carrying = (words: string): readonly string[] =>
    paragraphs.filter(({ text }) => text.toLowerCase().includes(words.toLowerCase())).map(({ id }) => id);

  it.each([
    LANTERN,
    'lantern lit',
    'The tide table hangs beside the door',
    'lies where a river meets the sea',
  ])('%j is shown, named or counted for each', async (words) => {
    const { message, answer } = await reply(`quote "${words}"`);
    const all = carrying(words);
    const notes = notesOf(message);
    expect(answer).toMatchObject({ kind: 'quotation', checks: [{ verdict: 'exact' }] });
    expect((await json(`quote "${words}"`)).total).toBe(all.length);
    expect(notes[0]).toMatch(
      new RegExp(`^Word for word in ${all.length === 1 ? 'one article' : `${all.length} articles`}\\b`),
    );
    const shown = quotationsOf(message).map(({ id }) => id);
    const also = notes.filter((note) => note.startsWith('Also in ')).join('');
    const named = idsIn(also);
    const counted = Number(/(\d+) more article/.exec(also)?.[1] ?? 0);
    expect(new Set([...shown, ...named]).size).toBe(shown.length + named.length);
    expect(all).toEqual(expect.arrayContaining([...shown, ...named]));
    expect(shown.length + named.length + counted).toBe(all.length);
  });

  it('in other words is shown or named as well', async () => {
    const { message } = await reply(`quote "${tollWith('harbour')}"`);
    const shown = quotationsOf(message).map(({ id }) => id);
    const named = notesOf(message).flatMap(idsIn);
    expect([...shown, ...named].toSorted()).toEqual(
      [...carrying(tollWith('harbour')), ...carrying(tollWith('mooring'))].toSorted(),
    );
  });

  it('in other words is shown with what differs', async () => {
    const { blocks } = (await reply(`quote "${tollWith('harbour')}"`)).message;
    const others = blocks.filter((block) => block.type === 'quotation').slice(3);
    expect(others).toHaveLength(3);
    for (const other of others) {
      const [label, difference, list] = blocks.slice(blocks.indexOf(other) - 3);
      expect(label).toEqual({ type: 'note', runs: [{ text: 'Another article has other words:' }] });
      expect(difference).toMatchObject({ type: 'paragraph' });
      expect(list).toEqual({
        type: 'list',
        items: [[{ text: '“harbour”: the source has “mooring”' }]],
      });
    }
  });

  it('with a word changed shows, for the first three that have it so, what differs and the passage', async () => {
    const { message, answer } = await reply(`quote "${tollWith('river')}"`);
    expect(answer).toMatchObject({ kind: 'quotation', checks: [{ verdict: 'altered' }] });
    const all = [...carrying(tollWith('harbour')), ...carrying(tollWith('mooring'))];
    const shown = message.blocks.filter((block) => block.type === 'quotation');
    expect(shown).toHaveLength(3);
    const also = notesOf(message)
      .filter((note) => note.startsWith('Also in '))
      .flatMap(idsIn);
    expect([...shown.map(({ id }) => id), ...also].toSorted()).toEqual(all.toSorted());
    for (const quotation of shown) {
      const [difference, list] = message.blocks.slice(message.blocks.indexOf(quotation) - 2);
      const theirs = carrying(tollWith('harbour')).includes(quotation.id) ? 'harbour' : 'mooring';
      expect(difference?.type === 'paragraph' && difference.runs).toEqual([
        { text: 'No captain pays a ' },
        { text: 'river', style: 'deleted' },
        { text: ' ' },
        { text: theirs, style: 'inserted' },
        { text: ' toll twice when a storm drives …' },
      ]);
      expect(list?.type === 'list' && list.items.map(runsText)).toEqual([
        `“river”: the source has “${theirs}”`,
      ]);
      const marked = quotation.parts.flatMap((part) =>
        part.type === 'verbatim' && part.marked ? [part.text] : [],
      );
      expect(marked).toEqual([theirs]);
    }
  });

  it('over several paragraphs says how many lie between the first and the last', async () => {
    for (let length = 1; length <= RUNNING.length; length++) {
      const { message } = await reply(`quote "${RUNNING.slice(0, length).join(' ')}"`);
      const ofBirch = quotationsOf(message).filter(({ article }) => article === 'harbour-birch');
      expect(ofBirch.map(({ id }) => id)).toEqual(
        length === 1 ? ['harbour-birch:5'] : ['harbour-birch:5', `harbour-birch:${4 + length}`],
      );
      expect(notesOf(message).filter((note) => note.startsWith('It goes on'))).toEqual(
        length <= 2 ? [] : [`It goes on through ${plural(length - 2, 'more paragraph')}, and ends with:`],
      );
    }
  });

  it('says of each article what stands between the paragraphs', async () => {
    const { message } = await reply(`quote "${RUNNING.slice(0, 2).join(' ')}"`);
    expect(quotationsOf(message).map(({ id }) => id)).toEqual([
      'harbour-birch:5',
      'harbour-birch:6',
      'harbour-cedar:5',
      'harbour-cedar:7',
    ]);
    expect(notesOf(message)).toContain(
      'It passes over harbour-cedar:6, which the article has between its paragraphs.',
    );
  });
});

describe('a quotation that is there in part', () => {
  it.each([2, 8, 9, 12])('lists or counts %i parts that no article has, word for word', async (many) => {
    const invented = Array.from({ length: many }, (_, n) =>
      Array.from({ length: 24 }, (_each, at) => `qx${n}z${at}`).join(' '),
    );
    const real = [...LONG, ...RUNNING].slice(0, many - 1);
    const line = invented.map((part, n) => `${part} ${real[n] ?? ''}`.trim()).join(' ');
    const { answer, message } = await reply(`quote "${line}"`);
    expect(answer).toMatchObject({ kind: 'quotation', checks: [{ verdict: 'part' }] });
    const { missing } = await json(`quote "${line}"`);
    expect(missing.map(wordsIn)).toEqual(invented.map(wordsIn));
    const [list] = message.blocks.filter((block) => block.type === 'list');
    const items = list?.type === 'list' ? list.items.map(runsText) : [];
    const listed = items.filter((item) => item.startsWith('“'));
    for (const [at, item] of listed.entries()) {
      expect(missing[at]?.startsWith(item.slice(1, -1).replace(/…$/, ''))).toBe(true);
    }
    const counted = /^and (\d+) more/.exec(items.at(-1) ?? '')?.[1];
    expect(listed.length + Number(counted ?? 0)).toBe(many);
  });

  it('shows each part with what differs from its source', async () => {
    const [whole, changed] = [LONG[3] ?? '', RUNNING[2]];
    const invented = Array.from({ length: 24 }, (_, at) => `qx${at}z`).join(' ');
    const { message } = await reply(`quote "${whole} ${invented} ${changed.replace('beacon', 'bonfire')}"`);
    expect(quotationsOf(message).map(({ id }) => id)).toEqual(['harbour-alder:5', 'harbour-birch:7']);
    const said = notesOf(message).filter((note) => note.startsWith('Found '));
    expect(said).toEqual([
      expect.stringMatching(/^Found word for word.*: “Its foundations/),
      expect.stringMatching(/^Found with changes: “The council granted/),
    ]);
    const lists = message.blocks.flatMap((block) =>
      block.type === 'list' ? [block.items.map(runsText)] : [],
    );
    expect(lists).toEqual([[`“${invented.slice(0, 119)}…”`], ['“bonfire”: the source has “beacon”']]);
  });

  it('counts the differences that it does not list', async () => {
    const changed = PILOTS.replace('northern', 'southern');
    const many = [LANTERN, PILOTS].join(' ').split(' ');
    expect(many.length).toBeGreaterThan(20);
    const { message } = await reply(`quote "${changed}"`);
    expect(notesOf(message)[0]).toMatch(/with 1 difference:$/);
    const text =
      written[0]?.paragraphs.find(({ sentences }) => sentences.length === 7)?.text.split(' ') ?? [];
    const slips = text.map((word, at) => (at % 9 === 4 ? `qx${at}` : word));
    const count = slips.filter((word, at) => word !== text[at]).length;
    const { message: altered } = await reply(`quote "${slips.join(' ')}"`);
    expect(notesOf(altered)[0]).toMatch(new RegExp(`with ${count} differences:$`));
    const [list] = altered.blocks.filter((block) => block.type === 'list');
    const items = list?.type === 'list' ? list.items.map(runsText) : [];
    expect(items).toHaveLength(9);
    expect(items.at(-1)).toBe(`and ${count - 8} more differences`);
  });
});

describe('a text with quotations', () => {
  const exact = [
    ...new Set(written.slice(0, 3).flatMap((each) => each.paragraphs.flatMap(({ sentences }) => sentences))),
  ];
  const absent = (n: number): string => `nobody ever wrote qxz${n} about the jvw${n} of zzq${n}`;

  it.each([
    [3, 2],
    [12, 20],
    [20, 45],
  ])(
    'with %i exact and %i absent ones counts each once: by verdict, shown or not, checked or not',
    async (some, others) => {
      const all = [...exact.slice(0, some), ...Array.from({ length: others }, (_, n) => absent(n))];
      expect(all).toHaveLength(some + others);
      const line = `quote ${all.map((each) => `“${each}”`).join(' and ')}`;
      const { answer, message } = await reply(line);
      const [heading] = message.blocks;
      const checked = Math.min(all.length, 60);
      const notThere = checked - some;
      expect(heading).toEqual({
        type: 'heading',
        text: `${checked} quotations: ${some} exact, ${notThere} not in the corpus`,
      });
      const notes = notesOf(message);
      const titles = notes.filter((note) => /^(?:Exact|Not in the corpus): “/.test(note));
      const shown = Math.min(checked, 25);
      expect(titles).toHaveLength(shown);
      expect(notes.filter((note) => note.startsWith('Not shown here'))).toEqual(
        shown === checked
          ? []
          : [
              `Not shown here: ${checked - shown} more quotations (${checked - shown} not in the corpus). Check the rest of the text by itself.`,
            ],
      );
      const left = all.length - checked;
      expect(answer).toMatchObject({ unchecked: left });
      expect(notes.filter((note) => note.startsWith('Not checked'))).toEqual(
        left === 0
          ? []
          : [
              `Not checked: ${plural(left, 'more quotation')}. At most 60 are checked at a time; send the rest of the text by itself.`,
            ],
      );
      expect((await json(line)).unchecked ?? 0).toBe(left);
    },
  );

  it('says how often the same one stands there, and of an exact one where', async () => {
    const line = `quote “${LANTERN}” and “${absent(1)}” and “${LANTERN}”`;
    const notes = notesOf((await reply(line)).message);
    const [exactly] = notes.filter((note) => note.startsWith('Exact'));
    expect(exactly).toContain(`”, 2 times · `);
    const named = idsIn(exactly ?? '');
    const counted = Number(/and (\d+) more articles$/.exec(exactly ?? '')?.[1]);
    expect(named.length + counted).toBe(written.length);
    expect(notes.find((note) => note.startsWith('Not in the corpus'))).not.toContain('time');
  });
});
