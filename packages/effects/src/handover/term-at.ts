import type { PeriodUnit } from "@kontrafakt/base";
import type { Term, TermKind } from "../effects-value.js";
import type { KnownOutcome } from "./effects-file-value.js";
import { type FileRows, refuse, textAt } from "./file-rows.js";
import { parsePeriod } from "./parse-period.js";

const kinds = ["cell", "event", "group", "calendar", "simple", "overall", "static"] as const satisfies readonly TermKind[];
const scales = ["difference", "ratio", "treatedMean", "counterfactualMean"] as const satisfies readonly Term["scale"][];
const aggregations = ["dynamic", "group", "calendar"] as const;
/** What places a term of each kind. */
const needs: Readonly<Record<(typeof kinds)[number], readonly ("group" | "time" | "event")[]>> = {
  cell: ["group", "time"],
  event: ["event"],
  group: ["group"],
  calendar: ["time"],
  simple: [],
  overall: [],
  static: [],
};
/** Kinds whose person-periods are their treated units, each counted once. */
const onePeriod: ReadonlySet<string> = new Set(["cell", "event", "calendar"]);

/** What the estimate of a row is about; undefined where a fault leaves that open. Faults go to the rows' problems. */
export function termAt(
  rows: FileRows,
  i: number,
  unit: PeriodUnit,
  known: readonly KnownOutcome[] | undefined,
): Term | undefined {
  const outcome = textAt(rows, "outcome", i);
  const measured = textAt(rows, "unit", i);
  if (outcome === "") refuse(rows, "outcome", i, "effects/file-empty");
  if (measured === "") refuse(rows, "unit", i, "effects/file-empty");
  const own = known?.find((one) => one.name === outcome);
  if (known && outcome !== "" && !own) {
    refuse(rows, "outcome", i, "effects/file-outcome", { found: outcome, known: known.map((one) => one.name).join(", ") });
  }
  if (own && measured !== "" && own.unit !== measured) {
    refuse(rows, "unit", i, "effects/file-unit", { outcome, found: measured, needed: own.unit });
  }
  const kind = oneOf(rows, "kind", i, kinds);
  const scale = textAt(rows, "scale", i) === "" ? "difference" : oneOf(rows, "scale", i, scales);
  const of = textAt(rows, "of", i) === "" ? undefined : oneOf(rows, "of", i, aggregations);
  const n = countAt(rows, "n", i);
  const controls = countAt(rows, "controls", i, true);
  if (!kind || !scale) return undefined;
  for (const header of ["group", "time", "event"] as const) {
    const needed = needs[kind].includes(header);
    const allowed = needed || (kind === "cell" && header === "event");
    const found = textAt(rows, header, i);
    if (needed && found === "") refuse(rows, header, i, "effects/file-place-missing", { kind });
    if (!allowed && found !== "") refuse(rows, header, i, "effects/file-place-unwanted", { kind, found });
  }
  if (of && kind !== "overall") refuse(rows, "of", i, "effects/file-place-unwanted", { kind, found: of });
  const group = periodAt(rows, "group", i, unit);
  const time = periodAt(rows, "time", i, unit);
  const event = kind === "cell" ? eventOfCell(rows, i, group, time) : eventAt(rows, i);
  const given = countAt(rows, "personPeriods", i, true);
  if (Number.isNaN(given) && !onePeriod.has(kind)) refuse(rows, "personPeriods", i, "effects/file-person-periods", { kind });
  const personPeriods = Number.isNaN(given) ? n : given;
  if (personPeriods < n) refuse(rows, "personPeriods", i, "effects/file-fewer-periods", { personPeriods, n });
  return {
    outcome,
    unit: measured,
    kind,
    scale,
    ...(group !== undefined && { group }),
    ...(time !== undefined && { time }),
    ...(event !== undefined && { event }),
    ...(of && { of }),
    n,
    controls,
    personPeriods,
  };
}

function oneOf<T extends string>(rows: FileRows, header: string, i: number, words: readonly T[]): T | undefined {
  const found = textAt(rows, header, i);
  const word = words.find((one) => one === found);
  if (!word) refuse(rows, header, i, "effects/file-word", { found, words: words.join(", ") });
  return word;
}

function periodAt(rows: FileRows, header: string, i: number, unit: PeriodUnit): number | undefined {
  const found = textAt(rows, header, i);
  if (found === "") return undefined;
  const ordinal = parsePeriod(found, unit);
  if (!Number.isNaN(ordinal)) return ordinal;
  refuse(rows, header, i, "effects/file-period", { found, example: examples[unit] });
  return undefined;
}

/** How a period of each unit is written. */
export const examples: Readonly<Record<PeriodUnit, string>> = {
  year: "2021",
  quarter: "2021Q3",
  month: "2021-07",
  ordinal: "7",
};

function eventAt(rows: FileRows, i: number): number | undefined {
  const found = textAt(rows, "event", i);
  if (found === "") return undefined;
  if (/^[-+]?\d{1,6}$/.test(found)) return Number(found) + 0;
  refuse(rows, "event", i, "effects/file-event", { found });
  return undefined;
}

function eventOfCell(rows: FileRows, i: number, group: number | undefined, time: number | undefined): number | undefined {
  const found = eventAt(rows, i);
  if (group === undefined || time === undefined) return found;
  if (found !== undefined && found !== time - group) {
    refuse(rows, "event", i, "effects/file-event-differs", { found, needed: time - group });
  }
  return time - group;
}

/**
 * A count of people. A number under a threshold of disclosure ("<5") cannot be worked with where the count enters money; where it only
 * informs (`mayMiss`), it is unknown.
 */
export function countAt(rows: FileRows, header: string, i: number, mayMiss = false): number {
  const found = textAt(rows, header, i);
  if (mayMiss && (found === "" || isHidden(found))) return Number.NaN;
  const value =
    /^\d{1,12}(?:[.,]0+)?$/.test(found) || /^\d(?:[.,]\d+)?[eE]\+?\d{1,2}$/.test(found)
      ? Number(found.replace(",", "."))
      : Number.NaN;
  if (Number.isInteger(value) && (value > 0 || header !== "n")) return value;
  refuse(rows, header, i, isHidden(found) ? "effects/file-hidden-count" : "effects/file-count", {
    found: found === "" ? "nothing" : found,
  });
  return Number.NaN;
}

function isHidden(found: string): boolean {
  return /^(?:[<≤]\s*=?\s*\d+|\d+\s*[-–]\s*\d+|[*x.:-]+|NA)$/i.test(found);
}

export function dfAt(rows: FileRows, i: number): number {
  const found = textAt(rows, "df", i);
  if (found === "" || /^\+?(?:inf|infinity|∞)$/i.test(found)) return Number.POSITIVE_INFINITY;
  const value = Number(found.replace(",", "."));
  if (value > 0) return value;
  refuse(rows, "df", i, "effects/file-df", { found });
  return Number.NaN;
}
