import type { Article, Paragraph, Span } from '../../document/types.ts';
import { INSERTED_FOR } from './chain.ts';
import type { Change, Piece, Tolerance } from './checked.ts';
import type { CorpusWords } from './corpus-words.ts';
import type { DiffStep } from './differences.ts';
import { ELLIPSIS, isOrdinary, isWord, type QuotedText, type QuotedWord } from './quoted-words.ts';
import { isNearSpelling, isSpelling } from './same-word.ts';
import { toleratedBetween, toleratedWithin } from './tolerances.ts';

/** Where the article breaks a line, any white space of the quotation will do. */
const withoutBreaks = (said: string, source: string): [said: string, source: string] =>
  /\n/.test(source) ? [said.replace(/\s+/gu, ' '), source.replace(/\s+/gu, ' ')] : [said, source];

/** Collects, step by step, what an alignment comes to in words. */
export class AlignmentBuilder {
  readonly pieces: Piece[] = [];
  readonly changes: Change[] = [];
  readonly differing: Span[] = [];
  readonly tolerated = new Set<Tolerance>();
  readonly passedOver: Paragraph[] = [];
  bracketed = false;
  matched = 0;
  extent = 0;
  differences = 0;
  ordinary = 0;
  readonly #text: string;
  readonly #words: readonly QuotedWord[];
  readonly #index: CorpusWords;
  readonly #article: Article;
  /** Where the first word is, in the quotation's text. */
  readonly #start: number;

  constructor({ text, words }: QuotedText, index: CorpusWords, article: Article) {
    this.#start = words[0]?.start ?? 0;
    this.#text = text;
    this.#words = words;
    this.#index = index;
    this.#article = article;
  }

