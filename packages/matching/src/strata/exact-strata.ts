/** Rows that agree, by stratum. */
export interface Strata {
  /** Stratum of each row, dense from 0 in the order in which strata first appear among the rows kept; −1 where the row is in none. */
  readonly of: Int32Array;
  readonly count: number;
  /** Treated rows and controls of each stratum, both at least 1. */
  readonly treated: Int32Array;
  readonly controls: Int32Array;
}

export interface ExactStrataInput {
  /** Rows agree where they are equal in every column: values or codes, one a row. */
  readonly columns: readonly ArrayLike<number>[];
  /** 1 treated, 0 control. */
  readonly treated: Uint8Array;
  /** 1 where the row takes part; all if absent. */
  readonly eligible?: Uint8Array;
}

/**
 * Exact matching: rows with the same value in every column form a stratum; only strata with both arms are kept.
 * O(n × columns) time, O(n) memory. Without columns everybody who takes part is one stratum. NaN agrees with nothing; 0 and −0 agree.
 */
export function exactStrata({ columns, treated, eligible }: ExactStrataInput): Strata {
  const { of, count } = agreementCodes(columns, treated.length, eligible);
  return bothArms(of, count, treated);
}

/** One code for each combination of values, dense from 0 in the order in which they first appear; −1 where one is NaN or the row takes no part. */
export function agreementCodes(
  columns: readonly ArrayLike<number>[],
  n: number,
  eligible?: Uint8Array,
): { of: Int32Array; count: number } {
  let codes = new Int32Array(n);
  if (eligible) for (let r = 0; r < n; r++) codes[r] = eligible[r] - 1;
  let count = 1;
  for (const column of columns) {
    const level = levels(column, codes);
    const number = numbering(count * level.count);
    const finer = new Int32Array(n);
    for (let r = 0; r < n; r++) finer[r] = codes[r] < 0 || level.of[r] < 0 ? -1 : number.of(codes[r] * level.count + level.of[r]);
    codes = finer;
    count = number.count();
  }
  return { of: codes, count };
}

/** Codes up to this many are looked up in a table, more in a map. */
const TABLE = 1 << 20;

/** Numbers keys below `size` from 0 in the order in which they are first asked for. */
function numbering(size: number): { of: (key: number) => number; count: () => number } {
  let count = 0;
  if (size <= TABLE) {
    const table = new Int32Array(size).fill(-1);
    const of = (key: number): number => {
      if (table[key] < 0) table[key] = count++;
      return table[key];
    };
    return { of, count: () => count };
  }
  const map = new Map<number, number>();
  const of = (key: number): number => {
    const known = map.get(key);
    if (known !== undefined) return known;
    map.set(key, count);
    return count++;
  };
  return { of, count: () => count };
}

/** Codes of a column's values over the rows that are in (code ≥ 0); −1 for the others and for NaN. */
function levels(column: ArrayLike<number>, rows: Int32Array): { of: Int32Array; count: number } {
  const n = rows.length;
  const of = new Int32Array(n).fill(-1);
  let most = -1;
  let r = 0;
  for (; r < n; r++) {
    const value = column[r];
    if (rows[r] < 0 || Number.isNaN(value)) continue;
    of[r] = value;
    if (of[r] !== value || value < 0 || value >= TABLE) break;
    if (value > most) most = value;
  }
  if (r === n) return { of, count: most + 1 };
  of.fill(-1);
  const { of: number, count } = numbering(Number.POSITIVE_INFINITY);
  for (r = 0; r < n; r++) if (rows[r] >= 0 && !Number.isNaN(column[r])) of[r] = number(column[r]);
  return { of, count: count() };
}

/** Keeps the strata that have treated rows and controls, and numbers them anew. */
function bothArms(codes: Int32Array, count: number, isTreated: Uint8Array): Strata {
  const arms = new Int32Array(2 * count);
  for (let r = 0; r < codes.length; r++) if (codes[r] >= 0) arms[2 * codes[r] + isTreated[r]]++;
  const name = new Int32Array(count).fill(-1);
  const treated: number[] = [];
  const controls: number[] = [];
  const of = codes.map((code) => {
    if (code < 0 || arms[2 * code] === 0 || arms[2 * code + 1] === 0) return -1;
    if (name[code] < 0) {
      name[code] = treated.length;
      treated.push(arms[2 * code + 1]);
      controls.push(arms[2 * code]);
    }
    return name[code];
  });
  return { of, count: treated.length, treated: Int32Array.from(treated), controls: Int32Array.from(controls) };
}
