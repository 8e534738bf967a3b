import { pseudoInverse } from "@kontrafakt/numerics";
import type { EfficientDesign } from "./efficient-design.js";
import type { Form } from "./moment-cells.js";
import { armProducts, formsCovariance } from "./moment-covariance.js";

/** Σ coefficient · mean. The shifts cancel, save in a level, to which they are added. */
export function contrastValue({ moments, mean }: EfficientDesign, forms: readonly Form[], shifted = false): number {
  const V = moments.shift.length;
  let sum = 0;
  for (const { arm, variable, coefficient } of forms) {
    variable.forEach((v, x) => {
      sum += coefficient[x] * (mean[arm * V + v] + (shifted ? moments.shift[v] : 0));
    });
  }
  return sum;
}

/** Σ weight · forms, one form an arm with one coefficient a variable. */
export function weightedForms(parts: readonly (readonly Form[])[], weights: readonly number[]): Form[] {
  const arms = new Map<number, Map<number, number>>();
  for (let i = 0; i < parts.length; i++) {
    for (const { arm, variable, coefficient } of parts[i]) {
      let own = arms.get(arm);
      if (own === undefined) {
        own = new Map();
        arms.set(arm, own);
      }
      for (let x = 0; x < variable.length; x++) {
        own.set(variable[x], (own.get(variable[x]) ?? 0) + weights[i] * coefficient[x]);
      }
    }
  }
  return [...arms].map(([arm, own]) => ({
    arm,
    variable: [...own.keys()],
    coefficient: [...own.values()],
    centre: new Array<number>(own.size).fill(0),
  }));
}

/** β* = Var(X)⁻¹ Cov(X, θ₀) of each pair; 0 where X does not vary. Roth & Sant'Anna 2023, eq. (7), with S_g for the covariances. */
export function efficientBeta(
  { moments, mean }: EfficientDesign,
  effects: readonly (readonly Form[])[],
  befores: readonly (readonly Form[])[],
): Float64Array {
  const V = moments.shift.length;
  const variance = new Float64Array(effects.length);
  const covariance = new Float64Array(effects.length);
  moments.arms.forEach(({ units: n }, a) => {
    const { squares } = armProducts(moments, a, mean);
    effects.forEach((effect, k) => {
      const x = befores[k].find((form) => form.arm === a);
      const y = effect.find((form) => form.arm === a);
      if (!x || !y) return;
      variance[k] += quadratic(squares, V, x, x) / (n * (n - 1));
      covariance[k] += quadratic(squares, V, x, y) / (n * (n - 1));
    });
  });
  return covariance.map((c, k) => (variance[k] > 0 ? c / variance[k] : 0));
}

function quadratic(squares: Float64Array, V: number, a: Form, b: Form): number {
  let sum = 0;
  for (let i = 0; i < a.variable.length; i++) {
    for (let j = 0; j < b.variable.length; j++) {
      sum += a.coefficient[i] * b.coefficient[j] * squares[a.variable[i] * V + b.variable[j]];
    }
  }
  return sum;
}

/**
 * Neyman's joint covariance Σ_g A_g S_g A_g' / n_g: conservative whatever the effects.
 * @param byArm told the part of each cohort
 */
export function neymanCovariance(
  { moments, mean }: EfficientDesign,
  forms: readonly (readonly Form[])[],
  byArm?: (arm: number, terms: Int32Array, covariance: Float64Array) => void,
): Float64Array {
  const V = moments.shift.length;
  return formsCovariance(
    moments,
    mean,
    forms.map((own) =>
      own.map((form) => {
        const n = moments.arms[form.arm].units;
        return {
          ...form,
          coefficient: form.coefficient.map((c) => c / Math.sqrt(n * (n - 1))),
          centre: form.variable.map((v) => mean[form.arm * V + v]),
        };
      }),
    ),
    undefined,
    byArm,
  );
}

/** Eigenvalues below this share of the largest count as 0. */
const TOLERANCE = 1.5e-8;

/**
 * What Neyman's covariance holds too much, at least: the variance between units of the part of their effects that the outcomes before the
 * first start tell, N⁻¹ (Σ_g β_g)' M S M' (Σ_g β_g) with β_g = (M S_g M')⁺ M S_g A_g' and M the periods before the first start, S
 * the mean of the S_g. Roth & Sant'Anna 2023, §3.3.
 * @param forms of θ₀; those of a level are given empty
 */
export function adjustment(design: EfficientDesign, forms: readonly (readonly Form[])[]): Float64Array {
  const { moments, mean, outcomes, before: p, units } = design;
  const V = moments.shift.length;
  const T = moments.periods.ordinals.length;
  const K = forms.length;
  const P = outcomes.length * p;
  const place = new Map(outcomes.map((k, i) => [k, i]));
  const slopes = new Float64Array(K * P);
  const pooled = new Float64Array(P * P);
  const rows = outcomes.flatMap((k) => Array.from({ length: p }, (_, t) => k * T + t));
  moments.arms.forEach(({ units: n }, a) => {
    const { squares } = armProducts(moments, a, mean);
    rows.forEach((v, i) => {
      rows.forEach((u, j) => {
        pooled[i * P + j] += squares[v * V + u] / ((n - 1) * moments.arms.length);
      });
    });
    const inverse = outcomes.map((k) =>
      pseudoInverse(
        Float64Array.from({ length: p * p }, (_, at) => squares[(k * T + Math.floor(at / p)) * V + k * T + (at % p)] / (n - 1)),
        p,
        TOLERANCE,
      ),
    );
    forms.forEach((own, k) => {
      const form = own.find((f) => f.arm === a);
      if (!form) return;
      form.variable.forEach((v, x) => {
        const outcome = Math.floor(v / T);
        const at = place.get(outcome) as number;
        for (let i = 0; i < p; i++) {
          let slope = 0;
          for (let j = 0; j < p; j++) slope += inverse[at][i * p + j] * (squares[(outcome * T + j) * V + v] / (n - 1));
          slopes[k * P + at * p + i] += form.coefficient[x] * slope;
        }
      });
    });
  });
  const out = new Float64Array(K * K);
  const left = new Float64Array(P);
  for (let k = 0; k < K; k++) {
    left.fill(0);
    for (let i = 0; i < P; i++) {
      const slope = slopes[k * P + i];
      if (slope !== 0) for (let j = 0; j < P; j++) left[j] += slope * pooled[i * P + j];
    }
    for (let l = 0; l <= k; l++) {
      let sum = 0;
      for (let j = 0; j < P; j++) sum += left[j] * slopes[l * P + j];
      out[k * K + l] = sum / units;
      out[l * K + k] = sum / units;
    }
  }
  return out;
}
