import type { DigestState } from '../../../digest/types.ts';
import type { Action, Block } from '../../types.ts';
import { runAction } from '../quotation.ts';
import { note } from '../remarks.ts';
import { switchOnAs } from './words.ts';

export const previewAction = runAction('Preview', 'digest preview');
export const statusAction = runAction('Status', 'digest status');
export const skipAction = runAction('Skip the next', 'digest skip');
export const offAction = runAction('Switch off', 'digest off');

/** Switches a digest on as it was; where there never was one, with the defaults. */
export const onAction = ({ schedule, filters }: DigestState): Action =>
  runAction('Switch on', schedule === null ? 'digest on' : switchOnAs(schedule, filters));

export const buttons = (actions: readonly Action[]): Block => ({ type: 'actions', actions });

/** Whether posts can arrive in a place like this. */
export const canPost = ({ platform }: DigestState): boolean => platform.posting !== null;

/** Says so where a digest can be set up and looked at, but never posts. */
export const noPostsNote = (state: DigestState): readonly Block[] =>
  canPost(state)
    ? []
    : [
        note(
          'Nothing is ever posted here: the settings are kept, to try them. In a chat channel the same words get the posts.',
        ),
      ];
