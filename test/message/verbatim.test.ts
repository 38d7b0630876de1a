import { readFile } from 'node:fs/promises';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Reply } from '../../src/desk/types.ts';
import type { JsonPassage } from '../../src/json/types.ts';
import type { Quotation } from '../../src/message/types.ts';
import { deskOver, say } from '../gallery/desk.ts';

let chance = 0.4;
const desk = await deskOver('seeds', () => chance);
const articles = [...desk.corpus.articles.values()];
const everyId = articles.flatMap(({ paragraphs }) => paragraphs.map(({ id }) => id));

/** The articles as they lie on disk, the front matter cut off here and not by the desk. */
const bodies: ReadonlyMap<string, string> = new Map(
  await Promise.all(
    articles.map(async ({ id, file }) => {
      const [, body = ''] = /^---\n(?:.*\n)*?---\n([\s\S]*)$/.exec(await readFile(file, 'utf8')) ?? [];
      return [id, body] as const;
    }),
  ),
);
const bodyOf = (article: string): string => bodies.get(article) ?? 'no such file';

const words = [...new Set([...bodies.values()].join(' ').match(/[\p{L}\p{N}]+/gu) ?? [])];

interface Counted {
  quotations: number;
  pieces: number;
  passages: number;
}
const nothing: Readonly<Counted> = { quotations: 0, pieces: 0, passages: 0 };

/** What a quotation shows, with its gaps, must be its passage from end to end. */
function checkParts(body: string, { id, article, parts }: Quotation): number {
  const pieces = parts.filter((part) => part.type === 'verbatim');
  const passage = desk.corpus.articles.get(article)?.paragraphs.find((paragraph) => paragraph.id === id);
  expect(pieces.length).toBeGreaterThan(0);
  let at = passage?.start ?? Number.NaN;
  for (const part of parts) {
    if (part.type === 'gap') {
      expect(part.omitted).toBeGreaterThan(0);
      at += part.omitted;
      continue;
    }
    expect(part.start).toBe(at);
    expect(part.text).not.toBe('');
    expect(part.text).toBe(body.slice(part.start, part.end));
    at = part.end;
  }
  expect(at).toBe(passage?.end);
  return pieces.length;
}

function checkPassage(passage: JsonPassage): void {
  const body = bodyOf(passage.article);
  expect(passage.quote).not.toBe('');
  expect(passage.quote).toBe(body.slice(passage.start, passage.end));
  expect(passage.text).toContain(passage.quote);
  const from = passage.start - passage.text.indexOf(passage.quote);
  expect(body.slice(from, from + passage.text.length)).toBe(passage.text);
  expect(passage.id.startsWith(`${passage.article}:`)).toBe(true);
  expect(bodyOf(passage.file.replace(/^seeds\/|\.md$/g, ''))).toBe(body);
}

/** Checks every quotation of the answer to a line, in words and as JSON. */
async function check(line: string): Promise<Counted> {
  const reply: Reply = await say(desk, line);
  const counted = { ...nothing };
  for (const block of reply.message.blocks) {
    if (block.type !== 'quotation') continue;
    counted.quotations += 1;
    counted.pieces += checkParts(bodyOf(block.article), block);
  }
  const { passages } = desk.json(line, reply);
  for (const passage of passages) checkPassage(passage);
  counted.passages += passages.length;
  return counted;
}

async function checkAll(lines: readonly string[]): Promise<Counted> {
  const total = { ...nothing };
  for (const line of lines) {
    const { quotations, pieces, passages } = await check(line);
    total.quotations += quotations;
    total.pieces += pieces;
    total.passages += passages;
  }
  return total;
}

describe('every quotation is the slice of its file that it says it is', () => {
  it('in the files as they lie on disk', () => {
    expect(bodies.size).toBe(5);
    for (const article of articles) expect(article.text).toBe(bodyOf(article.id));
  });

  it('for every example of the help', async () => {
    const { quotations } = await checkAll(
      desk.commands.flatMap(({ examples }) => examples.map(({ line }) => line)),
    );
    expect(quotations).toBeGreaterThan(10);
  });

  it('for every passage opened and cited', async () => {
    const lines = everyId.flatMap((id) => [`open ${id}`, `cite ${id}`]);
    const { passages } = await checkAll(lines);
    expect(passages).toBe(lines.length);
  });

  it('for a search for each word of the corpus, and a question about it', async () => {
    expect(words.length).toBeGreaterThan(1000);
    const { quotations, pieces } = await checkAll(words.flatMap((word) => [`search ${word}`, `ask ${word}`]));
    expect(quotations).toBeGreaterThan(words.length);
    expect(pieces).toBeGreaterThan(quotations);
  });

  it('for words, phrases and pages of any kind', async () => {
    const word = fc.constantFrom(...words);
    const query = fc.oneof(
      fc.tuple(word, word).map((pair) => pair.join(' ')),
      fc.tuple(word, word, word).map(([a, b, c]) => `${a} "${b}" -${c}`),
      fc.tuple(word, fc.integer({ min: 1, max: 9 })).map(([a, page]) => `${a} page:${page}`),
      // A typing error.
      word.map((a) => `${a.slice(0, 3)}${a.slice(4)}`),
    );
    const verb = fc.constantFrom('search ', 'ask ', '');
    await fc.assert(
      fc.asyncProperty(verb, query, async (first, rest) => {
        await check(first + rest);
      }),
      { numRuns: 400 },
    );
  });

  it('for an excerpt, whatever chance decides', async () => {
    const drawn = new Set<string>();
    for (chance = 0; chance < 1; chance += 0.01) {
      const { passages } = await checkAll(['random', ...articles.map(({ id }) => `random in:${id}`)]);
      expect(passages).toBe(6);
      const [passage] = desk.json('random', await say(desk, 'random')).passages;
      drawn.add(passage?.id ?? '');
    }
    expect(drawn.size).toBeGreaterThan(15);
  });
});
