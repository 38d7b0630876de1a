import type { Storage, StorageSettings } from './storage.ts';

/**
 * The digest for a surface on which nothing is posted: store and calendar are loaded and opened when a command needs
 * them, so that all others come sooner.
 */
export function digestWhenNeeded(settings: StorageSettings): Pick<Storage, 'digest' | 'close'> {
  let opening: Promise<Storage> | null = null;
  return {
    digest: {
      async run(command, asked) {
        opening ??= import('./storage.ts').then(({ openStorage }) => openStorage(settings));
        return (await opening).digest.run(command, asked);
      },
    },
    close: async () => (await opening)?.close(),
  };
}
