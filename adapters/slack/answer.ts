import { randomUUID } from 'node:crypto';
import type { SurfaceContext } from '../../src/desk/surface.ts';
import type { Request } from '../../src/desk/types.ts';
import { undelivered } from '../../src/message/present/problem.ts';
import type { Message } from '../../src/message/types.ts';
import { once } from './once.ts';
import { outcomeOf } from './outcome.ts';
import type { Place } from './places.ts';
import { render, type SlackPayload } from './render.ts';

const unchanged = (message: Message): Message => message;

/**
 * Answers one request in one place, with exactly one reply: the answer, or a plain sentence with a reference
 * that is also in the log. Never rejects.
 *
 * @param compose changes the message before it is rendered.
 */
export async function answer(
  place: Place,
  request: Request,
  context: SurfaceContext,
  compose: (message: Message) => Message = unchanged,
): Promise<void> {
  let payload: SlackPayload;
  try {
    const reply = await context.desk.reply(request);
    payload = render(compose(reply.message), place.audience);
  } catch (fault) {
    await apologize(place, request, context, fault);
    return;
  }
  try {
    await once(() => place.send(payload));
  } catch (fault) {
    await apologize(place, request, context, fault);
  }
}

/** Silent to the person only where the answer may have arrived: a second reply would then be one too many. */
async function apologize(
  place: Place,
  request: Request,
  { log }: SurfaceContext,
  fault: unknown,
): Promise<void> {
  const reference = randomUUID().slice(0, 8);
  const { workspace, channel, user } = request;
  const record = { reference, workspace, channel, user };
  if (outcomeOf(fault).type === 'unknown') {
    log.error(
      { ...record, err: fault },
      'It is not known whether Slack showed an answer; none is sent again',
    );
    return;
  }
  log.error({ ...record, err: fault }, 'An answer could not be shown in Slack');
  for (const say of place.plainly) {
    try {
      await once(() => say(undelivered(reference)));
      return;
    } catch (refusal) {
      log.error({ ...record, err: refusal }, 'Nor could a plain reply');
      if (outcomeOf(refusal).type === 'unknown') return;
    }
  }
}
