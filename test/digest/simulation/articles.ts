import type { Excerpt } from '../../../src/digest/types.ts';
import { pick } from '../../bench/random.ts';
import { articleWith, paragraphWith } from '../../corpus/made.ts';

/** A paragraph of a made-up article, and what it stays the same by when it is edited or copied. */
interface Piece {
  readonly identity: number;
  readonly text: string;
}

interface Draft {
  readonly id: string;
  readonly publisher: string;
  readonly pieces: readonly Piece[];
}

export const publishers = ['Steppe Review', 'Harbour Times'] as const;

const syllables = ['ba', 'ke', 'lo', 'mi', 'nu', 'ra', 'so', 'ti', 'vu', 'za', 'shi', 'gro', 'plen', 'dar'];

/** The articles that a process has, which change from one start to the next. */
export class Articles {
  readonly #random: () => number;
  readonly #identities = new Map<string, number>();
  #drafts: readonly Draft[] = [];
  #made = 0;

  constructor(random: () => number, articles: number) {
    this.#random = random;
    for (let made = 0; made < articles; made++) this.#add();
  }

  /** What a piece of text is the same by, whatever was edited in it. */
  identityOf(text: string): number | undefined {
    return this.#identities.get(text);
  }

  /** An article is added, edited or taken away, a piece is put in or stands in a second article as well. */
  change(): string {
    const roll = this.#random();
    const draft = pick(this.#drafts, this.#random);
    if (roll < 0.25) return this.#add();
    if (roll < 0.4 && this.#drafts.length > 3) {
      this.#drafts = this.#drafts.filter((each) => each !== draft);
      return `${draft.id} is taken away`;
    }
    if (roll < 0.55)
      return this.#replace(draft, [this.#newPiece(), ...draft.pieces], 'gets a piece at its head');
    if (roll < 0.7) {
      const other = pick(this.#drafts, this.#random);
      return this.#replace(
        draft,
        [...draft.pieces, pick(other.pieces, this.#random)],
        `copies from ${other.id}`,
      );
    }
    const at = Math.floor(this.#random() * draft.pieces.length);
    return this.#replace(
      draft,
      draft.pieces.map((piece, index) => (index === at ? this.#edited(piece) : piece)),
      `is edited at ${at + 1}`,
    );
  }

  /** What filters leave of the articles as they are now; they only know a publisher. */
  selection(): (filters: string) => readonly Excerpt[] {
    const all = this.#drafts.flatMap(excerptsOfDraft);
    const known = new Map<string, readonly Excerpt[]>();
    return (filters) => {
      const made = known.get(filters) ?? this.#selected(all, filters);
      known.set(filters, made);
      return made;
    };
  }

  /** Of the same words in several articles the first alone. */
  #selected(all: readonly Excerpt[], filters: string): readonly Excerpt[] {
    const met = new Set<number | undefined>();
    return all.filter(({ article, start, end }) => {
      if (filters !== '' && !filters.includes(article.publisher ?? 'nobody')) return false;
      const identity = this.identityOf(article.text.slice(start, end));
      return !met.has(identity) && met.add(identity);
    });
  }

  #word(): string {
    const length = 2 + Math.floor(this.#random() * 3);
    return Array.from({ length }, () => pick(syllables, this.#random)).join('');
  }

  #newPiece(): Piece {
    const words = Array.from({ length: 26 }, () => this.#word()).join(' ');
    return this.#known({ identity: this.#identities.size, text: `The ${words}.` });
  }

  #edited({ identity, text }: Piece): Piece {
    return this.#known({ identity, text: text.replace(/ \S+\.$/, ` ${this.#word()}.`) });
  }

  #known(piece: Piece): Piece {
    this.#identities.set(piece.text, piece.identity);
    return piece;
  }

  #add(): string {
    const id = `article-${++this.#made}`;
    const publisher = publishers[this.#made % publishers.length] ?? publishers[0];
    const pieces = Array.from({ length: 1 + Math.floor(this.#random() * 5) }, () => this.#newPiece());
    this.#drafts = [...this.#drafts, { id, publisher, pieces }];
    return `${id} is added`;
  }

  #replace(draft: Draft, pieces: readonly Piece[], what: string): string {
    this.#drafts = this.#drafts.map((each) => (each === draft ? { ...draft, pieces } : each));
    return `${draft.id} ${what}`;
  }
}

function excerptsOfDraft({ id, publisher, pieces }: Draft): readonly Excerpt[] {
  let start = 0;
  const paragraphs = pieces.map(({ text }, index) => {
    const span = { start, end: start + text.length };
    start = span.end + 2;
    return paragraphWith(id, index + 1, span);
  });
  const text = pieces.map((piece) => piece.text).join('\n\n');
  const article = articleWith(id, text, { publisher, published: '2026-01-01', paragraphs });
  return paragraphs.map((paragraph) => {
    const { start, end } = paragraph;
    return { article, paragraph, start, end };
  });
}
