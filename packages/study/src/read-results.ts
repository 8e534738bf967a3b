import { fail } from "@kontrafakt/base";
import { migrate1to2 } from "./disclosure/migrate-1-to-2.js";
import { messages } from "./messages.js";
import { migrate2to3 } from "./migrate-2-to-3.js";
import { migrate3to4 } from "./migrate-3-to-4.js";
import { migrate4to5 } from "./migrate-4-to-5.js";
import { migrate5to6 } from "./migrate-5-to-6.js";
import type { AnyResults } from "./plan/plan-results.js";
import { SCHEMA_VERSION } from "./results.js";
import { resultsFault } from "./results-fault.js";

type Migration = (old: Record<string, unknown>) => Record<string, unknown>;

/** From a schema version to the next. */
const migrations: ReadonlyMap<number, Migration> = new Map([
  [1, migrate1to2],
  [2, migrate2to3],
  [3, migrate3to4],
  [4, migrate4to5],
  [5, migrate5to6],
]);

/** Numbers that may be infinite or missing; canonical JSON writes those as a text and as null. */
const numeric = new Set(
  (
    "estimate se df lower upper bandLower bandUpper priceLower priceUpper statistic df1 df2 p beforeAfter treatedVersusRest " +
    "meanTreated meanControlBefore meanControlAfter smdBefore smdAfter varianceRatioBefore varianceRatioAfter ksBefore ksAfter " +
    "worstSmdAfter effectiveControls worst smallestDetectable covariance share starters matched controls atRisk size meanTreatedAfter " +
    "ecdfMeanBefore ecdfMeanAfter overlapBefore overlapAfter pairDistance meanUnmatched smdUnmatched edges others treatedBefore " +
    "treatedAfter controlsBefore controlsAfter pAbove pBelow largestShare error low high cost gain benefitCost"
  ).split(" "),
);

function number(value: unknown): unknown {
  if (value === null) return Number.NaN;
  return value === "Infinity" ? Number.POSITIVE_INFINITY : value === "-Infinity" ? Number.NEGATIVE_INFINITY : value;
}

/** Fieller's limits are null where there are none: no number was lost. */
function withoutNaN(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, limit]) => [name, Number.isNaN(limit) ? null : limit]));
}

/** In money rows a missing amount is NaN: known to be paid, not how much. Elsewhere `amount` may be null for good. */
function withMissingAmounts(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const missing = new Set(["amount", "planned", "actual", "dropouts"]);
  const row = (one: Record<string, unknown>) =>
    Object.fromEntries(Object.entries(one).map(([name, cell]) => [name, missing.has(name) ? number(cell) : cell]));
  return Object.fromEntries(
    Object.entries(value).map(([name, rows]) => [name, Array.isArray(rows) ? rows.map((one) => row(one)) : rows]),
  );
}

/** Undoes what canonical JSON does to numbers that JSON cannot hold. */
function revive(key: string, value: unknown): unknown {
  if (key === "fieller") return withoutNaN(value);
  if (key === "money") return withMissingAmounts(value);
  if (!numeric.has(key)) return value;
  return Array.isArray(value) ? value.map(number) : typeof value === "object" && value !== null ? value : number(value);
}

/**
 * Reads results.json, of this schema version or an older one. The study it holds is left as it is written.
 *
 * @param text the file's text
 * @param file its name, for messages
 */
export function readResults(text: string, file: string): AnyResults {
  const where = { file };
  let value: Record<string, unknown>;
  try {
    value = JSON.parse(text) as Record<string, unknown>;
  } catch (error) {
    return fail("study/results-not-json", where, { reason: (error as Error).message }, messages);
  }
  if (typeof value !== "object" || value === null || value.kind !== "results" || !Number.isInteger(value.schemaVersion)) {
    return fail("study/results-other-kind", where, {}, messages);
  }
  const found = value.schemaVersion as number;
  if (found > SCHEMA_VERSION) return fail("study/results-too-new", where, { found, known: SCHEMA_VERSION }, messages);
  for (let version = found; version < SCHEMA_VERSION; version++) {
    const migrate = migrations.get(version);
    if (!migrate) return fail("study/results-too-old", where, { found }, messages);
    value = migrate(value);
  }
  const reason = resultsFault(value);
  if (reason !== undefined) return fail("study/results-not-json", where, { reason }, messages);
  const { study, ...rest } = value;
  return { ...JSON.parse(JSON.stringify(rest), revive), study } as AnyResults;
}
