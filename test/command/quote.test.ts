import { describe, expect, it } from 'vitest';
import type { JsonAnswer } from '../../src/json/types.ts';
import { plain } from '../../src/message/plain.ts';
import { seedsDesk } from '../desk/seeds-desk.ts';

const { corpus, desk, reply, json } = await seedsDesk();

describe('a line without a verb', () => {
  it.each<[string, string]>([
    ['“Security and stability are the number one precondition”', 'quote'],
    ['"men of insight" he said', 'quote'],
    ['Xi said: “men of insight see the trend”.', 'quote'],
    ['"Belt and Road" trade', 'quote'],
    ['«men of insight»', 'quote'],
    ['"security"', 'search'],
    ['Xi:“men of insight see the trend”', 'quote'],
    ["'men of insight'", 'search'],
    ['men of insight', 'search'],
    ['"men of insight" -trend', 'search'],
    ['"men of insight" in:way-forward', 'search'],
    ['did Xi say "men of insight see the trend"?', 'ask'],
    ['who said "men of insight see the trend"', 'ask'],
    ['"who chairs the SCO next?"', 'ask'],
    ['search "men of insight"', 'search'],
    ['ask "men of insight"', 'ask'],
  ])('%s is: %s', async (line, verb) => {
    expect((await reply(line)).command.split(' ')[0]).toBe(verb);
  });

  it('is a quotation when it is a long draft with some', async () => {
    const draft = `${'The draft goes on -- and from: here on. '.repeat(60)} “men of insight see the trend”`;
    expect((await reply(draft)).answer.kind).toBe('quotation');
  });
});

describe('quote', () => {
  it('takes 10,000 characters and no more', async () => {
    expect((await reply(`quote ${'a '.repeat(5000)}`)).answer.kind).toBe('quotation');
    const { answer, message } = await reply(`quote "${'x'.repeat(9999)}"`);
    expect(answer).toMatchObject({
      kind: 'problem',
      problem: { code: 'too-long', typed: '10001', allowed: ['10000'] },
    });
    expect(plain(message)).toContain('at most 10,000 characters');
  });

  it('wants words', async () => {
    expect((await reply('quote “…”')).answer).toMatchObject({ kind: 'problem', problem: { code: 'empty' } });
  });

  it('offers to search the same words', async () => {
    const { message } = await reply('"Belt and Road" trade');
    expect(JSON.stringify(message)).toContain('"search Belt and Road"');
  });

  it('says how many quotations of a long text it does not show', async () => {
    const many = Array.from({ length: 40 }, (_, n) => `“men of insight see ${n}”`).join(' ');
    const text = plain((await reply(`quote ${many}`)).message);
    expect(text).toContain('40 quotations: 40 altered');
    expect(text).toContain('Not shown here: 15 more quotations (15 altered)');
  });

  it('says a changed word in words, and shows the article’s own', async () => {
    const { message } = await reply('quote "Each civilization is unique and none is superior to others"');
    const text = plain(message);
    expect(text).toContain('[-unique-] {+distinct+}');
    expect(text).toContain('“unique”: the source has “distinct”');
    expect(text).toContain('is *distinct* and none');
  });
});

const slices = ({ passages }: JsonAnswer): void => {
  for (const { article, start, end, quote, text } of passages) {
    expect(corpus.articles.get(article)?.text.slice(start, end)).toBe(quote);
    expect(text).toContain(quote);
  }
};

describe('a checked quotation as JSON', () => {
  it('has its verdict, its changes, and every article with its own slice', async () => {
    const answer = await json('quote “the vision of a common, comprehensive”');
    expect(answer).toMatchObject({
      kind: 'quotation',
      verdict: 'exact',
      changes: [],
      total: 2,
      nearest: null,
    });
    expect(answer.passages.map(({ id, quote }) => [id, quote])).toEqual([
      ['four-point-approach:11', 'the vision of a common, comprehensive'],
      ['security-for-all:4', 'the vision of common, comprehensive'],
    ]);
    expect(answer.passages[1]).toMatchObject({ changes: [{ said: 'a', source: '' }] });
    expect(answer.quotations).toBeUndefined();
    slices(answer);
  });

  it('names what was changed', async () => {
    const answer = await json('quote "Each civilization is unique and none is superior to others"');
    expect([answer.verdict, answer.changes]).toEqual(['altered', [{ said: 'unique', source: 'distinct' }]]);
  });

  it('holds all paragraphs that a quotation goes through', async () => {
    const answer = await json('quote "partnership instead of alliance. The historic 23rd Meeting"');
    expect(answer.verdict).toBe('exact');
    expect(answer.passages[0]?.quote).toContain('\n\n');
    slices(answer);
  });

  it('has no passages of what is absent, and the nearest beside them', async () => {
    const answer = await json('quote "none superior is others distinct and to is civilization each"');
    expect(answer).toMatchObject({
      verdict: 'absent',
      passages: [],
      nearest: { id: 'four-point-approach:16' },
    });
  });

  it('lists several quotations, the worst of them on top, one or two words aside', async () => {
    const line =
      'quote “men of insight see the trend” but “win-lose” and “each civilization is unique and none is superior”';
    const answer = await json(line);
    expect(answer.quotations?.map(({ quotation, verdict }) => [quotation, verdict])).toEqual([
      ['men of insight see the trend', 'exact'],
      ['win-lose', 'absent'],
      ['each civilization is unique and none is superior', 'altered'],
    ]);
    expect(answer.verdict).toBe('altered');
    slices(answer);
  });
});

describe('a text with more quotations than are checked fully', () => {
  const same = '“Security and stability are the number one precondition”';
  const altered = (n: number): string => `“men of insight see ${n}”`;
  const many = `${Array.from({ length: 25 }, (_, n) => altered(n)).join(' ')} ${altered(99)} ${same}`;

  it('has the verdict and its source of each, and says of which no more was looked for', async () => {
    const { quotations = [] } = await json(`quote ${many}`);
    expect(quotations.map(({ fully }) => fully)).toEqual([...Array<boolean>(25).fill(true), false, false]);
    const alone = [await json(`quote ${altered(99)}`), await json(`quote ${same}`)];
    for (const [n, { verdict, changes }] of alone.entries()) {
      expect(quotations[25 + n]).toMatchObject({ verdict, changes });
      expect(quotations[25 + n]?.passages[0]?.id).toBe(alone[n]?.passages[0]?.id);
    }
  });
});

describe('completing a quotation', () => {
  const option = desk.commands.find(({ verb }) => verb === 'quote')?.options[0];
  const complete = (typed: string): readonly string[] =>
    option === undefined ? [] : desk.completeOption(option, typed).map(({ value }) => value);

  it('goes on as the articles do, within what Discord takes', () => {
    const values = complete('"security and stability are the num');
    expect(values).toHaveLength(1);
    expect(values[0]).toMatch(/^"Security and stability are the number one precondition/);
    for (const value of complete('of the SCO')) {
      expect(value.length).toBeLessThanOrEqual(100);
      const inside = value.slice(1, -1);
      expect([...corpus.articles.values()].some(({ text }) => text.includes(inside))).toBe(true);
    }
  });

  it('completes a first word, and nothing that no article has', () => {
    expect(complete('multilat')).toContain('multilateralism');
    expect(complete('xyzzy plugh fro')).toEqual([]);
  });

  it('gives lines that are checked as exact', async () => {
    for (const { value } of desk.completeLine('quote the core interests of all cou')) {
      expect((await json(value)).verdict).toBe('exact');
    }
  });
});
