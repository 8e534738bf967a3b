/**
 * A k-d tree over rows (Bentley 1975; Friedman, Bentley & Finkel 1977): nodes hold consecutive items and the least box around them. Several
 * trees (one a stratum) share the arrays.
 */
export interface CoordinateTree {
  /** Rows in the order of the tree. */
  readonly items: Int32Array;
  /** items × dimensions. */
  readonly points: Float64Array;
  /** Of each node: first item and one past the last; its first child (the second is next to it), 0 for a leaf. */
  readonly start: Int32Array;
  readonly end: Int32Array;
  readonly child: Int32Array;
  /** nodes × sides: least and greatest values; sides are the coordinates, then the score where there is one. */
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly sides: number;
  /** Node of each stratum. */
  readonly roots: ReadonlyMap<number, number>;
}

export interface TreeInput {
  /** rows × dimensions. */
  readonly coordinates: Float64Array;
  readonly dimensions: number;
  /** Rows in the tree. */
  readonly rows: Int32Array;
  readonly strata?: Int32Array;
  /** One a row, and the width that counts as much as 1 of a coordinate when a box is cut. */
  readonly score?: { readonly values: Float64Array; readonly width: number };
}

/** Items in a leaf at most. */
const LEAF = 16;

/** Cuts each box at the median of its widest side. */
export function coordinateTree({ coordinates, dimensions: k, rows, strata, score }: TreeInput): CoordinateTree {
  const items = rows.slice();
  if (strata) items.sort((a, b) => strata[a] - strata[b] || a - b);
  const sides = k + (score ? 1 : 0);
  const value = (row: number, side: number): number => (side < k ? coordinates[row * k + side] : (score?.values[row] as number));
  const most = 4 * Math.ceil(items.length / LEAF) + 2 * items.length + 2;
  const nodes = { start: new Int32Array(most), end: new Int32Array(most), child: new Int32Array(most) };
  const low: number[] = [];
  const high: number[] = [];
  const roots = new Map<number, number>();
  let count = 1;
  low.length = sides;
  high.length = sides;

  const box = (node: number): void => {
    for (let side = 0; side < sides; side++) {
      let least = Number.POSITIVE_INFINITY;
      let greatest = Number.NEGATIVE_INFINITY;
      for (let c = nodes.start[node]; c < nodes.end[node]; c++) {
        const v = value(items[c], side);
        if (v < least) least = v;
        if (v > greatest) greatest = v;
      }
      low[node * sides + side] = least;
      high[node * sides + side] = greatest;
    }
  };
  const add = (start: number, end: number): number => {
    nodes.start[count] = start;
    nodes.end[count] = end;
    box(count);
    return count++;
  };
  const cut = (node: number): void => {
    const start = nodes.start[node];
    const end = nodes.end[node];
    if (end - start <= LEAF) return;
    let widest = 0;
    let width = 0;
    for (let side = 0; side < sides; side++) {
      const unit = side < k ? 1 : Math.max(score?.width ?? 1, Number.MIN_VALUE);
      const own = (high[node * sides + side] - low[node * sides + side]) / unit;
      if (own > width) {
        width = own;
        widest = side;
      }
    }
    if (!(width > 0)) return;
    const middle = (start + end) >>> 1;
    select(items, start, end - 1, middle, (row) => value(row, widest));
    nodes.child[node] = add(start, middle);
    add(middle, end);
    cut(nodes.child[node]);
    cut(nodes.child[node] + 1);
  };
  for (let start = 0, end = 0; start < items.length; start = end) {
    const own = strata ? strata[items[start]] : 0;
    while (end < items.length && (!strata || strata[items[end]] === own)) end++;
    roots.set(own, add(start, end));
    cut(roots.get(own) as number);
  }
  const points = new Float64Array(items.length * k);
  items.forEach((row, c) => {
    for (let j = 0; j < k; j++) points[c * k + j] = coordinates[row * k + j];
  });
  return {
    items,
    points,
    start: nodes.start.slice(0, count),
    end: nodes.end.slice(0, count),
    child: nodes.child.slice(0, count),
    low: Float64Array.from(low),
    high: Float64Array.from(high),
    sides,
    roots,
  };
}

/** Reorders items first..last so that the one at `middle` is where sorting would put it (Hoare's selection). */
function select(items: Int32Array, first: number, last: number, middle: number, value: (item: number) => number): void {
  let low = first;
  let high = last;
  while (low < high) {
    const pivot = value(items[(low + high) >>> 1]);
    let i = low;
    let j = high;
    while (i <= j) {
      while (value(items[i]) < pivot) i++;
      while (value(items[j]) > pivot) j--;
      if (i > j) break;
      const item = items[i];
      items[i++] = items[j];
      items[j--] = item;
    }
    if (middle <= j) high = j;
    else if (middle >= i) low = i;
    else return;
  }
}