  #typed({ start, end }: Span): string {
    const first = this.#words[start];
    const last = this.#words[end - 1];
    return first === undefined || last === undefined || start >= end
      ? ''
      : this.#text.slice(first.start, last.end);
  }

  #span({ start, end }: Span): Span {
    return { start: this.#index.wordAt(start).start, end: this.#index.wordAt(end - 1).end };
  }

  #written(source: Span): string {
    if (source.start >= source.end) return '';
    const { start, end } = this.#span(source);
    return this.#article.text.slice(start, end);
  }

  same({ said, source }: DiffStep): void {
    let before: { readonly typed: QuotedWord; readonly end: number } | null = null;
    for (let at = said.start; at < said.end; at++) {
      const typed = this.#words[at];
      const word = this.#index.wordAt(source.start + at - said.start);
      if (typed === undefined) continue;
      const written = this.#article.text.slice(word.start, word.end);
      if (isOrdinary(typed, this.#text)) this.ordinary += 1;
      const within = toleratedWithin(this.#text.slice(typed.start, typed.end), written);
      for (const what of typed.outside === undefined ? within : []) {
        this.tolerated.add(what === 'case' && typed.start === this.#start ? 'capital' : what);
      }
      if (before !== null) {
        const gap = this.#text.slice(before.typed.end, typed.start);
        const there = this.#article.text.slice(before.end, word.start);
        for (const what of toleratedBetween(...withoutBreaks(gap, there))) this.tolerated.add(what);
      }
      before = { typed, end: word.end };
    }
    this.matched += said.end - said.start;
    this.extent += source.end - source.start;
    if (this.#words.slice(said.start, said.end).some(({ outside }) => outside !== undefined))
      this.bracketed = true;
    this.pieces.push({ type: 'same', said: this.#typed(said) });
  }

  /** Leaves out whole paragraphs that are no body text: a quotation passes over a heading or a caption. */
  #withoutAsides(source: Span): readonly Span[] {
    const rest: Span[] = [];
    let start = source.start;
    while (start < source.end) {
      const passage = this.#index.passageAt(start);
      const extent = this.#index.extentOf(passage);
      const paragraph = this.#index.passages[passage]?.paragraph;
      const end = Math.min(extent.end, source.end);
      const isWhole = extent.start >= source.start && extent.end <= source.end;
      if (paragraph !== undefined && isWhole && paragraph.kind !== 'body') this.passedOver.push(paragraph);
      else rest.push({ start, end });
      start = Math.max(end, start + 1);
    }
    return rest;
  }

  #change(said: Span, source: Span): void {
    const spans = this.#withoutAsides(source);
    const places = spans.reduce((sum, { start, end }) => sum + end - start, 0);
    const words = this.#words.slice(said.start, said.end).filter(isWord);
    if (words.length === 0 && places === 0) {
      if (said.end > said.start) this.#own(said, '');
      return;
    }
    const isWhole = places === source.end - source.start;
    const written = isWhole ? this.#written(source) : spans.map((span) => this.#written(span)).join(' … ');
    const hasInsertion = said.end - said.start > words.length;
    if (words.length === 0 && hasInsertion && places <= INSERTED_FOR) {
      this.#own(said, written);
      return;
    }
    const saidKeys = words.map(({ key }) => key);
    const sourceKeys = spans.flatMap(({ start, end }) =>
      Array.from({ length: end - start }, (_, n) => this.#index.wordAt(start + n).key),
    );
    this.extent += places;
    const [word] = words;
    if (words.length === 1 && places === 1 && word?.outside !== undefined) {
      const { before, after } = word.outside;
      const [key = ''] = sourceKeys;
      if (key.startsWith(before) && key.endsWith(after)) {
        this.matched += 1;
        this.#own(said, written);
        return;
      }
    }
    if (saidKeys.length > 0 && saidKeys.join('') === sourceKeys.join('')) {
      this.matched += words.length;
      for (const what of toleratedBetween(
        this.#typed(said).replace(/[\p{L}\p{N}]/gu, ''),
        written.replace(/[\p{L}\p{N}]/gu, ''),
      ))
        this.tolerated.add(what);
      this.pieces.push({ type: 'same', said: this.#typed(said) });
      return;
    }
    const pairs = saidKeys.length === sourceKeys.length && saidKeys.length > 0;
    const all = (test: (said: string, source: string) => boolean): boolean =>
      pairs && saidKeys.every((key, n) => test(key, sourceKeys[n] ?? ''));
    const isNear = all(isNearSpelling);
    if (isNear) this.matched += words.length;
    const kind =
      saidKeys.length === 0
        ? 'left-out'
        : sourceKeys.length === 0
          ? 'added'
          : all(isSpelling)
            ? 'spelling'
            : isNear
              ? 'letters'
              : 'changed';
    const change: Change = { said: this.#typed(said), source: written, kind };
    this.differences += Math.max(words.length, places);
    this.changes.push(change);
    this.pieces.push({ type: 'change', change });
    if (places > 0) this.differing.push(...spans.map((span) => this.#span(span)));
  }

  #own(said: Span, source: string): void {
    this.bracketed = true;
    this.pieces.push({ type: 'own', said: this.#typed(said), source });
  }

  /** At an ellipsis, the words before it stand for as many of the article's first words, those behind it for the last. */
  differ({ said, source }: DiffStep): void {
    let ellipsis = said.start;
    while (ellipsis < said.end && this.#words[ellipsis]?.number !== ELLIPSIS) ellipsis++;
    if (ellipsis === said.end) {
      if (said.end > said.start || source.end > source.start) this.#change(said, source);
      return;
    }
    const before = { start: said.start, end: ellipsis };
    const after = { start: ellipsis + 1, end: said.end };
    const taken = Math.min(before.end - before.start, source.end - source.start);
    const left = source.end - source.start - taken;
    const kept = Math.min(after.end - after.start, left);
    if (before.end > before.start) this.#change(before, { start: source.start, end: source.start + taken });
    this.pieces.push({ type: 'omission', words: left - kept });
    if (after.end > after.start)
      this.differ({ same: false, said: after, source: { start: source.end - kept, end: source.end } });
  }
}
