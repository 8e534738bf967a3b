import type { Variable } from "./risk-set.js";

export interface MomentVariable extends Variable {
  /** The variable it is a power of, by index. */
  readonly of: number;
  /** 1 for the variable itself. */
  readonly power: number;
}

/** The variables, then squares (and cubes) of those with more than two values, as deviations from the mean in standard deviations. */
export function momentVariables(variables: readonly Variable[], moments: number): MomentVariable[] {
  const all = variables.map((v, of): MomentVariable => ({ ...v, of, power: 1 }));
  const many = all.filter((v) => hasMoreThanTwo(v.values));
  for (let power = 2; power <= moments; power++) {
    for (const { name, values, of } of many) {
      const { mean, sd } = spread(values);
      const powers = values.map((v) => {
        const z = (v - mean) / sd;
        return power === 2 ? z * z : z * z * z;
      });
      all.push({ name: `${name}^${power}`, values: powers, of, power });
    }
  }
  return all;
}

function hasMoreThanTwo(values: Float64Array): boolean {
  const seen = new Set<number>();
  return values.some((v) => seen.add(v).size > 2);
}

function spread(values: Float64Array): { mean: number; sd: number } {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  return { mean, sd: Math.sqrt(values.reduce((a, b) => a + (b - mean) * (b - mean), 0) / values.length) };
}
