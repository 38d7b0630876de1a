import type { DigestStore } from '../digest/ports/store.ts';
import { occurrencesIn } from './occurrences.ts';
import type { Database } from './schema.ts';
import { subscriptionsIn } from './subscriptions.ts';

export const digestIn = (db: Database): DigestStore => ({ ...subscriptionsIn(db), ...occurrencesIn(db) });
