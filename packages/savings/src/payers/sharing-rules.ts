import type { SharingRule } from "./payers-value.js";
import type { Shapley } from "./shapley.js";

/** Every payer's gain and cost. */
export interface Stakes {
  readonly gains: Float64Array;
  readonly costs: Float64Array;
}

/** What each payer has after the transfers; sums to Σ gains − Σ costs. */
export type Sharing = (stakes: Stakes) => Float64Array;

const total = (values: Float64Array) => values.reduce((sum, v) => sum + v, 0);

/**
 * The rules, each as what is left to every payer.
 *
 * - makeWhole: who has lost is given back the loss by those who have gained, in proportion to their net gains.
 * - byCost: the net is shared in proportion to the cost borne.
 * - byGain: the cost is shared in proportion to the gains (losses count as no gain); where nobody gains, it stays where it is.
 * - shapley: by what each adds to those who come together to pay the programme (`shapleyOf`).
 *
 * A net below 0 makes nobody whole: makeWhole and shapley then share it in proportion to cost, as byCost does. Where there is no cost to share
 * by, nobody hands over anything.
 */
export function sharingRules(shapley: Shapley): Readonly<Record<SharingRule, Sharing>> {
  return {
    makeWhole: (stakes) => {
      const net = netOf(stakes);
      if (total(net) < 0) return byCost(stakes);
      let losses = 0;
      let surplus = 0;
      for (const value of net) {
        if (value < 0) losses -= value;
        else surplus += value;
      }
      return net.map((value) => (value <= 0 ? 0 : value - (losses * value) / surplus));
    },
    byCost,
    byGain: ({ gains, costs }) => {
      const positive = gains.map((g) => Math.max(0, g));
      const all = total(positive);
      const cost = total(costs);
      return gains.map((g, k) => g - (all > 0 ? cost * (positive[k] / all) : costs[k]));
    },
    shapley: (stakes) => {
      const { gains, costs } = stakes;
      const cost = total(costs);
      const deficit = Math.min(0, total(gains) - cost);
      if (deficit < 0 && !(cost > 0)) return netOf(stakes);
      return shapley(gains, cost).map((share, k) => (deficit < 0 ? share + deficit * (costs[k] / cost) : share));
    },
  };
}

function byCost(stakes: Stakes): Float64Array {
  const net = netOf(stakes);
  const sum = total(net);
  const cost = total(stakes.costs);
  return cost > 0 ? stakes.costs.map((own) => sum * (own / cost) + 0) : net;
}

export function netOf({ gains, costs }: Stakes): Float64Array {
  return gains.map((gain, k) => gain - costs[k]);
}
