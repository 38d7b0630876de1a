import type { Platform } from '../../src/digest/platform.ts';

export const webPlatform: Platform = { id: 'web', name: 'The page', posting: null };
