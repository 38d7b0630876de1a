import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCorpus } from '../../src/corpus/read.ts';
import { draw, isSame, leftOf } from '../../src/digest/draw.ts';
import { excerptsOf } from '../../src/digest/excerpt/excerpts.ts';
import type { Shown } from '../../src/digest/ports/store.ts';
import type { Draw, Excerpt } from '../../src/digest/types.ts';
import { folded } from '../../src/document/fold.ts';
import { articleWith, paragraphWith } from '../corpus/made.ts';
import { counter } from '../reached.ts';
import { textOfExcerpt } from './articles.ts';

const five = excerptsOf(await readCorpus('seeds'));
const seed = '0123456789abcdef';

/** A text of one article, as far as a draw looks at it. */
interface Text {
  readonly article: string;
  readonly n: number;
  readonly text: string;
}

/** Excerpts of these texts, each the whole of a paragraph. */
function excerptsWith(texts: readonly Text[]): readonly Excerpt[] {
  return texts.map(({ article: id, n, text }) => {
    const span = { start: 0, end: text.length };
    const paragraph = paragraphWith(id, n, span);
    const article = articleWith(id, text, { paragraphs: [paragraph] });
    return { ...span, article, paragraph };
  });
}

/** Twenty words that no other excerpt has. */
const wordsOf = (name: string): readonly string[] => Array.from({ length: 20 }, (_, at) => `${name}w${at}`);

/** Articles of so many excerpts each: `a` with the first number, `b` with the second, … */
const textsOf = (sizes: readonly number[]): readonly Text[] =>
  sizes.flatMap((size, which) => {
    const article = String.fromCharCode(97 + which);
    return Array.from({ length: size }, (_, at) => ({
      article,
      n: at + 1,
      text: wordsOf(`${article}${at}`).join(' '),
    }));
  });

const shownBy = ({ excerpt, round }: Draw, at: number): Shown => ({
  article: excerpt.article.id,
  passage: excerpt.paragraph.id,
  text: textOfExcerpt(excerpt),
  round,
  date: new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10),
});

/** A place's posts, one after the other, as the store hands them to the draw. */
class Channel {
  readonly posts: Draw[] = [];
  readonly #shown: Shown[] = [];
  readonly #seed: string;
  round = 1;

  constructor(own = seed) {
    this.#seed = own;
  }

  /** Posts of the round and of the one before. */
  get shown(): readonly Shown[] {
    return this.#shown.filter(({ round }) => round >= this.round - 1);
  }

  post(excerpts: readonly Excerpt[]): Draw {
    const drawn = draw(excerpts, this.shown, { seed: this.#seed, round: this.round });
    if (drawn === null) throw new Error('nothing to draw');
    this.round = drawn.round;
    this.posts.push(drawn);
    this.#shown.push(shownBy(drawn, this.#shown.length));
    return drawn;
  }
}

const run = (excerpts: readonly Excerpt[], posts: number, own?: string): Channel => {
  const channel = new Channel(own);
  for (let at = 0; at < posts; at++) channel.post(excerpts);
  return channel;
};

const sizes = fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 1, maxLength: 5 });
const seeds = fc.stringMatching(/^[0-9a-f]{16}$/);

