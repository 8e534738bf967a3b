import { combine } from "./combine.js";
import type { Effects, Term } from "./effects-value.js";

/** Weights of a total: treated people of each cell from the start on, 0 elsewhere. */
export function totalWeights(effects: Effects, outcome: string): Float64Array {
  return Float64Array.from(effects.terms, (t) => (t.kind === "cell" && t.outcome === outcome && t.event! >= 0 ? t.n : 0));
}

/** Σ_g Σ_{t ≥ g} n_gt ATT(g, t): what the programme changed for these people in the time they were seen, in the outcome's unit. */
export function total(effects: Effects, outcome: string): Effects {
  return combine(effects, totalWeights(effects, outcome), [wholeTerm(effects, outcome, "total")]);
}

/** Term of a figure over all cells from the start on. `n` counts the treated of each wave's fullest cell. */
export function wholeTerm(effects: Effects, outcome: string, kind: "total" | "simple"): Term {
  let personPeriods = 0;
  const treated = new Map<number, number>();
  const controls = new Map<number, number>();
  let unit = "";
  for (const t of effects.terms) {
    if (t.kind !== "cell" || t.outcome !== outcome) continue;
    unit = t.unit;
    if (t.event! < 0) continue;
    personPeriods += t.n;
    treated.set(t.group!, Math.max(treated.get(t.group!) ?? 0, t.n));
    controls.set(t.group!, Math.max(controls.get(t.group!) ?? 0, t.controls));
  }
  const sum = (m: Map<number, number>) => [...m.values()].reduce((a, b) => a + b, 0);
  return { outcome, unit, kind, scale: "difference", n: sum(treated), controls: sum(controls), personPeriods };
}
