import type { Weights } from "@kontrafakt/matching";

export interface Hajek {
  readonly estimate: number;
  /** Sandwich standard error with weights as given. */
  readonly hc0: number;
  /** With the influence of the weights' estimation, each row's part in each parameter times `share`. */
  readonly stacked: (share?: (i: number, j: number) => number | boolean) => number;
}

/** Difference of weighted means of two arms and its standard errors, from the influence of each row. */
export function hajek(
  { weight, estimation }: Pick<Weights, "weight" | "estimation">,
  treated: Uint8Array,
  y: Float64Array,
): Hajek {
  const total = [0, 0];
  const mean = [0, 0];
  weight.forEach((w, i) => {
    total[treated[i]] += w;
    mean[treated[i]] += w * y[i];
  });
  mean.forEach((m, arm) => {
    mean[arm] = m / total[arm];
  });
  const perWeight = y.map((v, i) => ((treated[i] === 1 ? 1 : -1) * (v - mean[treated[i]])) / total[treated[i]]);
  const own = weight.map((w, i) => w * perWeight[i]);
  const norm = (v: Float64Array): number => Math.sqrt(v.reduce((a, b) => a + b * b, 0));
  return {
    estimate: mean[1] - mean[0],
    hc0: norm(own),
    stacked: (share = () => 1) => {
      if (!estimation) throw new Error("no estimation");
      const { parameters: k, gradient, influence } = estimation;
      const g = Array.from({ length: k }, (_, j) => perWeight.reduce((sum, b, i) => sum + b * gradient[i * k + j], 0));
      return norm(own.map((v, i) => g.reduce((sum, b, j) => sum + b * influence[i * k + j] * Number(share(i, j)), v)));
    },
  };
}
