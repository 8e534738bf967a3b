import type { Context, Problem } from "@kontrafakt/base";
import { type Bands, bands } from "./bands.js";
import { combine } from "./combine.js";
import type { Effects, Interval, Term } from "./effects-value.js";
import { interval, standardError } from "./interval.js";
import type { InferenceOptions } from "./options/inference-options.js";

/**
 * Event study of one outcome from its cells: at each event time the average over waves, weighted by the treated people in each cell.
 * The weights are taken as given (these people), unlike `aggregate(…, "dynamic")`.
 */
export function events(effects: Effects, outcome: string): Effects {
  const cells = effects.terms.flatMap((t, k) => (t.kind === "cell" && t.outcome === outcome ? [k] : []));
  const times = [...new Set(cells.map((k) => effects.terms[k].event!))].sort((a, b) => a - b);
  const K = effects.terms.length;
  const weights = new Float64Array(times.length * K);
  const terms = times.map((event, r): Term => {
    const members = cells.filter((k) => effects.terms[k].event === event);
    const n = members.reduce((sum, k) => sum + effects.terms[k].n, 0);
    for (const k of members) weights[r * K + k] = effects.terms[k].n / n;
    return {
      outcome,
      unit: effects.terms[members[0]].unit,
      kind: "event",
      scale: "difference",
      event,
      n,
      controls: members.reduce((sum, k) => sum + effects.terms[k].controls, 0),
      personPeriods: n,
    };
  });
  return combine(effects, weights, terms);
}

export type EventRole = "held-back" | "history" | "base" | "gap" | "anticipation" | "after";

/** What an event time's role depends on; `historyUsed` counts from time zero, the gap included. */
export interface EventUse {
  readonly anticipation: number;
  readonly gap: number;
  readonly baseWindow: number;
  readonly historyUsed: number;
}

/** What a period was used for, by event time. A period in the gap was left out on purpose: it is neither base nor held back. */
export function eventRole(event: number, use: EventUse): EventRole {
  if (event >= 0) return "after";
  if (event >= -use.anticipation) return "anticipation";
  if (event >= -use.anticipation - use.gap) return "gap";
  if (event >= -use.anticipation - use.gap - use.baseWindow) return "base";
  return event >= -use.anticipation - use.historyUsed ? "history" : "held-back";
}

/** Intervals of an event study, and how the joint limits of either side were made; absent where a side has none. */
export interface EventBands {
  readonly limits: Interval[];
  readonly used: { readonly after?: Bands["used"]; readonly before?: Bands["used"] };
  readonly problems: readonly Problem[];
}

/**
 * Intervals of the event study with two bands: one over the periods from the start on, where the claim is, and one over those before.
 * One band over both would widen the first for the sake of periods nobody makes a claim about.
 * @param kind as of `bands`
 */
export async function eventBands(
  study: Effects,
  level: number,
  name: string,
  context: Context,
  kind: InferenceOptions["bands"] = "auto",
): Promise<EventBands> {
  const after = study.terms.flatMap((t, k) => (t.event! >= 0 ? [k] : []));
  const before = study.terms.flatMap((t, k) => (t.event! < 0 ? [k] : []));
  const out: Interval[] = [];
  const used: { after?: Bands["used"]; before?: Bands["used"] } = {};
  const problems: Problem[] = [];
  for (const [side, indices] of [["after", after] as const, ["before", before] as const]) {
    if (!indices.some((k) => standardError(study, k) > 0)) {
      for (const k of indices) out[k] = interval(study, k, level);
      continue;
    }
    const found = await bands(study, indices, level, `${name}/${side}`, context, kind);
    used[side] = found.used;
    problems.push(...found.problems);
    indices.forEach((k, i) => {
      out[k] = found.limits[i];
    });
  }
  return { limits: out, used, problems };
}
