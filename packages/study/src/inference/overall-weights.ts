import { type Effects, totalWeights } from "@kontrafakt/effects";

/**
 * Weights that make the overall effect of an estimator, the one set beside others, of its terms: one number; cells by the shares of their
 * groups where these are estimated, else by their treated person-periods; or the plain mean of event times from the start on. They are taken as
 * given. Undefined where it has none.
 *
 * @param effects of one outcome, all of them estimated
 */
export function overallWeights(effects: Effects): Float64Array | undefined {
  const { terms, basis } = effects;
  const one = terms.findIndex(({ kind }) => kind === "static");
  if (one >= 0) return Float64Array.from(terms, (_, k) => (k === one ? 1 : 0));
  const [first] = terms;
  if (first === undefined) return undefined;
  if (first.kind === "event") return toOne(Float64Array.from(terms, ({ event }) => ((event as number) >= 0 ? 1 : 0)));
  const counted = totalWeights(effects, first.outcome);
  const shares = "shares" in basis ? basis.shares : undefined;
  if (shares === undefined) return toOne(counted);
  const shareOf = new Map(Array.from(shares.groups, (group, i) => [group, shares.share[i]]));
  return toOne(Float64Array.from(counted, (n, k) => (n > 0 ? (shareOf.get(terms[k].group as number) ?? 0) : 0)));
}

function toOne(weights: Float64Array): Float64Array | undefined {
  const sum = weights.reduce((a, b) => a + b, 0);
  return sum > 0 ? weights.map((w) => w / sum) : undefined;
}
