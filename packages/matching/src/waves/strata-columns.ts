import { fail } from "@kontrafakt/base";
import { isBinary } from "../balance/balance-measures.js";
import { messages } from "../messages.js";
import type { Cuts } from "../options/strata-options.js";
import { coarsen } from "../strata/coarsen.js";
import { agreement, isOf } from "./agreement.js";
import type { MethodInput } from "./method.js";
import type { Variable } from "./risk-set.js";
import { scoreVariables, unknown, withIndicators } from "./score-variables.js";

/** One thing that rows of a stratum agree in. */
export interface StrataColumn {
  readonly name: string;
  /** Value or interval of each row; NaN agrees with nothing. */
  readonly values: Float64Array;
  /** Intervals it is cut into; 0 where it is compared as it is. */
  readonly intervals: number;
}

/**
 * The columns of exact matching: those named in `exact`, else every one asked for. Of coarsened matching: those named in `exact` as they
 * are, and every other covariate and history variable asked for cut into intervals over all who take part, wave by wave alike; 0/1 variables are not cut.
 * A histogram rule is told of people, not of people × waves.
 * @param takes 1 where the row takes part
 */
export function strataColumns(
  input: Pick<MethodInput, "panel" | "rows" | "variables" | "options">,
  takes: Uint8Array,
): StrataColumn[] {
  const { panel, rows, options } = input;
  const { exact, coarsening, method } = options;
  const found = exact.flatMap((name) =>
    agreement(panel, rows.unit, [name], "exact").map((values): StrataColumn => ({ name, values, intervals: 0 })),
  );
  if (method === "exact" && exact.length > 0) return found;
  const variables = comparedVariables(input);
  const cuts = cutsByName(variables, coarsening.by);
  const people = countPeople(rows.unit, takes);
  for (const v of variables) {
    const cut = v.missing ? undefined : cuts.get(v.name);
    const uncut = exact.some((name) => isOf(v.name, name));
    const whole = uncut || isBinary(v.values);
    if (whole && cut !== undefined && method === "coarsened") {
      fail("matching/never-cut", { option: `matching.coarsening.by.${v.name}` }, { variable: v.name }, messages);
    }
    if (uncut) continue;
    if (whole || method === "exact") {
      found.push({ name: v.name, values: v.values, intervals: 0 });
      continue;
    }
    const known = v.values.map((value, r) => (takes[r] === 1 ? value : Number.NaN));
    const { of, breaks } = coarsen(known, cut ?? coarsening.cuts, people);
    const values = Float64Array.from(of, (interval) => (interval < 0 ? Number.NaN : interval));
    found.push({ name: v.name, values, intervals: breaks.length + 1 });
  }
  return found;
}

/** The covariates and history asked for, whatever formula the score has: strata know no terms. */
function comparedVariables({ panel, rows, variables, options }: Parameters<typeof strataColumns>[0]): readonly Variable[] {
  if (options.score.formula === undefined) return variables.filter((v) => v.term !== true);
  const asked = scoreVariables(panel, rows, options).variables;
  if (options.missing === "exclude") return asked;
  const { filled, indicators } = withIndicators(asked);
  return [...filled, ...indicators];
}

/** Cuts by variable: named itself, or by its outcome for every window of it. */
function cutsByName(variables: readonly Variable[], by: Readonly<Record<string, Cuts>>): Map<string, Cuts> {
  const found = new Map<string, Cuts>();
  const given = Object.entries(by);
  for (const [name, cut] of given) {
    const windows = variables.filter((v) => v.outcome === name && v.missing !== true);
    for (const v of windows) found.set(v.name, cut);
    if (windows.length === 0 && !variables.some((v) => v.name === name)) unknown("coarsening.by", name, variables);
  }
  for (const [name, cut] of given) if (variables.some((v) => v.name === name)) found.set(name, cut);
  return found;
}

function countPeople(unit: Int32Array, takes: Uint8Array): number {
  const people = new Set<number>();
  for (let r = 0; r < unit.length; r++) if (takes[r] === 1) people.add(unit[r]);
  return people.size;
}
