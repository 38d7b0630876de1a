import type { Answer, AnswerOf } from '../command/types.ts';
import type { LinkTo } from '../corpus/links.ts';
import type { Passage, Span } from '../document/types.ts';
import { plain } from '../message/plain.ts';
import type { Message } from '../message/types.ts';
import { digestJson, excerptIn } from './digest.ts';
import { passageJson } from './passage.ts';
import { quotationsJson } from './quotation.ts';
import type { JsonAnswer } from './types.ts';

interface QuotedSpan {
  readonly passage: Passage;
  readonly quoted: Span;
  /** The id of the passage that says the same. */
  readonly sameAs?: string;
}

const isStated = ({ by }: AnswerOf<'about'>['statements'][number]): boolean => by !== 'nothing';

function answerKind(answer: Answer): JsonAnswer['kind'] {
  if (answer.kind !== 'about') return answer.kind;
  return answer.statements.some(isStated) ? 'answer' : 'nothing';
}

function quotedIn(answer: Answer): readonly QuotedSpan[] {
  switch (answer.kind) {
    case 'hits':
    case 'answer':
      return answer.hits.flatMap((hit) => [
        { passage: hit, quoted: hit.sentence },
        ...hit.variants.map((other) => ({
          passage: other,
          quoted: other.sentence,
          sameAs: hit.paragraph.id,
        })),
      ]);
    case 'about':
      return answer.statements
        .filter(isStated)
        .map((statement) => ({ passage: statement, quoted: statement.paragraph }));
    case 'related':
      return [
        ...answer.variants.map((variant) => ({
          passage: variant,
          quoted: variant.sentences[0],
          sameAs: answer.passage.paragraph.id,
        })),
        ...answer.related.map((hit) => ({ passage: hit, quoted: hit.sentence })),
      ];
    case 'passage':
    case 'citation':
      return [{ passage: answer.passage, quoted: answer.passage.paragraph }];
    case 'digest':
      return excerptIn(answer);
    default:
      return [];
  }
}

function totalOf(answer: Answer, shown: number): number {
  if (answer.kind === 'hits') return answer.total;
  return answer.kind === 'sources' ? answer.articles.length : shown;
}

/** The answer as scripts get it. */
export function toJson(
  input: string,
  { answer, message }: { readonly answer: Answer; readonly message: Message },
  linkTo: LinkTo,
): JsonAnswer {
  const passages = quotedIn(answer).map(({ passage, quoted, sameAs }) => ({
    ...passageJson(passage, quoted, linkTo),
    ...(sameAs === undefined ? {} : { sameAs }),
  }));
  const suggestions = 'suggestions' in answer ? answer.suggestions : [];
  return {
    input,
    kind: answerKind(answer),
    passages,
    total: totalOf(answer, passages.length),
    missing: 'missing' in answer ? answer.missing : [],
    ...(answer.kind === 'answer' && !answer.sure ? { sure: false as const } : {}),
    ...(answer.kind === 'nothing' && answer.nearest !== null
      ? { nearest: passageJson(answer.nearest, answer.nearest.sentence, linkTo) }
      : {}),
    ...(suggestions.length === 0 ? {} : { suggestions }),
    ...(answer.kind === 'quotation' ? quotationsJson(answer.checks, linkTo) : {}),
    ...(answer.kind === 'quotation' && answer.unchecked > 0 ? { unchecked: answer.unchecked } : {}),
    ...(answer.kind === 'digest' ? digestJson(answer) : {}),
    text: plain(message),
  };
}
