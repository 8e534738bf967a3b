import { fail } from "@kontrafakt/base";
import type { ClusterSquares } from "../inference/cluster-squares.js";
import { emptySquares } from "../inference/empty-squares.js";
import { messages } from "../messages.js";
import type { AttGtOptions } from "../options/att-gt-options.js";
import type { CellSource } from "./cell-source.js";

/**
 * A combination of cells without covariates as least squares: in each cell the changes of its treated and controls on a constant, the
 * controls' mean change, and one coefficient for the treated. A base that is 0 by construction has no part.
 * @param terms how many there are of the fit; only cells may have another weight than 0
 * @throws KontrafaktError where clusters and cells are too many to draw from
 */
export function cellSquares(source: CellSource, { compat }: Pick<AttGtOptions, "compat">, c: Float64Array): ClusterSquares {
  const { keys, atoms } = source;
  if (c.length !== keys.length)
    fail("effects/length", {}, { what: "a combination", given: c.length, needed: keys.length }, messages);
  const used = keys.flatMap(({ reference }, k) => (c[k] !== 0 && !reference ? [k] : []));
  const place = new Map(used.map((k, b) => [k, b]));
  const B = used.length;
  const squares = emptySquares(atoms, B, 2);
  used.forEach((k, b) => {
    squares.combination[2 * b + 1] = c[k];
  });
  const treated = new Uint8Array(atoms);
  const active = new Uint8Array(atoms);
  for (const { terms, rows, atom, y } of source.blocks()) {
    const R = terms.length;
    for (let r = 0; r < R; r++) {
      const b = place.get(terms[r]);
      if (b === undefined) continue;
      for (let i = 0; i < rows.n; i++) {
        const w = rows.w[i];
        const cell = atom[i] * B + b;
        const moved = w * y[i * R + r];
        active[atom[i]] = 1;
        squares.gram[4 * cell] += w;
        squares.product[2 * cell] += moved;
        if (rows.d[i] === 0) continue;
        treated[atom[i]] = 1;
        for (let j = 1; j < 4; j++) squares.gram[4 * cell + j] += w;
        squares.product[2 * cell + 1] += moved;
      }
    }
  }
  const clusters = active.reduce((n, v) => n + v, 0);
  return { ...squares, factor: compat === "did" ? 1 : clusters / (clusters - 1), treated };
}
