import type { Periods } from "@kontrafakt/base";
import type { Term } from "@kontrafakt/effects";
import { sdOf } from "../draws/distribution.js";
import type { PersistenceOptions } from "../options/persistence-options.js";
import type { PlanOptions } from "../options/plan-options.js";
import type { UncertaintyOptions } from "../options/uncertain-options.js";
import { type Assumption, courseIndex, openAssumption, persistenceFactors } from "../persistence/assumption.js";
import type { AssumedEffects, AssumedRow, AssumedTerm, PlannedStarters } from "./plan-value.js";

type Plan = Pick<PlanOptions, "until" | "outcomes" | "dropouts" | "successRate">;

/** What the terms after the last stated year need of the options. */
interface Options {
  readonly persistence: PersistenceOptions;
  readonly uncertainty: UncertaintyOptions;
}

/**
 * Effects before anything is observed: for each outcome, start year and calendar year to the plan's end the stated change per starter, less
 * dropouts, those it does not succeed for, and optimism bias; after the last stated year what persistence leaves of it. An outcome's effects
 * turn out high or low together in all years and waves; outcomes are independent but within a group. Variances are those of the stated
 * distributions, starters and persistence taken as planned.
 *
 * N·s·Δq of the Danish SØM form (Socialstyrelsen, Den Socialøkonomiske Investeringsmodel), with Δq by year since the start.
 *
 * @param rows by year since the start, without gaps, each once an outcome
 * @throws as `openAssumption`
 */
export function assumedEffects(
  rows: readonly AssumedRow[],
  starters: readonly PlannedStarters[],
  plan: Plan,
  { persistence, uncertainty }: Options,
): AssumedEffects {
  const terms: Term[] = [];
  const inputs: AssumedTerm[] = [];
  const reached = (1 - plan.dropouts) * plan.successRate;
  const names = Object.keys(plan.outcomes);
  let assumption: Assumption | undefined;
  for (const [outcome, { unit, group }] of Object.entries(plan.outcomes)) {
    const own = rows.filter((row) => row.outcome === outcome);
    starters.forEach(({ year, starters: n }, wave) => {
      if (!(n > 0)) return;
      const add = (row: AssumedRow, time: number, left?: AssumedTerm["left"]) => {
        if (time > plan.until) return;
        const { distribution, sign, effect, optimismBias } = row;
        const counts = reached * (1 - optimismBias) * sign;
        const place = { kind: "total", scale: "difference", group: year, time, event: time - year } as const;
        terms.push({ outcome, unit, ...place, n, controls: 0, personPeriods: n });
        inputs.push({
          outcome,
          wave,
          counts,
          value: sign * effect,
          distribution,
          ...(group !== undefined && { group }),
          ...(left && { left }),
        });
      };
      for (const row of own) add(row, year + row.yearSinceStart);
      const last = own.at(-1);
      if (last === undefined) return;
      const stated: Periods = { unit: "year", ordinals: Int32Array.of(year + last.yearSinceStart) };
      const after = openAssumption(persistence, names, stated, {});
      if (after === undefined) return;
      assumption ??= after;
      const course = courseIndex(after, outcome);
      const factors = persistenceFactors(after, after.courses[course].course);
      after.columns.forEach(({ year: time, from, to }, a) => {
        if (factors[a] > 0) add(last, time, { course, from, to, share: factors[a] });
      });
    });
  }
  return {
    effects: {
      kind: "effects",
      estimator: "assumed",
      terms,
      estimate: Float64Array.from(inputs, (term) => sizeOf(term) * term.value),
      covariance: assumedCovariance(inputs, uncertainty.correlation),
      df: new Float64Array(terms.length).fill(Number.POSITIVE_INFINITY),
      clusters: 0,
      basis: { kind: "assumed" },
      problems: [],
    },
    inputs: { starters, terms: inputs, ...(assumption && { assumption }) },
  };
}

function sizeOf({ counts, left }: AssumedTerm): number {
  return counts * (left?.share ?? 1);
}

function assumedCovariance(terms: readonly AssumedTerm[], correlation: UncertaintyOptions["correlation"]): Float64Array {
  const K = terms.length;
  const covariance = new Float64Array(K * K);
  const sd = terms.map((term) => sizeOf(term) * sdOf(term.distribution));
  for (let j = 0; j < K; j++) {
    for (let k = 0; k < K; k++) covariance[j * K + k] = sd[j] * sd[k] * together(terms[j], terms[k], correlation);
  }
  return covariance;
}

function together(a: AssumedTerm, b: AssumedTerm, correlation: UncertaintyOptions["correlation"]): number {
  if (a.outcome === b.outcome) return 1;
  if (a.group === undefined || a.group !== b.group) return 0;
  return Object.hasOwn(correlation, a.group) ? correlation[a.group] : 1;
}
