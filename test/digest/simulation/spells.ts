/** Stretches of time in which something was so, in milliseconds since 1970. */
export class Spells {
  readonly #over: { readonly from: number; readonly to: number }[] = [];
  #since: number | null = null;

  get isOn(): boolean {
    return this.#since !== null;
  }

  set(on: boolean, now: number): void {
    if (on && this.#since === null) this.#since = now;
    if (!on && this.#since !== null) {
      this.#over.push({ from: this.#since, to: now });
      this.#since = null;
    }
  }

  within(from: number, to: number): readonly { readonly from: number; readonly to: number }[] {
    const all = this.#since === null ? this.#over : [...this.#over, { from: this.#since, to }];
    return all
      .map((spell) => ({ from: Math.max(from, spell.from), to: Math.min(to, spell.to) }))
      .filter((spell) => spell.from <= spell.to);
  }

  /** Whether it was so at any instant from one to another. */
  touches(from: number, to: number): boolean {
    return this.within(from, to).length > 0;
  }
}

/** How long, from one instant to another, `wanted` was so and none of `others` was. */
export function clearTime(from: number, to: number, wanted: Spells, others: readonly Spells[]): number {
  const shadows = others.flatMap((each) => each.within(from, to));
  const stretches = wanted.within(from, to);
  const edges = [...stretches, ...shadows].flatMap((each) => [each.from, each.to]).sort((a, b) => a - b);
  let clear = 0;
  for (const [index, start] of edges.entries()) {
    const end = edges[index + 1];
    if (end === undefined) break;
    const middle = (start + end) / 2;
    const isIn = (each: { readonly from: number; readonly to: number }): boolean =>
      each.from <= middle && middle <= each.to;
    if (stretches.some(isIn) && !shadows.some(isIn)) clear += end - start;
  }
  return clear;
}
