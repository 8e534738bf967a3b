/**
 * Greedy nearest neighbours in quadratic time, read from the published tie rule in packages/matching/README.md and from the
 * descriptions of the options alone. Nothing here is taken from the kernels it is held against.
 */

/** Where a starter chooses among controls: on a line by score, or by the distance between points. */
export type Nearness =
  | { readonly kind: "line"; readonly score: ArrayLike<number> }
  | { readonly kind: "points"; readonly at: readonly (readonly number[])[] };

export interface OracleInput {
  /** 1 treated, 0 control. */
  readonly treated: ArrayLike<number>;
  readonly nearness: Nearness;
  /** Controls wanted by each row that is treated. */
  readonly wanted: (starter: number) => number;
  /** Treated rows in the order they choose, or whoever has the closest control left. */
  readonly order: readonly number[] | "closest";
  /** How many treated rows a control may serve: 1 without replacement. */
  readonly most: number;
  /** Matches are made within strata. */
  readonly stratum: (row: number) => number;
  /** Everything else that keeps a control from a starter: calipers, who must differ. */
  readonly allowed: (starter: number, control: number) => boolean;
  /** Rows that take part. */
  readonly rows: readonly number[];
}

interface Found {
  readonly control: number;
  readonly distance: number;
}

/** Controls of each treated row that takes part, in the order they were found. */
export function nearestOracle(input: OracleInput): Map<number, number[]> {
  const { treated, wanted, order, most, rows } = input;
  const starters = rows.filter((i) => treated[i] === 1);
  const controls = rows.filter((i) => treated[i] === 0);
  const sets = new Map(starters.map((i): [number, number[]] => [i, []]));
  const served = new Map(controls.map((c) => [c, 0]));

  const look = (starter: number): Found | undefined =>
    best(
      input,
      starter,
      controls.filter(
        (c) =>
          served.get(c)! < most &&
          !sets.get(starter)!.includes(c) &&
          input.stratum(c) === input.stratum(starter) &&
          input.allowed(starter, c),
      ),
    );
  const take = (starter: number, control: number) => {
    sets.get(starter)!.push(control);
    served.set(control, served.get(control)! + 1);
  };

  const rounds = Math.max(0, ...starters.map(wanted));
  for (let round = 0; round < rounds; round++) {
    const choosing = starters.filter((i) => wanted(i) > round && sets.get(i)!.length === round);
    if (order !== "closest") {
      for (const i of order) {
        if (!choosing.includes(i)) continue;
        const found = look(i);
        if (found) take(i, found.control);
      }
      continue;
    }
    // Whoever has the closest control goes first; equals in data order, but who had to look again goes before its equals.
    const waiting = choosing.flatMap((i) => {
      const found = look(i);
      return found ? [{ starter: i, ...found, again: 0 }] : [];
    });
    for (let looks = 1; waiting.length > 0; looks++) {
      waiting.sort((a, b) => a.distance - b.distance || b.again - a.again || a.starter - b.starter);
      const first = waiting.shift()!;
      if (served.get(first.control)! < most) {
        take(first.starter, first.control);
        continue;
      }
      const found = look(first.starter);
      if (found) waiting.push({ starter: first.starter, ...found, again: looks });
    }
  }
  return sets;
}

/** The nearest of the controls a starter may have. */
function best({ nearness, rows }: OracleInput, starter: number, controls: readonly number[]): Found | undefined {
  // Everybody stands in one line by score (or first coordinate), equal ones in data order.
  const score = nearness.kind === "line" ? nearness.score : nearness.at.map((point) => point[0]);
  const before = (a: number, b: number) => score[a] < score[b] || (score[a] === score[b] && a < b);
  const inLine = [...controls].sort((a, b) => (before(a, b) ? -1 : 1));
  if (nearness.kind === "points") {
    // Of those at the smallest distance the one most places away in the line of everybody who takes part, whatever their stratum; the right one of two.
    const distance = (c: number) => between(nearness.at[starter], nearness.at[c]);
    const least = inLine.reduce((d, c) => Math.min(d, distance(c)), Number.POSITIVE_INFINITY);
    const tied = inLine.filter((c) => distance(c) === least);
    if (tied.length === 0) return undefined;
    const line = [...rows].sort((a, b) => (before(a, b) ? -1 : 1));
    const reach = (c: number) => Math.abs(line.indexOf(c) - line.indexOf(starter));
    const farthest = Math.max(...tied.map(reach));
    const ends = tied.filter((c) => reach(c) === farthest);
    const right = ends.filter((c) => before(starter, c)).at(-1);
    return { control: right ?? ends[0], distance: least };
  }
  const left = inLine.filter((c) => before(c, starter)).at(-1);
  const right = inLine.find((c) => before(starter, c));
  const far = (c: number | undefined) => (c === undefined ? Number.POSITIVE_INFINITY : Math.abs(score[c] - score[starter]));
  const control = far(left) <= far(right) ? (left ?? right) : right;
  return control !== undefined ? { control, distance: far(control) } : undefined;
}

function between(a: readonly number[], b: readonly number[]): number {
  return Math.sqrt(a.reduce((sum, x, k) => sum + (x - b[k]) * (x - b[k]), 0));
}
