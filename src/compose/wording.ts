import type { LinkTo } from '../corpus/links.ts';
import type { Wording } from '../digest/ports/wording.ts';
import { markedLate, presentPaused, presentPost } from '../message/present/digest/post.ts';
import { readStored, writeStored } from '../message/stored.ts';
import type { Message } from '../message/types.ts';

/** What the digest says, as the desk words everything. */
export const createWording = (linkTo: LinkTo): Wording<Message> => ({
  post: (excerpt, date) => presentPost({ excerpt }, date, linkTo),
  late: markedLate,
  paused: presentPaused,
  write: writeStored,
  read: readStored,
});
