import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fit as fitInto, type Size } from '../../src/message/fit.ts';
import type { Block, Gap, Message, Verbatim } from '../../src/message/types.ts';
import { counter } from '../reached.ts';
import { message as anyMessage } from './arbitrary.ts';
import { fitted, pairs, plainly, room } from './fitting.ts';
import { isVerbatim, piecesOf, quotationsOf, runsText } from './reading.ts';

const sizeOf = ({ blocks }: Message, measure: (block: Block) => Size): Size => ({
  characters: blocks.reduce((sum, block) => sum + measure(block).characters, 0),
  elements: blocks.reduce((sum, block) => sum + measure(block).elements, 0),
});

const said = ({ blocks }: Message): string => blocks.flatMap(piecesOf).join('\n');

const NAMES: Readonly<Record<Block['type'], readonly [one: string, many: string]>> = {
  heading: ['heading', 'headings'],
  paragraph: ['paragraph', 'paragraphs'],
  note: ['note', 'notes'],
  list: ['list', 'lists'],
  code: ['text to copy', 'texts to copy'],
  actions: ['row of buttons', 'rows of buttons'],
  quotation: ['passage', 'passages'],
};

/** Of a gap that was made to fit, how many characters it says are left out. */
const charactersSaid = ({ said: words }: Gap): number | null => {
  const found = /^ \[… ([\d,]+) characters? left out …\] $/.exec(words)?.[1];
  return found === undefined ? null : Number(found.replaceAll(',', ''));
};

const gone = (parts: readonly (Verbatim | Gap)[]): number =>
  parts.reduce((sum, part) => sum + (part.type === 'gap' ? part.omitted : 0), 0);

