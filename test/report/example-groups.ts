import type { GroupsResults, InferenceResult } from "@kontrafakt/study";
import { exampleResults } from "./example.js";

/** Nobody is matched: nothing goes by matched sets. */
const ofGroups = ({ choice: _, beside, ...rest }: InferenceResult): InferenceResult => ({
  ...rest,
  beside: beside.filter(({ method }) => method !== "permutation"),
});

/** The example's money with effects of groups, read from published cells. */
export function groupsExample(change: Partial<GroupsResults["groups"]> = {}): GroupsResults {
  const {
    flow,
    waves,
    analysed: _a,
    balance: _b,
    matching: _m,
    bracket: _c,
    outcomes,
    verification,
    ...common
  } = exampleResults();
  return {
    ...common,
    design: "groups",
    flow: { files: flow.files.slice(0, 1) },
    groups: {
      source: "cells",
      estimator: "attGt",
      label: "attGt (reg, never)",
      cohorts: [
        ...waves.map((w) => ({ start: w.ordinal, label: w.label, units: w.starters })),
        { start: null, label: "never", units: 2721 },
      ],
      covariance: "conservative",
      ...change,
    },
    outcomes: outcomes.map(({ paths: _p, levels: _l, naive: _n, others: _o, beside: _s, inference, ...o }) => ({
      ...o,
      ...(inference && { inference: ofGroups(inference) }),
      events: o.events.map((e) => ({ ...e, role: e.event === -1 ? "base" : e.event < 0 ? "held-back" : "after" })),
    })),
    verification: { ...verification, evidence: undefined, caps: ["not-matched", "no-permutation"], inference: undefined },
  };
}
