import type { UncertaintyShare } from "../savings-value.js";
import { shapleyValues } from "../shapley-values.js";

/** A share with its Monte-Carlo standard error. */
export interface Share {
  readonly share: number;
  readonly error: number;
}

/** Draws left out at a time for the Monte-Carlo error. */
const CHUNK = 128;

/** Σa, Σb and Σab, of all draws and by chunk. */
interface Moments {
  readonly n: number;
  readonly a: number;
  readonly b: number;
  readonly ab: number;
}

/** Sums of chunks of draws, moved by `centre` against cancellation. */
function momentsOf(a: Float64Array, b: Float64Array, centre: number): Moments[] {
  const out: Moments[] = [];
  for (let first = 0; first < a.length; first += CHUNK) {
    const end = Math.min(a.length, first + CHUNK);
    let [sa, sb, sab] = [0, 0, 0];
    for (let d = first; d < end; d++) {
      const x = a[d] - centre;
      const y = b[d] - centre;
      sa += x;
      sb += y;
      sab += x * y;
    }
    out.push({ n: end - first, a: sa, b: sb, ab: sab });
  }
  return out;
}

/** Covariance over all chunks, or all but one. */
function covariance(chunks: readonly Moments[], without = -1): number {
  let [n, a, b, ab] = [0, 0, 0, 0];
  chunks.forEach((chunk, i) => {
    if (i === without) return;
    n += chunk.n;
    a += chunk.a;
    b += chunk.b;
    ab += chunk.ab;
  });
  return (ab - (a * b) / n) / (n - 1);
}

/** Shares from all draws, with the jackknife's standard error over chunks (Efron & Stein 1981, doi:10.1214/aos/1176345462). */
function jackknifed(chunks: number, sources: number, at: (without: number) => readonly number[]): Share[] {
  const whole = at(-1);
  if (chunks < 2) return whole.map((share) => ({ share, error: 0 }));
  const left = Array.from({ length: chunks }, (_, i) => at(i));
  return Array.from({ length: sources }, (_, s) => {
    const mean = left.reduce((sum, shares) => sum + shares[s], 0) / chunks;
    const squares = left.reduce((sum, shares) => sum + (shares[s] - mean) * (shares[s] - mean), 0);
    return { share: whole[s], error: Math.sqrt(((chunks - 1) / chunks) * squares) };
  });
}

/**
 * Shapley split of the variance of a total that is linear in the effect and in the price: a set's value is the variance with the other fixed at
 * its mean. Sums to 1; a total without variance is put down to the effect.
 * Source: Owen 2014, Sobol' indices and Shapley value, doi:10.1137/130936233.
 */
export function twoSourceShares(both: Float64Array, effectOnly: Float64Array, priceOnly: Float64Array): UncertaintyShare[] {
  const centre = both[0];
  const [total, effect, price] = [both, effectOnly, priceOnly].map((values) => momentsOf(values, values, centre));
  const shares = jackknifed(total.length, 2, (without) => {
    const all = covariance(total, without);
    const share = all > 0 ? (covariance(price, without) + all - covariance(effect, without)) / (2 * all) : 0;
    return [1 - share, share];
  });
  // No true part is negative, but the draws of a small one may be.
  const within = ({ share, error }: Share): Share => ({ share: Math.min(1, Math.max(0, share)), error });
  return [
    { source: "effect", ...within(shares[0]) },
    { source: "price", ...within(shares[1]) },
  ];
}

/**
 * Shapley split of a variance over groups of independent inputs, exact over all subsets: c(S) = Cov(f(X), f(X_S, X'_−S)), X and X' two sets of
 * draws, each taking its turn as the frozen one. Sums to 1: no true part is negative, so what is drawn below 0 counts as 0. Without variance
 * the first group has it all.
 * Source: Owen 2014, doi:10.1137/130936233; Song, Nelson & Staum 2016, doi:10.1137/15M1048070.
 *
 * @param groups at most 6
 * @param value of a set of groups (bit i = group i): f with those groups from the first set of draws, the others from the second
 */
export function pickFreezeShares(groups: number, value: (set: number) => Float64Array): Share[] {
  const full = (1 << groups) - 1;
  const first = value(full);
  const second = value(0);
  const centre = first[0];
  const own: Moments[][] = [];
  const turned: Moments[][] = [];
  for (let set = 0; set <= full; set++) {
    const mixed = set === full ? first : set === 0 ? second : value(set);
    own[set] = momentsOf(first, mixed, centre);
    turned[full ^ set] = momentsOf(second, mixed, centre);
  }
  const shares = jackknifed(own[0].length, groups, (without) => {
    const worth = own.map((chunks, set) =>
      set === 0 ? 0 : (covariance(chunks, without) + covariance(turned[set], without)) / 2,
    );
    const total = worth[full];
    if (!(total > 0)) return Array.from({ length: groups }, (_, i) => (i === 0 ? 1 : 0));
    return shapleyValues(groups, (set) => worth[set]).map((part) => part / total);
  });
  const all = shares.reduce((sum, { share }) => sum + Math.max(0, share), 0);
  return shares.map(({ share, error }) => ({ share: Math.max(0, share) / all, error }));
}
