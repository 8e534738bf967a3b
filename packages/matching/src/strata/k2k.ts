import { nearestDistance } from "../nearest/nearest-distance.js";
import type { Strata } from "./exact-strata.js";

export interface Pairs {
  /** Rows of the treated that found a control, in data order. */
  readonly treated: Int32Array;
  /** Row of the control of each. */
  readonly control: Int32Array;
}

export interface K2kInput {
  readonly strata: Strata;
  /** 1 treated, 0 control. */
  readonly isTreated: Uint8Array;
  /** rows × dimensions: Euclidean distance in these is the distance between rows. */
  readonly coordinates: Float64Array;
  readonly dimensions: number;
}

/**
 * One control for each treated row of a stratum as long as controls last: treated rows choose in data order, each the nearest free
 * control of its stratum, ties by the published rule of `nearestDistance`.
 */
export function k2k({ strata, isTreated, coordinates, dimensions }: K2kInput): Pairs {
  const { treated, controls } = nearestDistance({
    coordinates,
    dimensions,
    treated: isTreated,
    eligible: Uint8Array.from(strata.of, (s) => (s >= 0 ? 1 : 0)),
    strata: strata.of,
    order: "data",
    ratio: 1,
  });
  const found = (_: number, a: number): boolean => controls[a] >= 0;
  return { treated: treated.filter(found), control: controls.filter(found) };
}
