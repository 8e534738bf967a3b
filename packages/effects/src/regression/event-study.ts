import { fail, problem } from "@kontrafakt/base";
import { ALWAYS, NEVER, type Panel } from "@kontrafakt/cohort";
import type { Fit } from "../effects-value.js";
import { oneTreatedCluster } from "../inference/one-treated-cluster.js";
import { messages } from "../messages.js";
import { type EventStudyOptions, type EventStudyOptionsInput, eventStudyOptions } from "../options/event-study-options.js";
import { parseOptions } from "../options/parse-options.js";
import { fitRegression } from "./fit-regression.js";
import { regressionGroups } from "./regression-groups.js";
import type { TermPlan } from "./term-plan.js";

/**
 * Two-way fixed effects with one coefficient for each event time, the never treated and the reference event time at 0. Terms of kind `event`.
 * Where effects differ between groups that start at different times, each coefficient mixes those of other event times
 * (Sun & Abraham 2021, doi:10.1016/j.jeconom.2020.09.006): `sunAbraham` does not.
 * Units that started by the first period have no period before and are left out. Where nobody is never treated a straight line over event
 * time cannot be told from the fixed effects: the earliest event time is then set to 0 too, and a problem says so.
 * @throws KontrafaktError on unknown names, where nobody is treated, or nobody is seen at the reference
 */
export function eventStudy(panel: Panel, input: EventStudyOptionsInput = {}): Fit {
  const options = parseOptions(eventStudyOptions, input);
  const fit = fitRegression(panel, eventStudyPlan(panel, options), options);
  return oneTreatedCluster(fit, options.compat !== "none" || options.inference.covariance === "CR0");
}

export function eventStudyPlan(panel: Panel, options: EventStudyOptions): TermPlan {
  const { anticipation, window } = options;
  const { ordinals } = panel.periods;
  const reference = options.reference - anticipation;
  const { group, always, problems } = regressionGroups(panel, anticipation, options.effects);
  if (window && (reference < window[0] || window[0] >= window[1])) {
    fail("effects/event-window", { option: "window" }, { from: window[0], to: window[1], reference }, messages);
  }
  if (always > 0) problems.push(problem("effects/always-treated", "warning", {}, { count: always }));
  const eventOf = (g: number, t: number) => {
    const event = ordinals[t] - g;
    if (!window) return event;
    return Math.min(Math.max(event, window[0] - 1), window[1] + 1);
  };
  return {
    estimator: "two-way fixed effects by event time",
    group,
    out: Uint8Array.from(group, (g) => (g === ALWAYS || g <= ordinals[0] + anticipation ? 1 : 0)),
    periods: ordinals.length,
    anticipation,
    problems,
    neverOnly: false,
    terms(groups, present, outcome) {
      const found = new Set<number>();
      const pooled = new Set<number>();
      for (const g of groups) {
        for (let t = 0; t < ordinals.length; t++) {
          if (!present(g, t)) continue;
          found.add(eventOf(g, t));
          if (eventOf(g, t) !== ordinals[t] - g) pooled.add(eventOf(g, t));
        }
      }
      if (groups.length > 0 && !found.delete(reference)) {
        fail("effects/no-reference", { option: "reference" }, { outcome, reference }, messages);
      }
      const events = [...found].sort((a, b) => a - b);
      const place = new Map(events.map((e, k) => [e, k]));
      // Of collinear event times the earliest goes.
      const precedence = [...events.keys()].sort((a, b) => b - a);
      return {
        labels: events.map((event) => ({ kind: "event", event })),
        at: (g, t) => (g === NEVER ? -1 : (place.get(eventOf(g, t)) ?? -1)),
        precedence,
        problems: [...pooled]
          .sort((a, b) => a - b)
          .map((event) =>
            problem(event < 0 ? "effects/event-pooled-before" : "effects/event-pooled-after", "note", {}, { outcome, event }),
          ),
      };
    },
  };
}
