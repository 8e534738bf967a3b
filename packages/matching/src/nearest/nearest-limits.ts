import { fail } from "@kontrafakt/base";
import { messages } from "../messages.js";

/** Greatest difference between a treated row and its control in one variable. */
export interface Caliper {
  /** One a row; a missing value (NaN) is within no caliper. */
  readonly values: Float64Array;
  /** In the units of `values`, inclusive. */
  readonly width: number;
}

/** What a match must keep to, whatever the distance. */
export interface NearestLimits {
  /** Greatest difference in the score, in its units, inclusive; none if absent or null. */
  readonly caliper?: number | null;
  readonly calipers?: readonly Caliper[];
  /** Matches are made within equal codes only (≥ 0). */
  readonly strata?: Int32Array;
  /** Codes (≥ 0; −1 unknown) in each of which a control must differ from its treated row; unknown differs from nothing. */
  readonly antiExact?: readonly Int32Array[];
}

/**
 * Whether a control may serve a treated row, strata and the score's caliper aside; undefined where nothing limits it.
 */
export function admissible({
  calipers = [],
  antiExact = [],
}: NearestLimits): ((treated: number, control: number) => boolean) | undefined {
  if (calipers.length === 0 && antiExact.length === 0) return undefined;
  return (i, c) => {
    for (const codes of antiExact) if (codes[i] < 0 || codes[c] < 0 || codes[i] === codes[c]) return false;
    for (const { values, width } of calipers) if (!(Math.abs(values[i] - values[c]) <= width)) return false;
    return true;
  };
}

/** @throws KontrafaktError for a caliper that is negative or not a number */
export function checkLimits({ caliper, calipers = [] }: NearestLimits): void {
  for (const value of [caliper ?? 0, ...calipers.map((c) => c.width)])
    if (!(value >= 0)) fail("matching/bad-caliper", { option: "caliper" }, { value }, messages);
}
