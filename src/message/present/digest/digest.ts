import type { LinkTo } from '../../../corpus/links.ts';
import type { DigestAnswer } from '../../../digest/types.ts';
import type { Block } from '../../types.ts';
import { note } from '../remarks.ts';
import { say } from '../words.ts';
import { presentOff, presentOn, presentSkip } from './change.ts';
import { presentPreview, presentStatus } from './state.ts';
import { presentWhy } from './why.ts';

const presentUnavailable = (reason: string): readonly Block[] => [
  { type: 'heading', text: 'The daily digest is off' },
  { type: 'paragraph', runs: [say('It cannot be used at present, and nothing is posted. '), say(reason)] },
  note('All other commands work without it.'),
];

/** @param command the answered command's text form. */
export function presentDigest(answer: DigestAnswer, command: string, linkTo: LinkTo): readonly Block[] {
  if (answer.state === null) return presentUnavailable(answer.unavailable);
  switch (answer.action) {
    case 'on':
      return presentOn(answer);
    case 'off':
      return presentOff(answer.state);
    case 'status':
      return presentStatus(answer.state);
    case 'skip':
      return presentSkip(answer);
    case 'preview':
      return presentPreview(answer, linkTo);
    case 'why':
      return presentWhy(answer, /\d{4}-\d\d-\d\d$/.exec(command)?.[0] ?? null, linkTo);
  }
}
