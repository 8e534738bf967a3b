import { fail } from "@kontrafakt/base";
import { migrate1to2 } from "./disclosure/migrate-1-to-2.js";
import { messages } from "./messages.js";
import { migrate2to3 } from "./migrate-2-to-3.js";
import { migrate3to4 } from "./migrate-3-to-4.js";
import { migrate4to5 } from "./migrate-4-to-5.js";
import { type Results, SCHEMA_VERSION } from "./results.js";
import { resultsFault } from "./results-fault.js";

type Migration = (old: Record<string, unknown>) => Record<string, unknown>;

/** From a schema version to the next. */
const migrations: ReadonlyMap<number, Migration> = new Map([
  [1, migrate1to2],
  [2, migrate2to3],
  [3, migrate3to4],
  [4, migrate4to5],
]);

/** Numbers that may be infinite or missing; canonical JSON writes those as a text and as null. */
const numeric = new Set(
  (
    "estimate se df lower upper bandLower bandUpper priceLower priceUpper statistic df1 df2 p beforeAfter treatedVersusRest " +
    "meanTreated meanControlBefore meanControlAfter smdBefore smdAfter varianceRatioBefore varianceRatioAfter ksBefore ksAfter " +
    "worstSmdAfter effectiveControls worst smallestDetectable covariance share starters matched controls atRisk size meanTreatedAfter " +
    "ecdfMeanBefore ecdfMeanAfter overlapBefore overlapAfter pairDistance meanUnmatched smdUnmatched edges others treatedBefore " +
    "treatedAfter controlsBefore controlsAfter pAbove pBelow largestShare"
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

/** Undoes what canonical JSON does to numbers that JSON cannot hold. */
function revive(key: string, value: unknown): unknown {
  if (key === "fieller") return withoutNaN(value);
  if (!numeric.has(key)) return value;
  return Array.isArray(value) ? value.map(number) : typeof value === "object" && value !== null ? value : number(value);
}

/**
 * Reads results.json, of this schema version or an older one. The study it holds is left as it is written.
 *
 * @param text the file's text
 * @param file its name, for messages
 */
export function readResults(text: string, file: string): Results {
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
  return { ...JSON.parse(JSON.stringify(rest), revive), study } as Results;
}
