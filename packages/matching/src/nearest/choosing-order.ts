import { BLOCK, stream } from "@kontrafakt/numerics";

/** Who chooses first: the largest score, the smallest, the first row, by lot, or whoever has the closest control left. */
export type NearestOrder = "largest" | "smallest" | "data" | "closest" | "random";

/**
 * Indices into `treated` in the order in which they choose; equal scores, and equal lots, in data order. "closest" is settled while
 * choosing; its ties are in data order. Without a score, "largest" and "smallest" are data order, as in MatchIt.
 */
export function choosingOrder(
  treated: Int32Array,
  order: NearestOrder,
  score: Float64Array | undefined,
  lot: Float64Array | undefined,
): number[] {
  const all = Array.from(treated, (_, a) => a);
  if (order === "random" && lot) all.sort((a, b) => lot[treated[a]] - lot[treated[b]] || a - b);
  if (order === "largest" && score) all.sort((a, b) => score[treated[b]] - score[treated[a]] || a - b);
  if (order === "smallest" && score) all.sort((a, b) => score[treated[a]] - score[treated[b]] || a - b);
  return all;
}

/** A lot in (0, 1) for each row, from the stream "matching/random-order" of a seed. */
export function drawLots(rows: number, seed: number): Float64Array {
  const lots = new Float64Array(rows);
  for (let block = 0; block * BLOCK < rows; block++) {
    const draw = stream(seed, "matching/random-order", block);
    for (let i = block * BLOCK; i < Math.min(rows, (block + 1) * BLOCK); i++) lots[i] = draw.uniform();
  }
  return lots;
}
