import type { DigestState } from '../../../digest/types.ts';
import type { Action, Block } from '../../types.ts';
import { note } from '../remarks.ts';
import { switchOnAs } from './words.ts';

const run = (label: string, command: string): Action => ({ type: 'run', label, command });

export const previewAction = run('Preview', 'digest preview');
export const statusAction = run('Status', 'digest status');
export const skipAction = run('Skip the next', 'digest skip');
export const offAction = run('Switch off', 'digest off');

/** Switches a digest on as it was; where there never was one, as it comes. */
export const onAction = ({ schedule, filters }: DigestState): Action =>
  run('Switch on', schedule === null ? 'digest on' : switchOnAs(schedule, filters));

export const buttons = (actions: readonly Action[]): Block => ({ type: 'actions', actions });

/** Whether posts can arrive in a place like this. */
export const posts = ({ platform }: DigestState): boolean => platform.posting !== null;

/** Where a digest can be set up to be looked at, and no more. */
export const postsNote = (state: DigestState): readonly Block[] =>
  posts(state)
    ? []
    : [
        note(
          'Nothing is ever posted here: the settings are kept, to try them. In a chat channel the same words get the posts.',
        ),
      ];
