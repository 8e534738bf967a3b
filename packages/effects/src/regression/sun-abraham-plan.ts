import { fail, type Problem, problem } from "@kontrafakt/base";
import { ALWAYS, NEVER, type Panel } from "@kontrafakt/cohort";
import { messages } from "../messages.js";
import type { SunAbrahamOptions } from "../options/sun-abraham-options.js";
import { regressionGroups } from "./regression-groups.js";
import type { TermPlan } from "./term-plan.js";

/** Cohorts by period, each against its own reference: its latest period at or before start + reference − anticipation. */
export function sunAbrahamPlan(panel: Panel, options: SunAbrahamOptions): TermPlan {
  const { anticipation, control } = options;
  const { ordinals } = panel.periods;
  const reference = options.reference - anticipation;
  const { group, always, problems } = regressionGroups(panel, anticipation, options.effects);
  const early = (g: number) => g === ALWAYS || g <= ordinals[0] + anticipation;
  const out = Uint8Array.from(group, (g) => (early(g) ? 1 : 0));
  if (always > 0) problems.push(problem("effects/always-treated", "warning", {}, { count: always }));
  let periods = ordinals.length;
  if (control === "last") periods = lastAsControl(group, out, ordinals, anticipation, problems);
  else if (!group.includes(NEVER)) fail("effects/no-never-treated-cohort", { option: "control" }, {}, messages);
  const none = new Map<number, number>();
  group.forEach((g, i) => {
    if (out[i] === 1 || g === NEVER || ordinals[0] <= g + reference) return;
    out[i] = 1;
    none.set(g, (none.get(g) ?? 0) + 1);
  });
  for (const [g, count] of none) problems.push(problem("effects/cohort-no-reference", "warning", {}, { group: g, count }));
  return {
    estimator: `event study by cohort, ${control === "never" ? "never treated" : "last cohort"} as control`,
    group,
    out,
    periods,
    anticipation,
    problems,
    neverOnly: true,
    terms(groups, present, outcome) {
      const base = new Map<number, number>();
      const missing: Problem[] = [];
      for (const g of groups) {
        let t = periods - 1;
        while (t >= 0 && !(ordinals[t] <= g + reference && present(g, t))) t--;
        if (t >= 0) base.set(g, t);
        else missing.push(problem("effects/cohort-reference-unseen", "warning", {}, { outcome, group: g }));
      }
      const key = (g: number, t: number) => `${g}/${t}`;
      const place = new Map<string, number>();
      const labels = [];
      const hidden = new Set<number>();
      for (const g of groups) {
        for (let t = 0; t < periods; t++) {
          if (base.get(g) === t || !present(g, t)) continue;
          if (!base.has(g)) hidden.add(labels.length);
          place.set(key(g, t), labels.length);
          labels.push({ kind: "cell" as const, group: g, time: ordinals[t], event: ordinals[t] - g });
        }
      }
      return { labels, at: (g, t) => place.get(key(g, t)) ?? -1, hidden, problems: missing };
    },
  };
}

/** The cohort that starts last becomes the control; periods from its start on, and the never treated, are left out. */
function lastAsControl(
  group: Int32Array,
  out: Uint8Array,
  ordinals: Int32Array,
  anticipation: number,
  problems: Problem[],
): number {
  let latest = ALWAYS;
  let never = 0;
  group.forEach((g, i) => {
    if (g === NEVER) never++;
    else if (out[i] === 0) latest = Math.max(latest, g);
  });
  if (latest === ALWAYS) fail("effects/no-treated", {}, { from: ordinals[0], to: ordinals[ordinals.length - 1] }, messages);
  group.forEach((g, i) => {
    if (g === NEVER) out[i] = 1;
    else if (g === latest) group[i] = NEVER;
  });
  const from = latest - anticipation;
  problems.push(problem("effects/last-cohort-as-control", "note", { option: "control" }, { group: latest, from, count: never }));
  const periods = ordinals.filter((t) => t < from).length;
  if (periods < 2) fail("effects/one-period", {}, { periods }, messages);
  return periods;
}
