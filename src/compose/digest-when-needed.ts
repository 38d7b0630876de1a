import type { Keeping, Kept } from './digest.ts';

/**
 * The digest for a surface on which nothing is posted: store and calendar are loaded and opened when a command needs
 * them, so that all others come sooner.
 */
export function digestWhenNeeded(keeping: Keeping): Pick<Kept, 'digest' | 'close'> {
  let opening: Promise<Kept> | null = null;
  return {
    digest: {
      async run(command, asked) {
        opening ??= import('./digest.ts').then(({ openKept }) => openKept(keeping));
        return (await opening).digest.run(command, asked);
      },
    },
    close: async () => (await opening)?.close(),
  };
}
