import type { Balance } from "@kontrafakt/matching";

/** A count of the balance, summed over the waves. */
export function waveTotal(balance: Balance, count: "starters" | "matched" | "controls"): number {
  return balance.waves.reduce((n, wave) => n + wave[count], 0);
}