describe('fit, for any message and any platform', () => {
  it('is never over the room', () => {
    fc.assert(
      fc.property(fitted, ({ shown, measure, most }) => {
        const { characters, elements } = sizeOf(shown, measure);
        expect(characters).toBeLessThanOrEqual(most.characters);
        expect(elements).toBeLessThanOrEqual(most.elements);
        for (const block of shown.blocks) {
          const own =
            block.type === 'quotation' || block.type === 'paragraph' ? most.block[block.type] : null;
          if (own) expect(measure(block).characters).toBeLessThanOrEqual(own);
        }
      }),
    );
  });

  it('gives back the message itself when it fits', () => {
    fc.assert(
      fc.property(anyMessage, (message) => {
        expect(fitInto(message, plainly, room(1e6))).toBe(message);
      }),
    );
  });

  it('changes nothing the second time', () => {
    const reached = counter();
    fc.assert(
      fc.property(fitted, ({ message, shown, measure, most }) => {
        reached('a message that was cut', shown !== message);
        expect(fitInto(shown, measure, most)).toBe(shown);
      }),
    );
    reached.atLeast({ 'a message that was cut': 30 });
  });

  it('shows of every quotation exact slices in their places, and counts what is not there in its gaps', () => {
    const reached = counter();
    fc.assert(
      fc.property(fitted, ({ message, shown }) => {
        for (const [original, cut] of pairs(message, shown)) {
          const first = original.parts.find(isVerbatim)?.start ?? 0;
          const before = original.parts.slice(0, original.parts.findIndex(isVerbatim));
          let at = first - gone(before);
          let left = original.parts;
          for (const part of cut.parts) {
            if (part.type === 'gap') {
              if (original.parts.includes(part)) reached('a gap of the passage, kept');
              else {
                expect(charactersSaid(part)).toBe(part.omitted);
                reached('a gap that was made');
              }
              at += part.omitted;
              continue;
            }
            expect(part.start).toBe(at);
            expect(part.end - part.start).toBe(part.text.length);
            left = left.slice(
              left.findIndex((each) => isVerbatim(each) && each.end >= part.end && each.start <= at),
            );
            const [from] = left;
            expect(from?.type === 'verbatim' && from.text.slice(at - from.start, part.end - from.start)).toBe(
              part.text,
            );
            at = part.end;
          }
          const whole = original.parts.filter(isVerbatim).reduce((sum, { text }) => sum + text.length, 0);
          expect(at).toBe(first - gone(before) + whole + gone(original.parts));
          reached(
            'a gap of the passage, cut away',
            original.parts.some((part) => !isVerbatim(part) && !cut.parts.includes(part)),
          );
        }
      }),
      { numRuns: 300 },
    );
    reached.atLeast({
      'a gap of the passage, kept': 25,
      'a gap that was made': 25,
      'a gap of the passage, cut away': 10,
    });
  });

  it('lists in `omitted` what is gone, each once and in the right number: blocks, items and characters', () => {
    const reached = counter();
    fc.assert(
      fc.property(fitted, ({ message, shown }) => {
        const blocks = shown.omitted.filter(({ unit }) => unit === 'blocks').length;
        expect(shown.blocks.length - (blocks > 0 ? 1 : 0) + blocks).toBe(message.blocks.length);
        const byType = Map.groupBy(
          shown.omitted.filter(({ unit }) => unit === 'blocks'),
          ({ what }) => what,
        );
        const counts = [...byType].map(
          ([what, { length }]) => `${length} ${NAMES[what][length === 1 ? 0 : 1]}`,
        );
        const ids = quotationsOf(message).flatMap(({ id }) =>
          quotationsOf(shown).some((each) => each.id === id) ? [] : [id],
        );
        const [note] = said(shown).match(/Left out for want of room: .*/) ?? [];
        if (counts.length === 0) expect(note).toBeUndefined();
        else {
          const [first = '', ...last] = [...counts].toSorted();
          expect(
            note
              ?.replace(/^.*: | \(.*|\.$/g, '')
              .split(', ')
              .toSorted(),
          ).toEqual([first, ...last]);
          if (note?.includes('('))
            expect(/\((.*)\)/.exec(note)?.[1]?.split(', ').toSorted()).toEqual([...ids].toSorted());
        }
        const announced = [...said(shown).matchAll(/\[… ([\d,]+) (character|more entr)/g)].map(
          ([, n, what]) => ({
            count: Number((n ?? '').replaceAll(',', '')),
            unit: what === 'character' ? 'characters' : 'items',
          }),
        );
        const ofQuotations = pairs(message, shown).flatMap(([original, cut]) => {
          const lost = gone(cut.parts) - gone(original.parts);
          return lost === 0 ? [] : [{ what: 'quotation', count: lost, unit: 'characters' }];
        });
        const listed = shown.omitted.filter(({ unit }) => unit !== 'blocks');
        expect(listed.filter(({ what }) => what === 'quotation')).toEqual(ofQuotations);
        const others = listed.filter(({ what }) => what !== 'quotation');
        const inQuotations = quotationsOf(shown)
          .flatMap(({ parts }) => parts)
          .flatMap((part) => (isVerbatim(part) ? [] : (charactersSaid(part) ?? [])));
        const byCount = (a: { count: number }, b: { count: number }): number => a.count - b.count;
        expect(
          [
            ...others.map(({ count, unit }) => ({ count, unit })),
            ...inQuotations.map((count) => ({ count, unit: 'characters' })),
          ].toSorted(byCount),
        ).toEqual(announced.toSorted(byCount));
        for (const { unit, what } of shown.omitted) reached(`${what}: ${unit}`);
      }),
      { numRuns: 300 },
    );
    reached.atLeast({
      'quotation: characters': 20,
      'quotation: blocks': 20,
      'paragraph: characters': 5,
      'list: items': 8,
      'list: characters': 2,
      'heading: characters': 2,
      'code: characters': 2,
    });
  });

  it('shows of every other text a beginning that comes, with what is left out, to the whole', () => {
    const reached = counter();
    fc.assert(
      fc.property(fitted, ({ message, shown }) => {
        const texts = message.blocks.flatMap((block) =>
          block.type === 'quotation' || block.type === 'list' ? [] : piecesOf(block),
        );
        for (const block of shown.blocks) {
          if (block.type === 'quotation' || block.type === 'list' || message.blocks.includes(block)) continue;
          const [text = ''] = piecesOf(block);
          const [, kept, count] = /^([\s\S]*)\s\[… ([\d,]+) characters? left out …\]$/.exec(text) ?? [];
          if (kept === undefined || count === undefined) continue;
          const length = kept.length + Number(count.replaceAll(',', ''));
          expect(texts.some((whole) => whole.length === length && whole.startsWith(kept))).toBe(true);
          reached('a text that was cut');
        }
      }),
    );
    reached.atLeast({ 'a text that was cut': 6 });
  });

  it('keeps the first items of a list as they are, and counts the others', () => {
    const reached = counter();
    fc.assert(
      fc.property(fitted, ({ message, shown }) => {
        for (const block of shown.blocks) {
          if (block.type !== 'list' || message.blocks.includes(block)) continue;
          const items = block.items.map(runsText);
          const [first = ''] = items;
          const whole = message.blocks.find(
            (each) => each.type === 'list' && runsText(each.items[0] ?? []).slice(0, 6) === first.slice(0, 6),
          );
          const all = whole?.type === 'list' ? whole.items.map(runsText) : [];
          const more = Number(
            /^\[… ([\d,]+) more entr(?:y|ies) left out …\]$/.exec(items.at(-1) ?? '')?.[1] ?? 0,
          );
          const kept = more === 0 ? items : items.slice(0, -1);
          expect(kept.length + more).toBe(all.length);
          expect(kept.slice(1)).toEqual(all.slice(1, kept.length));
          reached('a list with further items', more > 0);
        }
      }),
      { numRuns: 300 },
    );
    reached.atLeast({ 'a list with further items': 8 });
  });
});
