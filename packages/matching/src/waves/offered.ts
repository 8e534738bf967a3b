import type { MatchingOptions } from "../options/matching-options.js";
import { drawWaves } from "./draw-waves.js";
import type { RiskSet } from "./risk-set.js";

/** 1 where an eligible row is offered to its wave: under `lot` a person is offered to one wave, drawn in proportion to its starters. */
export function offered(rows: RiskSet, eligible: Uint8Array, units: number, share: MatchingOptions["share"]): Uint8Array {
  if (share !== "lot") return eligible;
  const starters = new Int32Array(rows.waves.length);
  for (let r = 0; r < rows.wave.length; r++) starters[rows.wave[r]] += rows.treated[r];
  const drawn = drawWaves(units, starters);
  return eligible.map((e, r) => (e === 1 && drawn[rows.unit[r]] === rows.wave[r] ? 1 : 0));
}
