import { createEngine } from '../../src/digest/engine.ts';
import type { Parts } from '../../src/digest/parts.ts';
import type { FindOutcome, Post, Sender, SendOutcome } from '../../src/digest/ports/sender.ts';
import type { Message } from '../../src/message/types.ts';
import { platformOf } from '../platforms.ts';

/** A platform that answers as a test wants it to, and what reached it. */
export interface FakePlatform {
  readonly sender: Sender<Message>;
  /** Posts that were sent, in order, whatever was answered. */
  readonly sends: Post<Message>[];
  /** Posts that were looked for. */
  readonly looks: Post<Message>[];
  /** Whom it told something directly. */
  readonly told: string[];
  /** The answer to a post; unless changed, that it was sent. */
  send: (post: Post<Message>) => SendOutcome | Promise<SendOutcome>;
  /** The answer to a look; unless changed, that the post is not there. */
  find: (post: Post<Message>) => FindOutcome | Promise<FindOutcome>;
}

export function fakePlatform(id = 'slack', perSecond = 50): FakePlatform {
  const sends: Post<Message>[] = [];
  const looks: Post<Message>[] = [];
  const told: string[] = [];
  const fake: FakePlatform = {
    sends,
    looks,
    told,
    send: () => ({ type: 'sent', id: String(sends.length), link: `https://${id}.example/${sends.length}` }),
    find: () => ({ type: 'absent' }),
    sender: {
      platform: platformOf(id),
      reach: { platform: id, workspace: null },
      perSecond,
      async send(post) {
        sends.push(post);
        return fake.send(post);
      },
      async find(post) {
        looks.push(post);
        return fake.find(post);
      },
      async tell(user) {
        told.push(user);
        return true;
      },
    },
  };
  return fake;
}

/** What a process does that looks once at all that is due, and ends. */
export async function lookOnce(
  parts: Parts<Message>,
  ...platforms: readonly Pick<FakePlatform, 'sender'>[]
): Promise<void> {
  const engine = createEngine(
    parts,
    platforms.map(({ sender }) => sender),
  );
  await engine.tick();
  await engine.stop();
}
