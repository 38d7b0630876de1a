import { describe, expect, it } from 'vitest';
import { plain } from '../../src/message/plain.ts';
import { seedsDesk } from '../desk/seeds-desk.ts';

const { desk, corpus, reply, json } = await seedsDesk();

describe('the object that scripts get', () => {
  it.each([
    ['search multilateralism', 'hits'],
    ['ask who chairs the SCO next', 'answer'],
    ['search xyzzy', 'nothing'],
    ['open security-for-all:12', 'passage'],
    ['random', 'passage'],
    ['cite security-for-all:12 apa', 'citation'],
    ['sources', 'sources'],
    ['help', 'help'],
    ['serach x', 'problem'],
    ['', 'problem'],
  ])('of %j is of the kind %s, with its keys in the promised order', async (input, kind) => {
    const answer = await json(input);
    expect(answer.kind).toBe(kind);
    expect(Object.keys(answer)).toEqual(['input', 'kind', 'passages', 'total', 'missing', 'text']);
    expect(answer.input).toBe(input);
  });

  it('says of a question where its passages may not answer, and what comes closest where none does', async () => {
    const near = await json('How many people live in Uzbekistan?');
    expect(Object.keys(near)).toEqual([
      'input',
      'kind',
      'passages',
      'total',
      'missing',
      'sure',
      'suggestions',
      'text',
    ]);
    const nothing = await json('ask what is the GDP of Kazakhstan?');
    expect(Object.keys(nothing)).toEqual([
      'input',
      'kind',
      'passages',
      'total',
      'missing',
      'nearest',
      'text',
    ]);
    expect(nothing.nearest?.text).toContain('Kazakhstan');
  });

  it('has the plain rendering as its text', async () => {
    const answered = await reply('ask who chairs the SCO next');
    expect(desk.json('x', answered).text).toBe(plain(answered.message));
  });

  it('has every fact of a passage, unknown ones as null, in the promised order', async () => {
    const [passage] = (await json('ask who chairs the SCO next')).passages;
    const text = corpus.articles.get('four-point-approach')?.text ?? '';
    const quote =
      'Tajikistan is the next rotational chair of the SCO which will mark its 20th anniversary next year.';
    const start = text.indexOf(quote);
    expect(JSON.stringify(passage)).toBe(
      JSON.stringify({
        id: 'four-point-approach:18',
        article: 'four-point-approach',
        title: 'Xi outlines 4-point approach for bolstering SCO, regional stability',
        publisher: 'India Writes Network',
        author: 'India Writes Network',
        published: null,
        url: 'http://localhost:3000/a/four-point-approach#p18',
        text: `The conference also marked the end of the Russian presidency of the Shanghai Cooperation Organization. ${quote}`,
        quote,
        start,
        end: start + quote.length,
        file: 'seeds/four-point-approach.md',
      }),
    );
  });

  it.each([
    ['search security', 4, 38],
    ['search security page:10', 2, 38],
    ['open way-forward:2', 1, 1],
    ['cite way-forward:2', 1, 1],
    ['help', 0, 0],
  ])('of %s has %i passages of %i', async (input, shown, total) => {
    const answer = await json(input);
    expect([answer.passages.length, answer.total]).toEqual([shown, total]);
  });

  it('quotes the whole passage where a passage was asked for', async () => {
    for (const input of ['open way-forward:2', 'cite way-forward:2', 'random']) {
      const [passage] = (await json(input)).passages;
      expect(passage?.quote).toBe(passage?.text);
    }
  });

  it.each([
    ['search Iran xyzzy', ['xyzzy']],
    ['search XYZZY xyzzy Xyzzy', ['XYZZY']],
    ['search xyzzy, plugh!', ['xyzzy', 'plugh']],
    ['search the xyzzy', ['xyzzy']],
    ['search mutilateralism', []],
    ['search EEU', []],
    ['ask does Iran bake pizza?', ['bake', 'pizza']],
    ['search Iran -xyzzy', ['xyzzy']],
    ['search Iran -terrorism', []],
    ['search Iran’s', []],
    ['search "xyzzy Iran"', ['xyzzy']],
  ])('of %s is missing %j', async (input, missing) => {
    expect((await json(input)).missing).toEqual(missing);
  });
});
