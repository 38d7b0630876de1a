import { terminalPlatform } from '../../adapters/terminal/platform.ts';
import { unavailableDigest } from '../../src/digest/control.ts';
import type { Asked } from '../../src/digest/types.ts';

/** For tests of what does without a digest. */
export const noDigest = unavailableDigest('There is no store in this test.');

/** A command given by nobody in particular. */
export const byNobody: Asked = {
  platform: terminalPlatform,
  place: { platform: terminalPlatform.id, workspace: '', channel: '' },
  user: '',
  asker: { zone: async () => null, manages: async () => false, obstacle: async () => null },
};
