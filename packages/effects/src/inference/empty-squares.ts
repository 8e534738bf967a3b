import { fail } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { ClusterSquares } from "./cluster-squares.js";

/** Most coefficients over all clusters: 9,999 draws then take about half a minute. */
const MOST = 1e6;

/** Sums to add to, all 0. @throws KontrafaktError where they would be too many to draw from */
export function emptySquares(clusters: number, blocks: number, size: number): Omit<ClusterSquares, "factor" | "treated"> {
  if (clusters * blocks * size > MOST)
    fail("effects/wild-too-large", { option: "inference.beside" }, { clusters, cells: blocks }, messages);
  return {
    kind: "cluster-squares",
    clusters,
    blocks,
    size,
    gram: new Float64Array(clusters * blocks * size * size),
    product: new Float64Array(clusters * blocks * size),
    combination: new Float64Array(blocks * size),
  };
}
