import { type Context, type PeriodUnit, type Problem, problem } from "@kontrafakt/base";
import type { Source } from "@kontrafakt/cohort";
import type { Term } from "../effects-value.js";
import type { KnownOutcome } from "./effects-file-value.js";
import { type FileBlock, numberAt, readFileRows, refuse, textAt } from "./file-rows.js";
import { countAt, dfAt, termAt } from "./term-at.js";

/** A row of the terms file that has an estimate. */
export interface FileTerm {
  readonly label: string;
  readonly row: number;
  readonly term: Term;
  readonly estimate: number;
  /** NaN where the file has none. */
  readonly se: number;
  readonly df: number;
}

export interface FileTerms {
  readonly file: string;
  readonly terms: readonly FileTerm[];
  /** Labels of rows whose estimate is missing: left out, and so is their covariance. */
  readonly without: ReadonlySet<string>;
  /** Clusters the covariance rests on; NaN where the file does not say. */
  readonly clusters: number;
}

const text = { type: "category" } as const;
const number = { type: "number" } as const;
const optional = { optional: true } as const;
/** Nothing but the empty cell is missing: "-" or "." in a text column is a fault to name. */
const plain = { ...text, missing: [""] };
const columns = {
  term: { ...plain, required: true },
  outcome: { ...plain },
  unit: { ...plain },
  kind: { ...plain },
  scale: { ...plain, ...optional },
  group: { ...text, ...optional },
  time: { ...text, ...optional },
  event: { ...text, ...optional },
  of: { ...text, ...optional },
  n: { ...plain },
  controls: { ...text, ...optional },
  personPeriods: { ...text, ...optional },
  estimate: { ...number, missing: ["", "NA", "NaN", "."] },
  se: { ...number, ...optional, missing: ["", "NA", "NaN", "."] },
  df: { ...text, ...optional },
  clusters: { ...text, ...optional },
};

/** Reads the terms file. Faults go to `problems`, each with row and column. */
export async function readTerms(
  source: Source,
  block: FileBlock,
  unit: PeriodUnit,
  known: readonly KnownOutcome[] | undefined,
  problems: Problem[],
  context?: Context,
): Promise<FileTerms> {
  const rows = await readFileRows(source, block, columns, problems, context);
  const { file, rows: count } = rows.table;
  const terms: FileTerm[] = [];
  const without = new Set<string>();
  const labels = new Map<string, number>();
  const meanings = new Map<string, string>();
  const clusters = new Set<number>();
  let unknownControls = 0;
  for (let i = 0; i < count; i++) {
    const label = textAt(rows, "term", i);
    const first = labels.get(label);
    if (first !== undefined) refuse(rows, "term", i, "effects/file-term-twice", { term: label, first });
    labels.set(label, rows.table.origin[i]);
    const estimate = numberAt(rows, "estimate", i);
    if (Number.isNaN(estimate)) {
      without.add(label);
      continue;
    }
    const before = problems.length;
    const term = termAt(rows, i, unit, known);
    clusters.add(countAt(rows, "clusters", i, true));
    const se = numberAt(rows, "se", i);
    const df = dfAt(rows, i);
    if (se < 0) refuse(rows, "se", i, "effects/file-negative", { found: se });
    if (problems.length > before || !term) continue;
    const meaning = JSON.stringify([term.outcome, term.kind, term.scale, term.group, term.time, term.event, term.of]);
    const same = meanings.get(meaning);
    if (same !== undefined) refuse(rows, "term", i, "effects/file-same-meaning", { term: label, other: same });
    meanings.set(meaning, label);
    if (Number.isNaN(term.controls)) unknownControls++;
    terms.push({ label, row: rows.table.origin[i], term, estimate, se, df });
  }
  if (without.size > 0) {
    const params = { terms: without.size, which: listed([...without]) };
    problems.push(problem("effects/file-without-estimate", "warning", { file, column: "estimate" }, params));
  }
  if (clusters.size > 1) {
    const params = { found: [...clusters].map((c) => (Number.isNaN(c) ? "nothing" : c)).join(", ") };
    problems.push(problem("effects/file-clusters-differ", "error", { file, column: "clusters" }, params));
  }
  if (unknownControls > 0) {
    problems.push(problem("effects/file-controls-unknown", "note", { file, column: "controls" }, { terms: unknownControls }));
  }
  if (terms.length === 0 && !problems.some((p) => p.severity === "error")) {
    problems.push(problem("effects/file-no-terms", "error", { file }, { rows: count }));
  }
  return { file, terms, without, clusters: clusters.size === 1 ? [...clusters][0] : Number.NaN };
}

/** Up to five of the names. */
export function listed(names: readonly string[]): string {
  return names.length > 5 ? `${names.slice(0, 5).join(", ")}, …` : names.join(", ");
}