describe('the same excerpt', () => {
  const [own] = excerptsWith([{ article: 'a', n: 3, text: wordsOf('x').join(' ') }]);
  const edited = (change: (words: string[]) => void): string => {
    const words = [...wordsOf('x')];
    change(words);
    return words.join(' ');
  };
  const isOwn = (text: string, passage = 'a:3'): boolean =>
    own !== undefined && isSame({ passage, text }, own);

  it.each([
    ['unchanged', () => {}, 'a:3'],
    ['in another paragraph', () => {}, 'a:7'],
    ['in an article with another id', () => {}, 'b:1'],
    ['with a typo mended', (words: string[]) => words.splice(4, 1, 'mended'), 'a:3'],
    [
      'with two words changed, in another paragraph',
      (words: string[]) => {
        words.splice(4, 1, 'one');
        words.splice(12, 1, 'two');
      },
      'a:9',
    ],
    ['with a sentence added', (words: string[]) => words.push(...wordsOf('y').slice(0, 15)), 'a:4'],
    ['with its second half gone', (words: string[]) => words.splice(10, 10), 'a:4'],
    [
      'with every fourth word changed, at its passage',
      (words: string[]) => {
        for (const at of [0, 4, 8, 12, 16]) words[at] = `changed${at}`;
      },
      'a:3',
    ],
  ] as const)('%s', (_, change, passage) => {
    expect(isOwn(edited(change), passage)).toBe(true);
  });

  it.each([
    ['other words at the same passage', wordsOf('y').join(' '), 'a:3'],
    [
      'half of the words at the same passage',
      [...wordsOf('x').filter((_, at) => at % 2 === 0), ...wordsOf('y').slice(0, 10)].join(' '),
      'a:3',
    ],
    ['the words in disorder at another passage', wordsOf('x').toReversed().join(' '), 'a:4'],
  ])('is not %s', (_, text, passage) => {
    expect(isOwn(text, passage)).toBe(false);
  });
});

