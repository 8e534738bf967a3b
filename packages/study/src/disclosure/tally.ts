/**
 * Why a figure is not told as it is: `few` people · `difference` of told counts would be few · `all` have it · `dominance` and `p-percent`
 * of a total · `rounded`, as an owner asks · `earlier`, few lie between it and an earlier publication · `coarse`, people could be counted
 * back from its digits.
 */
export type WithheldReason = "few" | "difference" | "all" | "dominance" | "p-percent" | "rounded" | "earlier" | "coarse";

const order: readonly WithheldReason[] = ["few", "difference", "all", "dominance", "p-percent", "rounded", "coarse", "earlier"];

/** Counts figures that are withheld or told roughly, by reason; never which. */
export interface Tally {
  add(reason: WithheldReason, figures?: number): void;
  list(): { readonly reason: WithheldReason; readonly figures: number }[];
}

export function createTally(): Tally {
  const counts = new Map<WithheldReason, number>();
  return {
    add(reason, figures = 1) {
      if (figures > 0) counts.set(reason, (counts.get(reason) ?? 0) + figures);
    },
    list: () => order.flatMap((reason) => (counts.has(reason) ? [{ reason, figures: counts.get(reason) as number }] : [])),
  };
}
