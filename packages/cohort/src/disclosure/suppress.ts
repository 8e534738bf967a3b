import type { AdditiveTable } from "./additive-table.js";
import { feasibleRange, type Range } from "./feasible-range.js";

/** How a figure is told: itself; as few (primary); or as some number not few, since few would follow from it (secondary). */
export type Told = "shown" | "few" | "besides";

/** A table made fit for publishing. */
export interface Suppressed {
  /** By cell. */
  readonly told: readonly Told[];
  /** False where no choice of further cells protects every primary one, the totals included. */
  readonly safe: boolean;
}

interface Marks {
  /** What the mark of a withheld figure says. */
  readonly range: (told: "few" | "besides") => Range;
  /** What a primary figure must still be able to be. */
  readonly wanted: Range;
}

/**
 * Withholds the counts of a table above 0 and below `threshold`, and as few others as it takes that no sum gives them away: every withheld
 * small count can still be anything from 1 to threshold − 1, given everything shown and what the marks say. Zeros are shown.
 *
 * Secondary cells by cheapest cycles: a withheld cell is safe if it lies on a cycle of withheld cells with room to rise and to fall; the
 * cheapest by what it hides is added, the result audited, and cells are given back where the audit still passes (Cox 1995,
 * doi:10.1080/01621459.1995.10476639; Hundepool et al. 2012, ch. 4.4).
 */
export function suppressCounts(table: AdditiveTable, threshold: number): Suppressed {
  const small = table.cells.map(({ value }) => value > 0 && value < threshold);
  const range = (told: "few" | "besides"): Range =>
    told === "few" ? { low: 1, high: threshold - 1 } : { low: threshold, high: Number.POSITIVE_INFINITY };
  return suppress(table, small, { range, wanted: range("few") });
}

/**
 * Withholds the amounts marked `primary`, and as few and small others as it takes that no sum gives them away. Amounts may have either
 * sign, so a withheld one is safe if it can be anything.
 */
export function suppressAmounts(table: AdditiveTable, primary: readonly boolean[]): Suppressed {
  const all = { low: Number.NEGATIVE_INFINITY, high: Number.POSITIVE_INFINITY };
  return suppress(table, primary, { range: () => all, wanted: all });
}

function suppress(table: AdditiveTable, primary: readonly boolean[], marks: Marks): Suppressed {
  const { cells } = table;
  const told: Told[] = cells.map((_, k) => (primary[k] ? "few" : "shown"));
  const first = told.indexOf("few");
  if (first < 0) return { told, safe: true };
  const added: number[] = [];
  for (;;) {
    const open = primary.findIndex((is, k) => is && !isSafe(table, told, marks, k));
    if (open < 0) break;
    const cycle = cheapestCycle(table, told, marks, open);
    const more = cycle.length > 0 ? cycle : smallestShown(table, told);
    if (more.length === 0) break;
    for (const k of more) told[k] = "besides";
    added.push(...more);
  }
  const safe = () => primary.every((is, k) => !is || isSafe(table, told, marks, k));
  if (!safe()) return { told, safe: false };
  for (const k of added.sort((a, b) => size(cells[b].value) - size(cells[a].value) || a - b)) {
    told[k] = "shown";
    if (!safe()) told[k] = "besides";
  }
  return { told, safe: true };
}

const size = (value: number) => Math.abs(value);

function knownOf(told: readonly Told[], marks: Marks): (Range | undefined)[] {
  return told.map((t) => (t === "shown" ? undefined : marks.range(t)));
}

function isSafe(table: AdditiveTable, told: readonly Told[], marks: Marks, k: number): boolean {
  const { low, high } = feasibleRange(table, knownOf(told, marks), k);
  return low <= marks.wanted.low && high >= marks.wanted.high;
}

/** Where no cycle has room: the smallest figure still shown that could be withheld. */
function smallestShown({ cells }: AdditiveTable, told: readonly Told[]): number[] {
  let best = -1;
  for (let k = 0; k < cells.length; k++)
    if (told[k] === "shown" && cells[k].value !== 0 && (best < 0 || size(cells[k].value) < size(cells[best].value))) best = k;
  return best < 0 ? [] : [best];
}

/**
 * The shown cells of the cheapest path that closes a cycle through `open`, cells with room for the whole protection first, then cells
 * with any room. What is already withheld costs nothing; what is shown costs its size (Dijkstra; ties to the lower node).
 */
function cheapestCycle(table: AdditiveTable, told: readonly Told[], marks: Marks, open: number): number[] {
  const { cells } = table;
  const need = Math.max(marks.wanted.high - cells[open].value, cells[open].value - marks.wanted.low);
  const room = (k: number) => {
    const { low, high } = marks.range(told[k] === "few" ? "few" : "besides");
    return Math.min(cells[k].value - low, high - cells[k].value);
  };
  const usable = (k: number) => k !== open && cells[k].value !== 0 && room(k) >= 0;
  for (const least of [need, 1, 0]) {
    const path = cheapestPath(
      table,
      (k) => usable(k) && room(k) >= least,
      (k) => (told[k] === "shown" ? size(cells[k].value) : 0),
      cells[open].to,
      cells[open].from,
    );
    const more = path.filter((k) => told[k] === "shown");
    if (more.length > 0) return more;
  }
  return [];
}

function cheapestPath(
  { nodes, cells }: AdditiveTable,
  usable: (k: number) => boolean,
  cost: (k: number) => number,
  source: number,
  sink: number,
): number[] {
  const distance = new Array<number>(nodes).fill(Number.POSITIVE_INFINITY);
  const by = new Array<{ readonly k: number; readonly node: number } | undefined>(nodes).fill(undefined);
  const done = new Uint8Array(nodes);
  distance[source] = 0;
  for (;;) {
    let node = -1;
    for (let i = 0; i < nodes; i++)
      if (!done[i] && distance[i] < Number.POSITIVE_INFINITY && (node < 0 || distance[i] < distance[node])) node = i;
    if (node < 0) return [];
    if (node === sink) break;
    done[node] = 1;
    for (let k = 0; k < cells.length; k++) {
      if (!usable(k)) continue;
      const { from, to } = cells[k];
      const head = from === node ? to : to === node ? from : -1;
      if (head < 0 || done[head] || !(distance[node] + cost(k) < distance[head])) continue;
      distance[head] = distance[node] + cost(k);
      by[head] = { k, node };
    }
  }
  const path: number[] = [];
  for (let node = sink; node !== source; ) {
    const came = by[node];
    if (came === undefined) return [];
    path.push(came.k);
    node = came.node;
  }
  return path;
}
