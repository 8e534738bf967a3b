import type { AdditiveTable } from "./additive-table.js";

/** The least and greatest value of a withheld figure as its mark tells them, before any sum is looked at. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/**
 * What whoever reads a table can work out about each withheld figure: the least and greatest value it has in any table that agrees with
 * everything shown, with the sums, and with `known`. Exact for whole numbers, since the sums are a network: the most a figure can rise is
 * the greatest flow from its head back to its tail over the other withheld figures (Fischetti & Salazar-González 1999,
 * doi:10.1007/s101070050005; Hundepool et al. 2012, ch. 4.3: audit).
 *
 * @param known by cell, the range its mark tells; undefined where the figure is shown
 * @param cell the withheld cell asked about
 */
export function feasibleRange(table: AdditiveTable, known: readonly (Range | undefined)[], cell: number): Range {
  const { value, from, to } = table.cells[cell];
  const range = known[cell];
  if (range === undefined) return { low: value, high: value };
  const up = greatestFlow(table, known, cell, to, from, range.high - value);
  const down = greatestFlow(table, known, cell, from, to, value - range.low);
  return { low: value - down, high: value + up };
}

/** Greatest flow between two sums over withheld cells but one, at most `most`: along a cell it rises, against it it falls. */
function greatestFlow(
  { nodes, cells }: AdditiveTable,
  known: readonly (Range | undefined)[],
  without: number,
  source: number,
  sink: number,
  most: number,
): number {
  if (source === sink) return most;
  const rise = cells.map(({ value }, k) => (k === without ? 0 : (known[k]?.high ?? value) - value));
  const fall = cells.map(({ value }, k) => (k === without ? 0 : value - (known[k]?.low ?? value)));
  let flow = 0;
  while (flow < most) {
    const path = shortestPath(nodes, cells, rise, fall, source, sink);
    if (path === undefined) return flow;
    let step = most - flow;
    for (const { k, along } of path) step = Math.min(step, along ? rise[k] : fall[k]);
    if (step === Number.POSITIVE_INFINITY) return step;
    for (const { k, along } of path) {
      rise[k] += along ? -step : step;
      fall[k] += along ? step : -step;
    }
    flow += step;
  }
  return flow;
}

interface Step {
  readonly k: number;
  readonly along: boolean;
}

/** Breadth first, so that the number of paths is bounded (Edmonds & Karp 1972). */
function shortestPath(
  nodes: number,
  cells: AdditiveTable["cells"],
  rise: readonly number[],
  fall: readonly number[],
  source: number,
  sink: number,
): Step[] | undefined {
  const by = new Array<{ readonly step: Step; readonly node: number } | undefined>(nodes).fill(undefined);
  const queue = [source];
  for (let q = 0; q < queue.length; q++) {
    const node = queue[q];
    for (let k = 0; k < cells.length; k++) {
      const { from, to } = cells[k];
      for (const along of [true, false]) {
        const [tail, head] = along ? [from, to] : [to, from];
        if (tail !== node || head === source || by[head] !== undefined || !((along ? rise[k] : fall[k]) > 0)) continue;
        by[head] = { step: { k, along }, node };
        queue.push(head);
      }
    }
    if (by[sink] !== undefined) break;
  }
  const path: Step[] = [];
  for (let node = sink; node !== source; ) {
    const came = by[node];
    if (came === undefined) return undefined;
    path.push(came.step);
    node = came.node;
  }
  return path;
}