describe('a draw', () => {
  it('is null where there is nothing to draw from', () => {
    expect(draw([], [], { seed, round: 1 })).toBeNull();
  });

  it('can be checked by anyone: the lowest SHA-256 of seed, round and words, of the article’s as well', () => {
    const excerpts = excerptsWith(textsOf([3, 4, 2]));
    const lot = (name: string) => createHash('sha256').update(`${seed}:5:${name}`).digest('hex');
    const first = draw(excerpts, [], { seed, round: 5 });
    const article = ['a', 'b', 'c'].toSorted((a, b) => (lot(a) < lot(b) ? -1 : 1))[0];
    const [lowest] = excerpts
      .filter((each) => each.article.id === article)
      .map((each) => folded(textOfExcerpt(each)))
      .toSorted((a, b) => (lot(a) < lot(b) ? -1 : 1));
    expect(first?.excerpt.article.id).toBe(article);
    expect(first && folded(textOfExcerpt(first.excerpt))).toBe(lowest);
  });

  it('shows every excerpt once in a round, and counts them', () => {
    fc.assert(
      fc.property(sizes, seeds, (each, own) => {
        const excerpts = excerptsWith(textsOf(each));
        const { posts } = run(excerpts, 3 * excerpts.length, own);
        for (const round of [1, 2, 3]) {
          const ofRound = posts.filter((post) => post.round === round);
          expect(new Set(ofRound.map(({ excerpt }) => excerpt))).toEqual(new Set(excerpts));
          expect(ofRound.map(({ position }) => position)).toEqual(excerpts.map((_, at) => at + 1));
          expect(ofRound.every(({ of }) => of === excerpts.length)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('lets articles take turns, also from one round to the next', () => {
    fc.assert(
      fc.property(sizes, seeds, (each, own) => {
        const excerpts = excerptsWith(textsOf(each));
        const { posts } = run(excerpts, 2 * excerpts.length + 3, own);
        for (const [at, { excerpt, round }] of posts.entries()) {
          const id = excerpt.article.id;
          const before = posts.slice(0, at).findLastIndex((post) => post.excerpt.article.id === id);
          if (before === -1) continue;
          const between = new Set(posts.slice(before + 1, at).map((post) => post.excerpt.article.id));
          const gone = new Set(
            posts.slice(0, at).flatMap((post) => (post.round === round ? [post.excerpt] : [])),
          );
          const waiting = excerpts.filter((other) => !gone.has(other) && other.article.id !== id);
          expect(waiting.filter((other) => !between.has(other.article.id))).toEqual([]);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('begins no round with what ended the one before, nor soon after', () => {
    fc.assert(
      fc.property(sizes, seeds, (each, own) => {
        const excerpts = excerptsWith(textsOf(each));
        const { posts } = run(excerpts, 4 * excerpts.length, own);
        for (const id of new Set(excerpts.map(({ article }) => article.id))) {
          const mine = posts.filter(({ excerpt }) => excerpt.article.id === id);
          const rest = Math.floor(excerpts.filter(({ article }) => article.id === id).length / 2);
          for (const [at, { excerpt }] of mine.entries()) {
            expect(mine.slice(Math.max(0, at - rest), at).map((post) => post.excerpt)).not.toContain(excerpt);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it('shows the only excerpt again where there is one alone', () => {
    const { posts } = run(excerptsWith(textsOf([1])), 3);
    expect(posts.map(({ round, position, of }) => [round, position, of])).toEqual([
      [1, 1, 1],
      [2, 1, 1],
      [3, 1, 1],
    ]);
  });

  it('does not depend on the order of the files', () => {
    fc.assert(
      fc.property(sizes, seeds, fc.integer(), (each, own, turn) => {
        const texts = textsOf(each);
        const at = Math.abs(turn) % texts.length;
        const other = [...texts.slice(at), ...texts.slice(0, at)].toReversed();
        const idsOf = (of: readonly Text[]) =>
          run(excerptsWith(of), 2 * texts.length, own).posts.map(({ excerpt }) => excerpt.paragraph.id);
        expect(idsOf(other)).toEqual(idsOf(texts));
      }),
      { numRuns: 40 },
    );
  });

  it('is another one with another seed, each excerpt about as often as another', () => {
    const excerpts = excerptsWith(textsOf([10]));
    const counts = new Map<Excerpt, number>(excerpts.map((each) => [each, 0]));
    for (let at = 0; at < 2000; at++) {
      const drawn = draw(excerpts, [], { seed: at.toString(16).padStart(16, '0'), round: 1 });
      if (drawn !== null) counts.set(drawn.excerpt, (counts.get(drawn.excerpt) ?? 0) + 1);
    }
    const square = [...counts.values()].reduce((sum, count) => sum + (count - 200) ** 2 / 200, 0);
    // Nine degrees of freedom: by chance above this once in 10,000 times.
    expect(square).toBeLessThan(33.7);
  });

  it('is another one in another round', () => {
    const { posts } = run(excerptsWith(textsOf([12, 12])), 48);
    const idsOf = (round: number) =>
      posts.filter((post) => post.round === round).map(({ excerpt }) => excerpt.paragraph.id);
    expect(idsOf(1)).not.toEqual(idsOf(2));
  });
});

describe('a round that is running', () => {
  const texts = textsOf([4, 4, 4]);

  it('takes in a new article at once, and shows it next', () => {
    const channel = run(excerptsWith(texts), 5);
    const more = excerptsWith([...texts, ...textsOf([0, 0, 0, 3])]);
    const { excerpt, round, position, of } = channel.post(more);
    expect([excerpt.article.id, round, position, of]).toEqual(['d', 1, 6, 15]);
  });

  it('goes on without an article that was taken out, and counts what it showed', () => {
    const channel = run(excerptsWith(texts), 5);
    const fewer = excerptsWith(texts.filter(({ article }) => article !== 'a'));
    const goneOfA = channel.posts.filter(({ excerpt }) => excerpt.article.id === 'a').length;
    const { position, of, round } = channel.post(fewer);
    expect([round, position, of]).toEqual([1, 6, 8 + goneOfA]);
  });

  it('goes on with what is left when the filters change', () => {
    const channel = run(excerptsWith(texts), 6);
    const ofB = excerptsWith(texts.filter(({ article }) => article === 'b'));
    channel.post(ofB);
    channel.post(ofB);
    expect(channel.posts.map(({ round }) => round)).toEqual(Array(8).fill(1));
    expect(channel.post(ofB).round).toBe(2);
    expect(new Set(channel.posts.slice(0, 8).map(({ excerpt }) => excerpt.paragraph.id)).size).toBe(8);
  });

  it('shows nothing twice, whatever is edited, moved, added and removed meanwhile', () => {
    const edit = fc.oneof(
      // Several at a time, so that rounds come to their end.
      fc.record({ what: fc.constant('post' as const), times: fc.integer({ min: 1, max: 6 }) }),
      fc.record({ what: fc.constant('post' as const), times: fc.integer({ min: 1, max: 6 }) }),
      fc.record({ what: fc.constant('word' as const), which: fc.nat(), at: fc.nat(19) }),
      fc.record({ what: fc.constant('move' as const), which: fc.nat(), by: fc.integer({ min: 1, max: 5 }) }),
      fc.record({ what: fc.constant('add' as const), size: fc.integer({ min: 1, max: 3 }) }),
      fc.record({ what: fc.constant('remove' as const), which: fc.nat() }),
    );
    const few = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 });
    const reached = counter();
    fc.assert(
      fc.property(few, seeds, fc.array(edit, { minLength: 10, maxLength: 40 }), (each, own, edits) => {
        /** `name` stays with a text through its edits, of which there are two at most. */
        let live = textsOf(each).map((text) => ({ ...text, name: text.text, edits: 0 }));
        let added = 0;
        const channel = new Channel(own);
        const posted: { round: number; name: string }[] = [];
        const steps = edits.flatMap((step) =>
          Array.from({ length: step.what === 'post' ? step.times : 1 }, () => step),
        );
        for (const step of steps) {
          if (step.what === 'post') {
            if (live.length === 0) continue;
            const excerpts = excerptsWith(live);
            const { excerpt, round, position, of } = channel.post(excerpts);
            const name = live[excerpts.indexOf(excerpt)]?.name ?? '';
            const before = posted.filter((post) => post.round === round).map((post) => post.name);
            expect(before).not.toContain(name);
            const left = live.filter((text) => !before.includes(text.name)).length;
            expect([position, of - position + 1]).toEqual([before.length + 1, left]);
            const past = new Set(posted.filter((post) => post.round === round - 1).map((post) => post.name));
            if (before.length === 0 && round > 1) {
              reached('a new round');
              expect(live.filter((text) => !past.has(text.name))).toEqual([]);
            }
            reached(
              'a post after an edit',
              live.some((text) => text.edits > 0),
            );
            posted.push({ round, name });
          } else if (step.what === 'add') {
            const article = `n${added++}`;
            const more = Array.from({ length: step.size }, (_, at) => wordsOf(`${article}x${at}`).join(' '));
            live = [...live, ...more.map((text, at) => ({ article, n: at + 1, text, name: text, edits: 0 }))];
          } else if (step.what === 'remove') {
            const article = live[step.which % Math.max(1, live.length)]?.article;
            live = live.filter((text) => text.article !== article);
          } else {
            live = live.map((text, at) => {
              if (at !== step.which % live.length) return text;
              if (step.what === 'move') return { ...text, n: text.n + step.by };
              if (text.edits === 2) return text;
              const words = text.text.split(' ').with(step.at, `edited${text.edits}`);
              return { ...text, text: words.join(' '), edits: text.edits + 1 };
            });
          }
        }
      }),
      { numRuns: 80 },
    );
    reached.atLeast({ 'a new round': 200, 'a post after an edit': 500 });
  });
});

describe('what is left of a round', () => {
  it('is what the next draw counts', () => {
    const channel = run(five, 20);
    const { position, of } = channel.post(five);
    expect(leftOf(five, channel.shown, 1)).toBe(of - position);
    expect(leftOf(five, channel.shown, 2)).toBe(five.length);
  });

  it('is all of the five articles at the beginning, and nothing at the end', () => {
    const channel = run(five, five.length);
    expect(leftOf(five, [], 1)).toBe(five.length);
    expect(leftOf(five, channel.shown, 1)).toBe(0);
    expect(channel.posts.every(({ round }) => round === 1)).toBe(true);
  });
});
