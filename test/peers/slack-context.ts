import { pino } from 'pino';
import type { SurfaceContext } from '../../src/desk/surface.ts';
import type { Desk, Reply, Request } from '../../src/desk/types.ts';
import type { Message } from '../../src/message/types.ts';
import type { Store } from '../../src/store/types.ts';
import { message, words } from './slack-messages.ts';

/** What a desk replies to a request, or how it fails. */
export type Replying = (request: Request) => Promise<Message> | Message;

interface LogLine {
  readonly level: number;
  readonly msg: string;
  readonly reference?: string;
}

export interface TestContext extends SurfaceContext {
  /** What the desk was asked, in order. */
  readonly asked: readonly Request[];
  /** What was logged, parsed. */
  readonly logged: readonly LogLine[];
}

export const echo: Replying = ({ words: typed }) => message(words(`You said: ${typed}`));

/** The surroundings of an adapter: a desk that replies as told, a memory, a log that can be read. */
export function testContext(replying: Replying = echo, store: Partial<Store> = {}): TestContext {
  const asked: Request[] = [];
  const logged: LogLine[] = [];
  const seen = new Set<string>();
  const desk: Desk = {
    corpus: { articles: new Map(), faults: [] },
    commands: [],
    async reply(request): Promise<Reply> {
      asked.push(request);
      const reply = await replying(request);
      return { command: request.words, answer: { kind: 'help', topic: null, commands: [] }, message: reply };
    },
    json: (input) => ({ input, kind: 'help', passages: [], total: 0, missing: [], text: '' }),
    completeLine: () => [],
    completeOption: () => [],
  };
  return {
    asked,
    logged,
    desk,
    store: {
      async firstSeen(key) {
        const first = !seen.has(key);
        seen.add(key);
        return first;
      },
      keepCommand: async (command) => command,
      recallCommand: async (key) => key,
      ...store,
    },
    log: pino({ level: 'debug' }, { write: (line: string) => logged.push(JSON.parse(line)) }),
  };
}
