import { averages, combine, type Effects, type Term } from "@kontrafakt/effects";
import { takeTerms } from "../disclosure/small-cells.js";
import type { Beside } from "../results.js";

type AverageType = Beside["averages"][number]["type"];

/**
 * An average with its parts, the numbers of treated taken as given: over cells, or over event times where an estimator has nothing finer. The whole
 * is made as `aggregate` makes it (the plain mean of event times from the start on, or of periods; groups by their treated), and comes first.
 * Cells that were not estimated are in none.
 *
 * @param effects of one outcome
 */
export function fixedAverages(effects: Effects, type: AverageType): Effects | undefined {
  const found = takeTerms(
    effects,
    effects.terms.flatMap((_, k) => (Number.isNaN(effects.estimate[k]) ? [] : [k])),
  );
  if (found.terms.length === 0) return undefined;
  const { outcome } = found.terms[0];
  const isEvents = found.terms.every(({ kind }) => kind === "event");
  if (!found.terms.some((t) => (t.event as number) >= 0) && type !== "dynamic") return undefined;
  if (type === "simple") return averages(found, outcome, { by: "simple" });
  const parts = isEvents ? found : averages(found, outcome, { by: type === "dynamic" ? "event" : type });
  const counted = parts.terms.map(({ event, n }) =>
    type === "group" ? n : type === "calendar" || (event as number) >= 0 ? 1 : 0,
  );
  const all = counted.reduce((a, b) => a + b, 0);
  if (all === 0) return parts;
  const P = parts.terms.length;
  const weights = new Float64Array((P + 1) * P);
  counted.forEach((weight, k) => {
    weights[k] = weight / all;
    weights[(k + 1) * P + k] = 1;
  });
  const [first] = parts.terms;
  const most = (of: (t: Term) => number) => parts.terms.reduce((max, t, k) => (counted[k] > 0 ? Math.max(max, of(t)) : max), 0);
  const whole: Term = {
    outcome: first.outcome,
    unit: first.unit,
    kind: "overall",
    scale: first.scale,
    of: type,
    n: type === "group" ? all : most((t) => t.n),
    controls: most((t) => t.controls),
    personPeriods: parts.terms.reduce((sum, t, k) => sum + (counted[k] > 0 ? t.personPeriods : 0), 0),
  };
  return combine(parts, weights, [whole, ...parts.terms]);
}
