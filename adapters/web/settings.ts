import type { RequestListener } from 'node:http';
import type { Message } from '../../src/message/types.ts';
import type { Audience } from '../chat/share.ts';
import type { PayloadNode } from './draw/node.ts';
import type { Press } from './draw/press.ts';

/** How one chat platform shows a message: given by the composition root from that platform's own adapter. */
export interface DrawnPlatform {
  /** The payload as it goes over the wire; what `JSON.stringify` makes of it is drawn. */
  payload(message: Message, audience: Audience): Promise<unknown>;
  /** What pressing a button of that payload does. */
  press(button: PayloadNode): Promise<Press>;
}

export interface Drawing {
  readonly slack: DrawnPlatform;
  readonly discord: DrawnPlatform;
  /** The message as the terminal prints it, without colour codes. */
  terminal(message: Message): string;
}

export interface WebSettings {
  readonly host: string;
  /** 0 lets the system choose a free one. */
  readonly port: number;
  /** Off: only the reader and the mounts answer. */
  readonly playground: boolean;
  readonly draw: Drawing;
  /** Node handlers by path prefix (`/slack/events`). Each gets the request untouched, its body unread. */
  readonly mounts: ReadonlyMap<string, RequestListener>;
}
