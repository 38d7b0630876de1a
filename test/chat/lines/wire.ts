import type { Action } from '../../../src/message/types.ts';

export type Choice = Exclude<Action, { type: 'link' }>;

/** Plain text, never parsed, and what can be chosen below it. */
export interface LinesPayload {
  readonly text: string;
  readonly choices: readonly Choice[];
}

/** A message in a room, seen by everyone or by one person alone. */
export interface LinesPost extends LinesPayload {
  readonly room: string;
  readonly onlyTo: string | null;
  readonly key?: string;
}

/** A line that somebody said in a room, or a choice of an earlier message's. */
export interface LinesEvent {
  readonly id: string;
  readonly room: string;
  readonly user: string;
  readonly said: string | Choice;
}

/** How the wire fails: `lost` after the post. */
export class LinesError extends Error {
  override readonly name: 'away' | 'closed' | 'lost';
  constructor(name: LinesError['name']) {
    super(name);
    this.name = name;
  }
}

/** The platform in memory: what was posted in its rooms, who opened them, and the desk that listens. */
export class LinesWire {
  readonly posts: LinesPost[] = [];
  readonly owners = new Map<string, string>();
  meets: (post: LinesPost) => LinesError | null = () => null;
  listener: (event: LinesEvent) => Promise<void> = async () => undefined;

  /** @returns the post's id. @throws {LinesError} */
  async post(post: LinesPost): Promise<string> {
    const fault = this.meets(post);
    if (fault === null || fault.name === 'lost') this.posts.push(post);
    if (fault !== null) throw fault;
    return String(this.posts.length);
  }
}
