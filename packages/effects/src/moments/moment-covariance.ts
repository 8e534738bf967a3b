import { type CohortMoments, type MomentProducts, pairSums } from "@kontrafakt/cohort";
import type { Form } from "./moment-cells.js";

/** Sums over the units of an arm that have both of two variables, variables × variables, y less its arm's mean. */
export interface ArmProducts {
  /** Σw²(y_v − m_v)(y_u − m_u); NaN where not known. */
  readonly squares: Float64Array;
  /** Σw²(y_v − m_v), of those who also have u. */
  readonly sums: Float64Array;
  readonly weights: Float64Array;
}

/** @param correlation between the arm's means in two periods, where it is known and products are not */
export function armProducts(m: CohortMoments, a: number, mean: Float64Array, correlation?: number): ArmProducts {
  const V = m.shift.length;
  const arm = m.arms[a];
  if (arm.complete && arm.products) {
    const own = completeProducts(arm.products, V, mean.subarray(a * V, (a + 1) * V));
    return { ...own, squares: correlated(own.squares, V, correlation) };
  }
  const squares = new Float64Array(V * V);
  const sums = new Float64Array(V * V);
  const weights = new Float64Array(V * V);
  for (let v = 0; v < V; v++) {
    for (let u = 0; u <= v; u++) {
      const { ww, wwyV, wwyU, wwyy } = pairSums(arm, V, v, u);
      if (ww === 0) continue;
      const [mv, mu] = [mean[a * V + v], mean[a * V + u]];
      const [at, other] = [v * V + u, u * V + v];
      squares[at] = wwyy - mv * wwyU - mu * wwyV + mv * mu * ww;
      squares[other] = squares[at];
      sums[at] = wwyV - mv * ww;
      sums[other] = wwyU - mu * ww;
      weights[at] = ww;
      weights[other] = ww;
    }
  }
  return { squares: correlated(squares, V, correlation), sums, weights };
}

/** Products that are not known, from the correlation of the means. */
function correlated(squares: Float64Array, V: number, correlation?: number): Float64Array {
  if (correlation === undefined) return squares;
  return squares.map((known, at) => {
    const [v, u] = [Math.floor(at / V), at % V];
    return Number.isNaN(known) && v !== u ? correlation * Math.sqrt(squares[v * V + v] * squares[u * V + u]) : known;
  });
}

/**
 * The correlation between a group's means in two periods, where it was declared as one number. Of one outcome alone: between outcomes nothing was
 * declared. Undefined where no covariance of so many periods has it.
 */
export function declaredCorrelation(m: CohortMoments, outcomes: number, periods: number): number | undefined {
  if (m.covariance !== "assumed" || m.correlation === undefined || outcomes > 1) return undefined;
  const [low, high] = m.correlation;
  return low === high && low * (periods - 1) >= -1 ? low : undefined;
}

/** The same where every unit has every variable. */
function completeProducts({ ww, wwy, wwyy }: MomentProducts, V: number, mean: Float64Array): ArmProducts {
  const squares = new Float64Array(V * V);
  const sums = new Float64Array(V * V);
  for (let v = 0, at = 0; v < V; v++) {
    sums.fill(wwy[v] - mean[v] * ww[0], v * V, (v + 1) * V);
    for (let u = 0; u <= v; u++, at++) {
      squares[v * V + u] = wwyy[at] - mean[v] * wwy[u] - mean[u] * wwy[v] + mean[v] * mean[u] * ww[0];
      squares[u * V + v] = squares[v * V + u];
    }
  }
  return { squares, sums, weights: new Float64Array(V * V).fill(ww[0]) };
}

/** A variance below this share of that of the means it is the difference of is rounding. */
const ROUNDING = 1e-11;

/**
 * Joint covariance of estimates given by their forms, terms × terms: Σ over units of the products of their influences, from sums alone.
 * 0 where all that is left of a variance is rounding: everybody changed alike.
 * @param correlation as in `armProducts`
 * @param byArm told the covariance of each arm's terms, as it is added
 */
