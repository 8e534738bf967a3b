import { candidatesIn, mayHoldIdentifier } from "./candidates.js";
import { type Family, families, familyOf, type Identifier, type IdentifierContext, type IdentifierKind } from "./identifier.js";

/** National identifiers found in a column. */
export interface ColumnFinding {
  readonly family: Family;
  /** The commonest kind of the family. */
  readonly kind: IdentifierKind;
  /** Most of the cells that hold one hold nothing else. */
  readonly whole: boolean;
  /** Cells that hold one. */
  readonly count: number;
  /** `count` as a share of the cells that are not blank. */
  readonly share: number;
}

/** Cells of one column as they are looked at. */
interface ColumnTally {
  /** Takes a cell's text, which `times` rows have. */
  add(text: string, times?: number): void;
  /**
   * What the column holds, the commonest family first; empty where what was met can be chance. Of a column that is known to hold
   * identifiers of some kind it is enough that nine cells in ten are valid.
   */
  findings(known?: boolean): readonly ColumnFinding[];
}

/**
 * The chance that a number of the form, with a date where there is one, passes for an identifier of the family: dates of the calendar
 * (with 60 added or not) for the Danish, which have no check digit; the check digits for the others, whatever the dates, so that
 * columns of time stamps are not taken for identifiers.
 */
export const CHANCE: Readonly<Record<Family, number>> = { dk: 0.07305, se: 0.1, no: 4 / 121, duf: 0.01, fi: 1 / 31 };

/** A column of numbers is called identifiers where chance would do that in at most one column of a thousand. */
const ALPHA = 0.001;
/** Different candidates that are told apart; a further one counts each time it is met. */
const MOST_DISTINCT = 4096;

interface Counts {
  /** Candidates, and valid ones, of the plain form, of the form with a hyphen or letters, and of numbers that lost a leading zero. */
  readonly candidates: Int32Array;
  readonly valid: Int32Array;
  readonly kinds: Map<IdentifierKind, number>;
  cells: number;
  whole: number;
  /** Candidates for which this was the likeliest family. */
  first: number;
}

const PLAIN = 0;
const FORMED = 1;
const SHORT = 2;

/** Begins to look at a column. */
export function columnTally(context: IdentifierContext = {}): ColumnTally {
  const seen = new Set<string>();
  const byFamily = new Map<Family, Counts>(
    families.map((family) => [
      family,
      { candidates: new Int32Array(3), valid: new Int32Array(3), kinds: new Map(), cells: 0, whole: 0, first: 0 },
    ]),
  );
  let cells = 0;

  const count = (
    readings: readonly Identifier[],
    form: number,
    isNew: boolean,
    whole: boolean,
    times: number,
    met: Set<Family>,
  ) => {
    const likeliest = readings.find((reading) => reading.valid);
    for (const reading of readings) {
      const family = familyOf(reading.kind);
      const counts = byFamily.get(family) as Counts;
      if (isNew && (family !== "dk" || form === FORMED)) counts.candidates[form]++;
      if (!reading.valid) continue;
      if (isNew) counts.valid[form]++;
      if (reading === likeliest) counts.first++;
      counts.kinds.set(reading.kind, (counts.kinds.get(reading.kind) ?? 0) + times);
      if (met.has(family)) continue;
      met.add(family);
      counts.cells += times;
      if (whole) counts.whole += times;
    }
  };
  const isNew = (compact: string) => {
    if (seen.has(compact)) return false;
    if (seen.size < MOST_DISTINCT) seen.add(compact);
    return true;
  };

  return {
    add(text, times = 1) {
      const trimmed = text.trim();
      if (trimmed === "") return;
      cells += times;
      if (!mayHoldIdentifier(trimmed)) return;
      const met = new Set<Family>();
      for (const { start, end, compact, formed, readings } of candidatesIn(trimmed, context)) {
        const fresh = isNew(compact);
        if (fresh && !formed && compact.length === 10) (byFamily.get("dk") as Counts).candidates[PLAIN]++;
        const whole = start === 0 && end === trimmed.length;
        count(readings, formed ? FORMED : PLAIN, fresh, whole, times, met);
      }
      if (/^[1-9]\d{8,9}$/.test(trimmed)) {
        const fresh = isNew(`0${trimmed}`);
        if (fresh && trimmed.length === 9) (byFamily.get("dk") as Counts).candidates[SHORT]++;
        count(shortReadings(trimmed, context), SHORT, fresh, true, times, met);
      }
    },
    findings: (known = false) =>
      [...byFamily]
        .filter(([family, counts]) => isFound(family, counts) || (known && cells > 0 && counts.whole >= 0.9 * cells))
        .sort(([, a], [, b]) => b.cells - a.cells || b.first - a.first)
        .map(([family, counts]) => ({
          family,
          kind: [...counts.kinds].sort(([, a], [, b]) => b - a)[0][0],
          whole: counts.whole >= counts.cells / 2,
          count: counts.cells,
          share: counts.cells / cells,
        })),
  };
}

/** What nine or ten digits are with a leading zero, as spreadsheets strip it. */
function shortReadings(digits: string, context: IdentifierContext): readonly Identifier[] {
  const [candidate] = candidatesIn(`0${digits}`, context);
  return candidate?.readings ?? [];
}

function isFound(family: Family, { candidates, valid }: Counts): boolean {
  if (valid[FORMED] > 0 && 2 * valid[FORMED] >= candidates[FORMED]) return true;
  return [PLAIN, SHORT].some((form) => valid[form] > 0 && isUnlikely(valid[form], candidates[form], CHANCE[family]));
}

/** Whether `hits` or more of `trials` have a chance of at most ALPHA; beyond 1,000 trials by the normal distribution (z = 3.29). */
function isUnlikely(hits: number, trials: number, chance: number): boolean {
  if (trials > 1000) return hits - 0.5 > trials * chance + 3.29 * Math.sqrt(trials * chance * (1 - chance));
  let term = 1;
  for (let i = 0; i < trials; i++) term *= 1 - chance;
  let below = 0;
  for (let k = 0; k < hits; k++) {
    below += term;
    term *= ((trials - k) / (k + 1)) * (chance / (1 - chance));
  }
  return 1 - below <= ALPHA;
}

/** National identifiers in a column, given its cells; pairs say how many rows have a text. */
export function findIdentifiers(
  cells: Iterable<string | readonly [text: string, times: number]>,
  context: IdentifierContext = {},
): readonly ColumnFinding[] {
  const tally = columnTally(context);
  for (const cell of cells) {
    if (typeof cell === "string") tally.add(cell);
    else tally.add(cell[0], cell[1]);
  }
  return tally.findings();
}
