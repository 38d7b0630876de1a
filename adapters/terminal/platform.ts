import type { Platform } from '../../src/digest/platform.ts';

export const terminalPlatform: Platform = { id: 'terminal', name: 'The terminal', posting: null };
