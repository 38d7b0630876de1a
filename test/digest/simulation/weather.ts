/** How likely each fault is for one request; what is left goes well. */
export interface Weather {
  readonly limited: number;
  /** An answer of 500, with nothing done. */
  readonly failed: number;
  /** No connection at all. */
  readonly unreached: number;
  readonly lostBefore: number;
  readonly lostAfter: number;
  /** No answer within the client's timeout; the post appears, or not. */
  readonly hanging: number;
  /** A history that is given, and almost as late as the client waits for it. */
  readonly slow: number;
}

export const fair: Weather = {
  limited: 0.02,
  failed: 0.01,
  unreached: 0.01,
  lostBefore: 0.01,
  lostAfter: 0.02,
  hanging: 0.02,
  slow: 0.02,
};
export const stormy: Weather = {
  limited: 0.1,
  failed: 0.05,
  unreached: 0.05,
  lostBefore: 0.05,
  lostAfter: 0.15,
  hanging: 0.25,
  slow: 0.25,
};
export const perfect: Weather = {
  limited: 0,
  failed: 0,
  unreached: 0,
  lostBefore: 0,
  lostAfter: 0,
  hanging: 0,
  slow: 0,
};

const kinds = ['limited', 'failed', 'unreached', 'lostBefore', 'lostAfter', 'hanging'] as const;

/** What goes wrong with one request, if anything. */
export function faultIn(weather: Weather, random: () => number): (typeof kinds)[number] | null {
  let roll = random();
  for (const kind of kinds) {
    roll -= weather[kind];
    if (roll < 0) return kind;
  }
  return null;
}
