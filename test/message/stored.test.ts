import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readStored, writeStored } from '../../src/message/stored.ts';
import { counter } from '../reached.ts';
import { message as anyMessage } from './arbitrary.ts';

/** Nothing is posted that says nothing. */
const message = anyMessage.filter(({ blocks }) => blocks.length > 0);

/** Each object in a value, with the way to it. */
function* objectsIn(value: unknown): Generator<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield value as Record<string, unknown>;
  for (const each of Object.values(value)) yield* objectsIn(each);
}

describe('a message that was stored', () => {
  it('is read as it was written, whatever it is made of', () => {
    const reached = counter();
    fc.assert(
      fc.property(message, (each) => {
        for (const { type } of each.blocks) reached(type);
        expect(readStored(writeStored(each))).toEqual(each);
        // As messages were stored before there were versions.
        expect(readStored(JSON.stringify(each))).toEqual(each);
      }),
    );
    reached.atLeast({ heading: 10, paragraph: 10, note: 10, list: 10, code: 10, actions: 10, quotation: 10 });
  });

  it('is none of ours with anything missing that must be there, or anything more', () => {
    const reached = counter();
    fc.assert(
      fc.property(message, fc.nat(), fc.nat(), (each, which, key) => {
        const value: unknown = JSON.parse(writeStored(each));
        const objects = [...objectsIn(value)];
        const changed = objects[which % objects.length];
        if (changed === undefined) return;
        changed['unheard of'] = true;
        expect(readStored(JSON.stringify(value))).toBeNull();
        delete changed['unheard of'];
        expect(readStored(JSON.stringify(value))).toEqual(each);
        const keys = Object.keys(changed).filter((name) => !['version', 'style', 'link'].includes(name));
        const gone = keys[key % keys.length];
        if (gone === undefined) return;
        reached('something missing');
        delete changed[gone];
        expect(readStored(JSON.stringify(value))).toBeNull();
      }),
    );
    reached.atLeast({ 'something missing': 80 });
  });

  it.each([
    ['another version', '{"version":2,"blocks":[{"type":"code","text":"a"}],"omitted":[]}'],
    ['no version that there could be', '{"version":null,"blocks":[{"type":"code","text":"a"}],"omitted":[]}'],
    ['half of a row', '{"version":1,"blocks":[{"type":"co'],
    ['nothing', ''],
    ['null', 'null'],
    ['a message without a block', '{"version":1,"blocks":[],"omitted":[]}'],
    ['a block of no known kind', '{"version":1,"blocks":[{"type":"picture","text":"a"}],"omitted":[]}'],
    [
      'a passage that is none',
      '{"version":1,"blocks":[{"type":"quotation","id":"a","article":"a","parts":[{"type":"gap","omitted":1,"said":"…"}],"citation":[],"url":"","actions":[]}],"omitted":[]}',
    ],
  ])('cannot be read from %s', (_, text) => {
    expect(readStored(text)).toBeNull();
  });

  it('says which version wrote it', () => {
    expect(JSON.parse(writeStored({ blocks: [{ type: 'code', text: 'a' }], omitted: [] }))).toMatchObject({
      version: 1,
    });
  });
});
