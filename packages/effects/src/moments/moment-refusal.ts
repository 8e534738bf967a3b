import type { AttGtCell } from "../att-gt/att-gt-cells.js";
import type { ArmMeans } from "./arm-means.js";
import type { MomentDesign } from "./moment-design.js";

/** Arms of a cell in one stratum. */
export interface Side {
  readonly treated: number;
  readonly controls: readonly number[];
}

interface Refusal {
  readonly code: string;
  readonly params: Record<string, string | number>;
}

/** Why a cell cannot be estimated. */
export function refusal(
  { moments }: MomentDesign,
  { variables: V, n, w }: ArmMeans,
  cell: AttGtCell,
  sides: readonly Side[],
  first: number,
): Refusal | undefined {
  const needed = [cell.time, ...cell.window].map((t) => first + t);
  const fewest = (arms: readonly number[]) =>
    Math.min(
      ...needed.map((v) =>
        total(
          n,
          arms.map((a) => a * V + v),
        ),
      ),
    );
  const treated = fewest(sides.map((side) => side.treated));
  const controls = fewest(sides.flatMap((side) => side.controls));
  if (cell.window.length === 0) return { code: "effects/cell-no-base", params: {} };
  if (treated === 0) return { code: "effects/cell-no-treated-values", params: {} };
  if (controls === 0) return { code: "effects/cell-no-controls", params: {} };
  if (treated < 2 || controls < 2) return { code: "effects/cell-one-unit", params: { treated, controls } };
  const present = sides.filter((side) => w[side.treated * V + first + cell.time] > 0);
  const bad = present.filter((side) => !(fewest([side.treated]) > 0) || fewest(side.controls) < 2);
  if (bad.length > 0 && moments.strata.length > 1) {
    const strata = bad.map((side) => moments.strata[moments.arms[side.treated].stratum]).join("; ");
    return { code: "effects/cell-stratum", params: { strata } };
  }
  return undefined;
}

export function total(values: Float64Array, at: readonly number[]): number {
  return at.reduce((sum, i) => sum + values[i], 0);
}
