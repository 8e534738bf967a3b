import { isoFromDay, KontrafaktError, NO_DAY, type Problem } from "@kontrafakt/base";
import {
  ALWAYS,
  bytesSource,
  type Column,
  cohortMoments,
  cohortOptions,
  createLedger,
  type Ledger,
  NEVER,
  readCells,
  readCohort,
  readTable,
  type Source,
} from "@kontrafakt/cohort";
import { expect } from "vitest";
import type { CellsCase, CohortCase, CorpusCase, Entry, Refused, TableCase } from "./case.js";
import { ledgerFaults, problemFaults } from "./sentence-faults.js";

interface Outcome {
  readonly ledger: Ledger;
  readonly problems: readonly Problem[];
}

/** Reads a case and holds what comes out against what it must yield; every problem and entry must be told well. */
export async function holds(given: CorpusCase): Promise<void> {
  if (given.yields.refused !== undefined) {
    const caught = await read(given).then(
      () => undefined,
      (error: unknown) => error,
    );
    expect(caught, "it must be refused").toBeInstanceOf(KontrafaktError);
    const { problems } = caught as KontrafaktError;
    isRefused(problems, given.yields.refused);
    expect(problems.flatMap(problemFaults), "how problems are told").toEqual([]);
    return;
  }
  const { ledger, problems } = await read(given);
  expect([...problems.flatMap(problemFaults), ...ledgerFaults(ledger)], "how problems and entries are told").toEqual([]);
  const { listed = [], noted } = given.yields;
  expect(entries(ledger, 1, listed)).toEqual(inOrder(listed));
  if (noted !== undefined) expect(entries(ledger, 0, noted)).toEqual(inOrder(noted));
}

function read(given: CorpusCase): Promise<Outcome> {
  if (given.kind === "cells") return cellsHold(given);
  return given.kind === "table" ? tableHolds(given) : cohortHolds(given);
}

async function cellsHold({ files, cells, yields }: CellsCase): Promise<Outcome> {
  const read = await readCells(sourcesOf(files), cells);
  const found = read.groups.flatMap(({ name, n, mean, sd }) =>
    Array.from(n, (count, v): [string, number, number, number] => [name, count, mean[v], sd[v]]).filter(([, count]) => count > 0),
  );
  if (yields.cells !== undefined) expect(found, "cells").toEqual(yields.cells);
  if (yields.covariance !== undefined) expect((await cohortMoments(read)).covariance).toBe(yields.covariance);
  return { ledger: read.ledger, problems: read.problems };
}

async function tableHolds({ files, request, yields }: TableCase): Promise<Outcome> {
  const ledger = createLedger();
  const sources = [...sourcesOf(files).values()];
  const table = await readTable(sources.length === 1 ? sources[0] : sources, request, ledger);
  table.parts.forEach((part, p) => {
    let rows = 0;
    for (let i = 0; i < table.rows; i++) if ((table.part?.[i] ?? 0) === p) rows++;
    ledger.used(part, rows);
  });
  for (const [key, cells] of Object.entries(yields.columns ?? {})) {
    const column = table.columns.get(key) ?? table.wide?.get(key);
    expect(column && cellsOf(column), `column ${key}`).toEqual(cells);
  }
  if (yields.detected !== undefined) expect(table.detected).toMatchObject(yields.detected);
  return { ledger: ledger.finish(), problems: [] };
}

async function cohortHolds({ files, cohort, yields }: CohortCase): Promise<Outcome> {
  const parsed = cohortOptions.safeParse(cohort);
  if (!parsed.success) {
    const problems = parsed.error.issues.flatMap((issue) => {
      const carried = "params" in issue ? (issue.params as { problem?: Problem } | undefined)?.problem : undefined;
      return carried === undefined ? [] : [carried];
    });
    if (problems.length === 0) throw parsed.error;
    throw new KontrafaktError(problems);
  }
  const { panel, ledger, problems } = await readCohort(sourcesOf(files), parsed.data, { seed: 1 });
  const T = panel.periods.ordinals.length;
  const rows = (values: ArrayLike<number>) =>
    Array.from({ length: panel.units }, (_, i) => Array.from({ length: T }, (_, t) => orNull(values[i * T + t])));
  if (yields.people !== undefined) expect(panel.units, "people").toBe(yields.people);
  for (const [name, cells] of Object.entries(yields.measures ?? {})) {
    const measure = panel.measures.find((m) => m.name === name);
    expect(measure && rows(measure.values), `measure ${name}`).toEqual(cells);
  }
  if (yields.observed !== undefined) expect(rows(panel.observed), "observed").toEqual(yields.observed);
  for (const [name, values] of Object.entries(yields.covariates ?? {})) {
    const covariate = panel.covariates.find((c) => c.name === name);
    expect(covariate && Array.from(covariate.values, orNull), `covariate ${name}`).toEqual(values);
  }
  if (yields.firstTreated !== undefined) {
    const told = (g: number) => (g === NEVER ? "never" : g === ALWAYS ? "always" : g - panel.periods.ordinals[0]);
    expect(Array.from(panel.firstTreated, told), "first treated").toEqual(yields.firstTreated);
  }
  if (yields.flow !== undefined) {
    expect(
      ledger.flow.map((step) => [step.code, step.people, step.treated]),
      "flow",
    ).toEqual(yields.flow);
  }
  const codes = new Set(problems.map((p) => p.code));
  for (const code of yields.problems ?? []) expect([...codes], "problems").toContain(code);
  return { ledger, problems };
}

function sourcesOf(files: CorpusCase["files"]): Map<string, Source> {
  const bytes = (content: string | Uint8Array) => (typeof content === "string" ? new TextEncoder().encode(content) : content);
  return new Map(Object.entries(files).map(([name, content]) => [name, bytesSource(name, bytes(content))]));
}

function cellsOf(column: Column): (string | number | null)[] {
  if (column.type === "category") return Array.from(column.values, (code) => (code < 0 ? null : column.levels[code]));
  if (column.type === "day") return Array.from(column.values, (day) => (day === NO_DAY ? null : isoFromDay(day)));
  return Array.from(column.values, orNull);
}

function orNull(value: number): number | null {
  return Number.isNaN(value) ? null : value;
}

/** Lines of the ledger, with the column only where the expected entry names one. */
function entries(ledger: Ledger, listed: 0 | 1, expected: readonly Entry[]): Entry[] {
  const withColumn = new Set(expected.filter((e) => e.length === 4).map(([file, line, code]) => `${file}:${line}:${code}`));
  const found: Entry[] = [];
  for (let i = 0; i < ledger.row.length; i++) {
    if (ledger.listed[i] !== listed) continue;
    const [file, line, code] = [ledger.files[ledger.file[i]].name, ledger.row[i], ledger.codes[ledger.code[i]]];
    found.push(withColumn.has(`${file}:${line}:${code}`) ? [file, line, code, ledger.column[i]] : [file, line, code]);
  }
  return inOrder(found);
}

function inOrder(list: readonly Entry[]): Entry[] {
  const key = (e: Entry) => `${e[0]}\0${String(e[1]).padStart(9, "0")}\0${e[2]}\0${e[3] ?? ""}`;
  return [...list].sort((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
}

function isRefused(problems: readonly Problem[], refused: Refused): void {
  const [first] = problems;
  const { code, ...where } = refused;
  expect(first?.code).toBe(code);
  expect(first?.where).toMatchObject(where);
}
