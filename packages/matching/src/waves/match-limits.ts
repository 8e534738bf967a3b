import type { Panel } from "@kontrafakt/cohort";
import { agreement } from "./agreement.js";
import type { Matched } from "./matched.js";
import type { RiskSet, Variable } from "./risk-set.js";
import { strataColumns } from "./strata-columns.js";
import { waveLimits } from "./wave-limits.js";

/** What keeps a starter and another person of its wave apart. */
export type Limit =
  /** The other's household, or whatever clustering is excluded, has started. */
  | { readonly limit: "excluded" }
  /** The lot offered the other to another wave. */
  | { readonly limit: "offered-elsewhere" }
  /** Their scores differ by more than the caliper; both in units of the linear score, or of probability where that is the distance. */
  | { readonly limit: "caliper"; readonly difference: number; readonly width: number }
  /** A variable differs by more than its caliper; both in its own units. */
  | { readonly limit: "calipers"; readonly name: string; readonly difference: number; readonly width: number }
  /** They must agree, or differ, in this. */
  | { readonly limit: "exact" | "antiExact"; readonly name: string }
  /** They lie in different intervals, or have different values, of this. */
  | { readonly limit: "stratum"; readonly name: string }
  /** Others have the control: starters of this wave, or of an earlier one. */
  | { readonly limit: "taken"; readonly by: readonly number[] };

export interface Limits {
  /** Everything that keeps a starter's row and another's apart. */
  readonly between: (starter: number, other: number) => Limit[];
  /** How many kinds of limits do, but for `taken`. */
  readonly apart: (starter: number, other: number) => number;
}

/** The limits that the options of a match set, over its rows at risk. */
export function limitsOf(panel: Panel, matched: Matched, rows: RiskSet, variables: readonly Variable[]): Limits {
  const { options, atRisk, comparison, caliperWidth } = matched;
  const near = options.method === "nearest";
  const strata = options.method === "exact" || options.method === "coarsened";
  const takes = Uint8Array.from(atRisk.offered, (o, r) => (o === 1 || rows.treated[r] === 1 ? 1 : 0));
  const columns = strata ? strataColumns({ panel, rows, variables, options }, takes) : [];
  const named = (names: readonly string[], option: "exact" | "antiExact") =>
    (near ? names : []).map((name) => ({ name, columns: agreement(panel, rows.unit, [name], option) }));
  const score = options.distance === "probability" ? atRisk.probability : atRisk.score;
  const names = Object.keys(options.calipers);
  const calipers = near
    ? waveLimits({ panel, rows, variables, options }).calipers.map((caliper, j) => ({ name: names[j], ...caliper }))
    : [];
  const exact = named(options.exact, "exact");
  const antiExact = named(options.antiExact, "antiExact");

  const fixed = (starter: number, other: number): Limit[] => {
    const found: Limit[] = [];
    if (atRisk.eligible[other] === 0) found.push({ limit: "excluded" });
    else if (atRisk.offered[other] === 0) found.push({ limit: "offered-elsewhere" });
    const difference = Math.abs(score[starter] - score[other]);
    if (near && difference > caliperWidth) found.push({ limit: "caliper", difference, width: caliperWidth });
    for (const { name, values, width } of calipers) {
      const gap = Math.abs(values[starter] - values[other]);
      if (!(gap <= width)) found.push({ limit: "calipers", name, difference: gap, width });
    }
    const agree = (values: readonly Float64Array[]): boolean => values.every((v) => v[starter] === v[other]);
    const known = (values: readonly Float64Array[]): boolean => values.every((v) => !Number.isNaN(v[starter] + v[other]));
    for (const { name, columns: values } of exact) if (!agree(values)) found.push({ limit: "exact", name });
    for (const { name, columns: values } of antiExact)
      if (agree(values) || !known(values)) found.push({ limit: "antiExact", name });
    const apart = new Set(columns.filter(({ values }) => values[starter] !== values[other]).map(({ name }) => name));
    for (const name of apart) found.push({ limit: "stratum", name });
    return found;
  };

  // How many sets of its wave may have a control.
  const pairs = options.method === "coarsened" && options.coarsening.k2k;
  const alone = near ? !options.replace : pairs;
  const capacity = alone ? 1 : near ? (options.reuseLimit ?? Number.POSITIVE_INFINITY) : Number.POSITIVE_INFINITY;

  /** Starters who have the control and leave it to no others: of this wave once it serves no more, and under `share: first` of earlier ones. */
  const takers = (other: number): number[] => {
    const wave = atRisk.wave[other];
    const now = new Set<number>();
    const before = new Set<number>();
    comparison.unit.forEach((i, k) => {
      if (i !== rows.unit[other] || comparison.role[k] !== 0) return;
      if (comparison.wave[k] === wave) now.add(comparison.set[k]);
      else if (options.share === "first" && comparison.wave[k] < wave) before.add(comparison.set[k]);
    });
    const has = (set: number): boolean => before.has(set) || (now.size >= capacity && now.has(set));
    return [...new Set(comparison.unit.filter((_, k) => comparison.role[k] === 1 && has(comparison.set[k])))];
  };

  return {
    apart: (starter, other) => fixed(starter, other).length,
    between: (starter, other) => {
      const by = takers(other);
      return by.length > 0 ? [...fixed(starter, other), { limit: "taken", by }] : fixed(starter, other);
    },
  };
}
