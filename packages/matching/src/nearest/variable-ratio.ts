import { fail } from "@kontrafakt/base";
import { messages } from "../messages.js";

export interface VariableRatioInput {
  /** Fitted probability of treatment, one a row, in (0, 1) for treated rows. */
  readonly probability: Float64Array;
  /** 1 treated, 0 control. */
  readonly treated: Uint8Array;
  readonly eligible?: Uint8Array;
  /** Mean number of controls, from `least` to `most`. */
  readonly ratio: number;
  readonly least: number;
  readonly most: number;
}

/** Halvings of the search for the factor; more change nothing in double precision. */
const HALVINGS = 200;

/**
 * How many controls each treated row wants, where the number may vary about `ratio` (Ming & Rosenbaum 2000, Biometrics 56: 118–124):
 * in proportion to the odds against treatment (1 − e)/e, the number of others for each treated at that score, but at least `least` and at
 * most `most`, with the factor at which their sum is `ratio` × treated. Rounded without chance: treated rows stand by falling
 * probability (equal ones in data order), and each gets what the rounded running sum grows by; so the sum is exact and each
 * number is its own rounded up or down.
 *
 * @returns one number a row, 0 for controls and rows that take no part
 * @throws KontrafaktError where `ratio` is not between `least` and `most`
 */
export function variableRatio({ probability, treated, eligible, ratio, least, most }: VariableRatioInput): Int32Array {
  if (!(least <= ratio && ratio <= most))
    fail("matching/ratio-outside", { option: "variableRatio" }, { ratio, least, most }, messages);
  const rows: number[] = [];
  for (let i = 0; i < treated.length; i++) if (treated[i] === 1 && (!eligible || eligible[i] === 1)) rows.push(i);
  rows.sort((a, b) => probability[b] - probability[a] || a - b);
  const odds = rows.map((i) => (1 - probability[i]) / probability[i]);
  const share = (factor: number, k: number): number => Math.min(most, Math.max(least, factor * odds[k]));
  const mean = (factor: number): number => odds.reduce((sum, _, k) => sum + share(factor, k), 0) / rows.length;
  let low = 0;
  let high = 1;
  while (mean(high) < ratio && high < Number.MAX_VALUE) high *= 2;
  for (let step = 0; step < HALVINGS; step++) {
    const middle = (low + high) / 2;
    if (mean(middle) < ratio) low = middle;
    else high = middle;
  }
  const wanted = new Int32Array(treated.length);
  let running = 0;
  let given = 0;
  rows.forEach((i, k) => {
    running += share(high, k);
    const next = k + 1 === rows.length ? ratio * rows.length : Math.round(running);
    wanted[i] = Math.min(most, Math.max(least, next - given));
    given += wanted[i];
  });
  return wanted;
}
