import type { Answer } from '../command/types.ts';
import type { LinkTo } from '../corpus/links.ts';
import { assertNever } from '../fault.ts';
import { presentAboutArticles } from './present/about-articles.ts';
import { presentChecks } from './present/checks.ts';
import { presentDigest } from './present/digest/digest.ts';
import { presentAnswer, presentHits } from './present/found.ts';
import { presentHelp } from './present/help.ts';
import { presentNothing } from './present/nothing.ts';
import { presentCitation, presentPassage } from './present/passage.ts';
import { presentProblem } from './present/problem.ts';
import { presentRelated } from './present/related.ts';
import { presentSources } from './present/sources.ts';
import type { Block, Message } from './types.ts';

function blocksFor(answer: Answer, command: string, linkTo: LinkTo): readonly Block[] {
  switch (answer.kind) {
    case 'hits':
      return presentHits(answer, command, linkTo);
    case 'answer':
      return presentAnswer(answer, command, linkTo);
    case 'nothing':
      return presentNothing(answer, linkTo);
    case 'about':
      return presentAboutArticles(answer, command, linkTo);
    case 'passage':
      return presentPassage(answer, linkTo);
    case 'citation':
      return presentCitation(answer, linkTo);
    case 'quotation':
      return presentChecks(answer, command, linkTo);
    case 'related':
      return presentRelated(answer, command, linkTo);
    case 'digest':
      return presentDigest(answer, command, linkTo);
    case 'sources':
      return presentSources(answer, linkTo);
    case 'help':
      return presentHelp(answer);
    case 'problem':
      return presentProblem(answer.problem);
    default:
      return assertNever(answer);
  }
}

/**
 * All wording of the desk: what an answer says, for every surface alike.
 *
 * @param command the answered command's text form, which a share button runs again.
 */
export const present = (answer: Answer, command: string, linkTo: LinkTo): Message => ({
  blocks: blocksFor(answer, command, linkTo),
  omitted: [],
});
