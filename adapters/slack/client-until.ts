import { webApi } from '@slack/bolt';

/** A client whose calls end with a signal at the latest. */
export type ClientUntil = (signal: AbortSignal) => webApi.WebClient;

/**
 * The SDK takes no signal with a call, and starts a call that waited in its queue in the context of another: so
 * each signal has a client of its own. That costs a tenth of a millisecond and no connection.
 */
export function clientUntil(token: string, options: webApi.WebClientOptions): ClientUntil {
  const fetched = options.fetch ?? fetch;
  return (signal) =>
    new webApi.WebClient(token, {
      ...options,
      fetch: (url, init) => fetched(url, { ...init, signal: eitherOf(signal, init?.signal) }),
    });
}

const eitherOf = (signal: AbortSignal, other: AbortSignal | null | undefined): AbortSignal =>
  other == null ? signal : AbortSignal.any([signal, other]);
