/** Who makes up a total: how many people, and the largest parts. Sizes are absolute, since a saving tells as much as a cost. */
export interface Contributions {
  /** People in the group, whatever they add. */
  readonly people: number;
  /** Those of them who add something other than 0. */
  readonly notZero: number;
  readonly total: number;
  /** The largest, descending; as many as were asked for, 0 where there are fewer. */
  readonly largest: readonly number[];
}

/** Collects the contributions to one total. */
export interface ContributionsBuilder {
  add(value: number): void;
  finish(): Contributions;
}

/** How many of the largest contributions are kept unless more are asked for: enough for the p% rule and usual dominance rules. */
const KEPT = 3;

/** An empty total. NaN is nobody's contribution and is passed over. */
export function contributions(keep = KEPT): ContributionsBuilder {
  let people = 0;
  let notZero = 0;
  let total = 0;
  const largest = new Array<number>(Math.max(keep, 2)).fill(0);
  return {
    add(value) {
      if (Number.isNaN(value)) return;
      people++;
      if (value === 0) return;
      notZero++;
      const size = Math.abs(value);
      total += size;
      if (size <= largest[largest.length - 1]) return;
      let at = largest.length - 1;
      for (; at > 0 && largest[at - 1] < size; at--) largest[at] = largest[at - 1];
      largest[at] = size;
    },
    finish: () => ({ people, notZero, total, largest: [...largest] }),
  };
}
