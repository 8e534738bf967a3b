import { type Context, type Problem, problem } from "@kontrafakt/base";
import { type Source, tidyHeader } from "@kontrafakt/cohort";
import { type FileBlock, type FileRows, numberAt, readFileRows, refuse, textAt } from "./file-rows.js";
import { type FileTerms, listed } from "./read-terms.js";

/** Two entries of one pair agree if they differ by at most this share of the product of their standard errors. */
const SYMMETRY = 1e-8;

const text = { type: "category", missing: [""] } as const;
const number = { type: "number", missing: ["", "NA", "NaN", "."] } as const;

/**
 * Joint covariance of the terms, row-major in their order, from a square with labels (column `term`, then a column a label) or from one
 * row a pair (`term`, `with`, `covariance`; either triangle or both). Faults go to `problems`; NaN where a pair is missing.
 */
export async function readCovariance(
  source: Source,
  block: FileBlock,
  { file: termsFile, terms, without }: FileTerms,
  problems: Problem[],
  context?: Context,
): Promise<Float64Array> {
  const place = new Map(terms.map(({ label }, k) => [tidyHeader(label), k]));
  const matrix: Filling = {
    K: terms.length,
    place,
    known: new Set([...without].map(tidyHeader)),
    values: new Float64Array(terms.length * terms.length).fill(Number.NaN),
    origin: new Int32Array(terms.length * terms.length),
    strangers: new Map(),
  };
  const ends = { term: text, with: { ...text, optional: true }, covariance: { ...number, optional: true } };
  const rows = await readFileRows(source, block, ends, problems, context);
  const isLong = rows.table.columns.has("with") && rows.table.columns.has("covariance");
  if (isLong) fillLong(rows, matrix);
  else await fillSquare(source, block, matrix, problems, context);
  const { file } = rows.table;
  for (const [label, row] of matrix.strangers) {
    problems.push(problem("effects/file-label-unknown", "error", { file, row }, { found: label, terms: termsFile }));
  }
  missingPairs(
    matrix,
    terms.map((t) => t.label),
    file,
    problems,
  );
  return matrix.values;
}

interface Filling {
  readonly K: number;
  readonly place: ReadonlyMap<string, number>;
  /** Labels of terms left out for want of an estimate. */
  readonly known: ReadonlySet<string>;
  readonly values: Float64Array;
  /** Row that told each entry. */
  readonly origin: Int32Array;
  /** Labels that no term has, with the row that names them first. */
  readonly strangers: Map<string, number>;
}

function fillLong(rows: FileRows, matrix: Filling): void {
  for (let i = 0; i < rows.table.rows; i++) {
    const a = indexAt(rows, "term", i, matrix);
    const b = indexAt(rows, "with", i, matrix);
    if (a === undefined || b === undefined) continue;
    const value = numberAt(rows, "covariance", i);
    if (Number.isNaN(value)) {
      refuse(rows, "covariance", i, "effects/file-covariance-empty", { a: textAt(rows, "term", i), b: textAt(rows, "with", i) });
      continue;
    }
    const at = a * matrix.K + b;
    if (!Number.isNaN(matrix.values[at]) && matrix.values[at] !== value) {
      refuse(rows, "covariance", i, "effects/file-pair-twice", {
        found: value,
        other: matrix.values[at],
        first: matrix.origin[at],
      });
    } else set(matrix, a, b, value, rows.table.origin[i]);
  }
}

/** Index of a term; undefined for one left out, or that no term has. */
function indexAt(rows: FileRows, header: string, i: number, matrix: Filling): number | undefined {
  const label = tidyHeader(textAt(rows, header, i));
  const found = matrix.place.get(label);
  if (found === undefined && !matrix.known.has(label) && !matrix.strangers.has(label)) {
    matrix.strangers.set(label, rows.table.origin[i]);
  }
  return found;
}

function set({ K, values, origin }: Filling, a: number, b: number, value: number, row: number): void {
  values[a * K + b] = value;
  origin[a * K + b] = row;
}

async function fillSquare(
  source: Source,
  block: FileBlock,
  matrix: Filling,
  problems: Problem[],
  context?: Context,
): Promise<void> {
  const { K, place, values } = matrix;
  const rows = await readFileRows(source, block, { term: text }, problems, context, (header) => header !== "term");
  const columns = [...(rows.table.wide ?? [])].flatMap(([header, column]) => {
    const b = place.get(header);
    if (b !== undefined && column.type === "number") return [{ b, header, column }];
    if (b === undefined && !matrix.known.has(header)) matrix.strangers.set(header, rows.table.detected.headerLine);
    return [];
  });
  for (let i = 0; i < rows.table.rows; i++) {
    const a = indexAt(rows, "term", i, matrix);
    if (a === undefined) continue;
    const first = values.subarray(a * K, (a + 1) * K).findIndex((v) => !Number.isNaN(v));
    if (first >= 0) {
      refuse(rows, "term", i, "effects/file-term-twice", { term: textAt(rows, "term", i), first: matrix.origin[a * K + first] });
      continue;
    }
    for (const { b, header, column } of columns) {
      if (Number.isNaN(column.values[i])) {
        refuse(rows, header, i, "effects/file-covariance-empty", { a: textAt(rows, "term", i), b: header });
      } else set(matrix, a, b, column.values[i], rows.table.origin[i]);
    }
  }
}

function missingPairs({ K, values }: Filling, labels: readonly string[], file: string, problems: Problem[]): void {
  const missing: string[] = [];
  for (let a = 0; a < K; a++) {
    for (let b = 0; b <= a; b++) {
      if (Number.isNaN(values[a * K + b]) && Number.isNaN(values[b * K + a])) missing.push(`${labels[b]} × ${labels[a]}`);
    }
  }
  if (missing.length === 0 || problems.some((p) => p.code === "effects/file-covariance-empty")) return;
  problems.push(
    problem(
      "effects/file-pairs-missing",
      "error",
      { file },
      { count: missing.length, pairs: (K * (K + 1)) / 2, which: listed(missing) },
    ),
  );
}

/** Faults where the two entries of a pair differ; makes the matrix exactly symmetric, in place. A pair given once counts both ways. */
export function checkSymmetry(values: Float64Array, labels: readonly string[], file: string, problems: Problem[]): void {
  const K = labels.length;
  let worst = { size: 0, pair: "", a: 0, b: 0 };
  let pairs = 0;
  for (let a = 0; a < K; a++) {
    for (let b = 0; b < a; b++) {
      const one = values[a * K + b];
      const two = values[b * K + a];
      const lower = Number.isNaN(one) ? two : one;
      const upper = Number.isNaN(two) ? one : two;
      const scale = Math.sqrt(Math.max(0, values[a * K + a]) * Math.max(0, values[b * K + b]));
      const size = Math.abs(lower - upper) / (scale > 0 ? scale : 1);
      if (size > SYMMETRY) {
        pairs++;
        if (size > worst.size) worst = { size, pair: `${labels[b]} × ${labels[a]}`, a: upper, b: lower };
      }
      const mean = lower === upper ? lower : lower / 2 + upper / 2;
      values[a * K + b] = mean;
      values[b * K + a] = mean;
    }
  }
  if (pairs > 0) {
    const params = { count: pairs, pair: worst.pair, a: worst.a, b: worst.b };
    problems.push(problem("effects/file-not-symmetric", "error", { file }, params));
  }
}
