import { fail } from "@kontrafakt/base";
import { tQuantile } from "@kontrafakt/numerics";
import { aggregate } from "../att-gt/aggregate.js";
import type { Effects, Fit, Interval, Term } from "../effects-value.js";
import { linearCombination } from "../linear-combination.js";
import { messages } from "../messages.js";
import { levelPairs } from "./level-pairs.js";
import { type Ratio, ratio } from "./ratio.js";

export interface RelativeEffectsOptions {
  /** One mean from the start on, one by event time, or one by group from its start on. Default simple. */
  readonly by?: "simple" | "event" | "group";
  readonly level?: number;
}

/** An effect in the outcome's unit and as a share of what would have been. */
export interface RelativeEffect {
  readonly event?: number;
  readonly group?: number;
  /** Treated person-periods. */
  readonly personPeriods: number;
  readonly difference: Interval;
  readonly ratio: Ratio;
}

export interface RelativeEffects {
  readonly kind: "relative-effects";
  readonly outcome: string;
  readonly unit: string;
  readonly by: "simple" | "event" | "group";
  readonly level: number;
  readonly effects: readonly RelativeEffect[];
}

/**
 * Differences and ratios side by side. Cells are averaged by their groups' shares, whose uncertainty is carried along, where the effects
 * know them (`aggregate`), else by their treated people, taken as given (`mean`, `events`). An estimator without cells gives its own terms of
 * that kind. Cells that could not be estimated are left out.
 * @param fit or what its `withLevels` gave
 * @throws KontrafaktError where the fit has no treated means, no such outcome or no term of that kind, or how effect and level go together is
 *   not known
 */
export function relativeEffects(
  fit: Fit | Effects,
  outcome: string,
  { by = "simple", level = 0.95 }: RelativeEffectsOptions = {},
): RelativeEffects {
  const given = "kind" in fit ? fit : fit.withLevels?.();
  if (!given) return fail("effects/ratio-without-levels", {}, { outcome }, messages);
  if (!given.terms.some((t) => t.outcome === outcome)) {
    const names = [...new Set(given.terms.map((t) => t.outcome))].join(", ");
    fail("effects/no-outcome", {}, { name: outcome, names }, messages);
  }
  if (given.bounded) fail("effects/ratio-bounded", {}, { outcome }, messages);
  const averaged = "shares" in given.basis && given.basis.shares && given.terms.some((t) => t.kind === "cell");
  const effects = averaged ? aggregate(given, { type: AGGREGATES[by] }) : given;
  const differences = levelPairs(effects.terms).map(({ difference }) => difference);
  const own = differences.flatMap((k, j) => (effects.terms[k].outcome === outcome ? [j] : []));
  const term = (j: number) => effects.terms[differences[j]];
  const cells = own.filter((j) => term(j).kind === "cell" && !Number.isNaN(effects.estimate[differences[j]]));
  const groups = cells.length > 0 ? averages(cells, term, by) : own.filter((j) => isOf(term(j), by)).map((j) => [j]);
  if (groups.length === 0) fail("effects/ratio-no-term", { option: "by" }, { outcome, by }, messages);
  return {
    kind: "relative-effects",
    outcome,
    unit: term(groups[0][0]).unit,
    by,
    level,
    effects: groups.map((members): RelativeEffect => {
      const first = term(members[0]);
      const all = members.reduce((sum, j) => sum + term(j).n, 0);
      const c = new Float64Array(differences.length);
      for (const j of members) c[j] = members.length === 1 ? 1 : term(j).n / all;
      const full = new Float64Array(effects.terms.length);
      for (const j of members) full[differences[j]] = c[j];
      const { estimate, se, df } = linearCombination(effects, full);
      const half = df > 0 ? tQuantile((1 + level) / 2, df) * se : Number.NaN;
      return {
        ...(by === "event" && { event: first.event }),
        ...(by === "group" && { group: first.group }),
        personPeriods: members.reduce((sum, j) => sum + term(j).personPeriods, 0),
        difference: { estimate, se, df, lower: estimate - half, upper: estimate + half },
        ratio: ratio(effects, c, level),
      };
    }),
  };
}

const AGGREGATES = { simple: "simple", event: "dynamic", group: "group" } as const;

/** Members of each average, by event time or group ascending. */
function averages(cells: readonly number[], term: (j: number) => Term, by: "simple" | "event" | "group"): number[][] {
  const after = cells.filter((j) => term(j).event! >= 0);
  if (by === "simple") return after.length > 0 ? [after] : [];
  const members = by === "event" ? cells : after;
  const keys = [...new Set(members.map((j) => term(j)[by]!))].sort((a, b) => a - b);
  return keys.map((key) => members.filter((j) => term(j)[by] === key));
}

function isOf({ kind }: Term, by: "simple" | "event" | "group"): boolean {
  return by === "simple" ? kind === "simple" || kind === "static" : kind === by;
}