export function formsCovariance(
  m: CohortMoments,
  mean: Float64Array,
  forms: readonly (readonly Form[])[],
  correlation?: number,
  byArm?: (arm: number, terms: Int32Array, covariance: Float64Array) => void,
): Float64Array {
  const V = m.shift.length;
  const K = forms.length;
  const out = new Float64Array(K * K);
  const gross = new Float64Array(K);
  const left = new Float64Array(V);
  const right = new Float64Array(V);
  for (let a = 0; a < m.arms.length; a++) {
    const own = flat(forms, a, mean.subarray(a * V, (a + 1) * V));
    const { term, start, variable, coefficient, delta } = own;
    if (term.length === 0) continue;
    const { squares, sums, weights } = armProducts(m, a, mean, correlation);
    const centred = delta.every((d) => d === 0);
    const terms = byArm && term;
    const part = terms && new Float64Array(terms.length * terms.length);
    const row = new Float64Array(byArm ? K : 0);
    for (let i = 0; i < term.length; i++) {
      left.fill(0);
      right.fill(0);
      for (let x = start[i]; x < start[i + 1]; x++) {
        const v = variable[x] * V;
        const c = coefficient[x];
        const d = delta[x];
        gross[term[i]] += c * c * squares[v + variable[x]];
        if (centred) {
          for (let u = 0; u < V; u++) left[u] += c * squares[v + u];
          continue;
        }
        for (let u = 0; u < V; u++) {
          left[u] += c * (squares[v + u] + d * sums[u * V + variable[x]]);
          right[u] += c * (sums[v + u] + d * weights[v + u]);
        }
      }
      if (!part || !terms) {
        addRow(own, i, left, right, out, term[i] * K);
        continue;
      }
      row.fill(0);
      addRow(own, i, left, right, row, 0);
      // An arm has one form a term, so that row i of its part is all there is of term i.
      for (let j = 0; j <= i; j++) {
        out[term[i] * K + term[j]] += row[term[j]];
        part[i * term.length + j] = row[term[j]];
      }
    }
    if (!part || !terms) continue;
    for (let i = 0; i < terms.length; i++) for (let j = 0; j < i; j++) part[j * terms.length + i] = part[i * terms.length + j];
    byArm?.(a, terms, part);
  }
  for (let k = 0; k < K; k++) {
    // Not known stays not known.
    if (!(out[k * K + k] <= ROUNDING * gross[k])) continue;
    for (let j = 0; j < K; j++) out[Math.max(k, j) * K + Math.min(k, j)] = 0;
  }
  for (let k = 0; k < K; k++) for (let j = 0; j < k; j++) out[j * K + k] = out[k * K + j];
  return out;
}

/** The forms of one arm one after another: those of `term[i]` from `start[i]` on, `delta` being the arm's mean less the centre. */
interface FlatForms {
  readonly term: Int32Array;
  readonly start: Int32Array;
  readonly variable: Int32Array;
  readonly coefficient: Float64Array;
  readonly delta: Float64Array;
}

function flat(forms: readonly (readonly Form[])[], arm: number, mean: Float64Array): FlatForms {
  const [term, variable, coefficient, delta]: number[][] = [[], [], [], []];
  const start = [0];
  forms.forEach((own, k) => {
    for (const form of own) {
      if (form.arm !== arm) continue;
      term.push(k);
      for (let x = 0; x < form.variable.length; x++) {
        if (form.coefficient[x] === 0) continue;
        variable.push(form.variable[x]);
        coefficient.push(form.coefficient[x]);
        delta.push(mean[form.variable[x]] - form.centre[x]);
      }
      start.push(variable.length);
    }
  });
  return {
    term: Int32Array.from(term),
    start: Int32Array.from(start),
    variable: Int32Array.from(variable),
    coefficient: Float64Array.from(coefficient),
    delta: Float64Array.from(delta),
  };
}

/** Adds the products of form i with those up to it to the row of its term. */
function addRow(
  { term, start, variable, coefficient, delta }: FlatForms,
  i: number,
  left: Float64Array,
  right: Float64Array,
  out: Float64Array,
  row: number,
): void {
  for (let j = 0, x = 0; j <= i; j++) {
    let sum = 0;
    for (const end = start[j + 1]; x < end; x++) sum += coefficient[x] * (left[variable[x]] + delta[x] * right[variable[x]]);
    out[row + term[j]] += sum;
  }
}

/**
 * Largest variance of each estimate, where products of different periods are not known but lie in a range of correlation (between
 * outcomes, and where no range was declared, anywhere from −1 to 1).
 */
export function largestVariances(m: CohortMoments, mean: Float64Array, forms: readonly (readonly Form[])[]): Float64Array {
  const V = m.shift.length;
  const T = m.periods.ordinals.length;
  const [low, high] = m.covariance === "assumed" && m.correlation ? m.correlation : [-1, 1];
  const out = new Float64Array(forms.length);
  for (let a = 0; a < m.arms.length; a++) {
    const own = inArm(forms, a);
    if (own.length === 0) continue;
    const { squares, sums, weights } = armProducts(m, a, mean);
    for (const { k, form } of own) {
      const { variable, coefficient } = form;
      const delta = variable.map((v, x) => mean[a * V + v] - form.centre[x]);
      variable.forEach((v, x) => {
        variable.forEach((u, y) => {
          const c = coefficient[x] * coefficient[y];
          const at = v * V + u;
          const known = squares[at];
          const spread = Math.sqrt(squares[v * V + v] * squares[u * V + u]);
          const range = Math.floor(v / T) === Math.floor(u / T) ? [low, high] : [-1, 1];
          const product = Number.isNaN(known) ? Math.max(c * range[0] * spread, c * range[1] * spread) : c * known;
          out[k] += product + c * (delta[x] * sums[u * V + v] + delta[y] * sums[at] + delta[x] * delta[y] * weights[at]);
        });
      });
    }
  }
  return out;
}

function inArm(forms: readonly (readonly Form[])[], arm: number): { readonly k: number; readonly form: Form }[] {
  return forms.flatMap((own, k) => own.flatMap((form) => (form.arm === arm ? [{ k, form }] : [])));
}
