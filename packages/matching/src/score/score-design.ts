import type { RiskSet, Variable } from "../waves/risk-set.js";

export interface ScoreDesign {
  /** n × k, row-major: an indicator of each wave, then the variables that are not constant, each less its mean over its SD. */
  readonly x: Float64Array;
  readonly n: number;
  readonly k: number;
  /** Wave indicators at the front. */
  readonly intercepts: number;
  /** k names: `wave 1`, `wave 2` …, then those of the variables. */
  readonly names: string[];
  /** The variable of each column after the wave indicators. */
  readonly variable: number[];
  /** 1 for each variable that is the same in every row and therefore has no column. */
  readonly constant: Uint8Array;
}

/**
 * The design of a score: one intercept a wave, slopes shared across waves. Rows with equal variables in one wave are bitwise equal.
 * @param without variables that get no column, by index
 */
export function scoreDesign(
  rows: RiskSet,
  variables: readonly Variable[],
  without: { has(variable: number): boolean } = new Set(),
): ScoreDesign {
  const n = rows.unit.length;
  const intercepts = rows.waves.length;
  const scales = variables.map(({ values }) => scaleOf(values));
  const variable = variables.map((_, j) => j).filter((j) => scales[j] !== undefined && !without.has(j));
  const k = intercepts + variable.length;
  const x = new Float64Array(n * k);
  for (let r = 0; r < n; r++) x[r * k + rows.wave[r]] = 1;
  variable.forEach((j, a) => {
    const { values } = variables[j];
    const { mean, sd } = scales[j] as Scale;
    for (let r = 0, at = intercepts + a; r < n; r++, at += k) x[at] = (values[r] - mean) / sd;
  });
  return {
    x,
    n,
    k,
    intercepts,
    names: [...Array.from(rows.waves, (_, w) => `wave ${w + 1}`), ...variable.map((j) => variables[j].name)],
    variable,
    constant: Uint8Array.from(scales, (s) => (s ? 0 : 1)),
  };
}

interface Scale {
  readonly mean: number;
  readonly sd: number;
}

/** Mean and SD over the rows; undefined for a constant. */
function scaleOf(values: Float64Array): Scale | undefined {
  let total = 0;
  for (const v of values) total += v;
  const mean = total / values.length;
  let spread = 0;
  for (const v of values) spread += (v - mean) * (v - mean);
  const sd = Math.sqrt(spread / values.length);
  const first = values[0];
  if (!(sd > 0) || values.every((v) => v === first)) return undefined;
  return { mean, sd };
}
