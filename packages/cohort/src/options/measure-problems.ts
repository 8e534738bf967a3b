import type { Params, PeriodUnit } from "@kontrafakt/base";
import { patternUnit } from "../shapes/period-pattern.js";
import { finerThan, longerThan } from "../shapes/stretch.js";
import type { MeasureOptions } from "./measure-options.js";

type Add = (path: readonly (string | number)[], code: string, params: Params) => void;

/** Rules between the options of a measure: one shape of file, a pattern that can be read, and what becomes of its periods. */
export function measureProblems(measures: Readonly<Record<string, MeasureOptions>>, period: PeriodUnit, add: Add): void {
  for (const [measure, options] of Object.entries(measures)) {
    const path = ["measures", measure];
    const { columns, on, value, pattern, combine, longer } = options;
    const shapes = [columns, options.period, on].filter((given) => given !== undefined).length;
    if (shapes !== 1) add(path, "measure-shape", { measure });
    else if ((columns === undefined) !== (value !== undefined)) add([...path, "value"], "measure-value", { measure });
    if (pattern !== undefined && options.period === undefined) add([...path, "pattern"], "pattern-without-period", { measure });
    const named = columns !== undefined ? "columns" : "pattern";
    const found = columns ?? pattern;
    const unit = found === undefined ? undefined : patternUnit(found);
    if (found !== undefined && unit === undefined) add([...path, named], "pattern-unusable", { found });
    if (unit !== undefined && longerThan(unit, period) && longer === undefined)
      add([...path, "longer"], "longer-needed", { found: found as string, period });
    if (unit !== undefined && finerThan(unit, period) && combine === undefined)
      add([...path, "combine"], "combine-needed", { found: found as string, period });
    if (on !== undefined && longer !== undefined) add([...path, "longer"], "longer-without-use", { measure });
    if (longer === "share" && combine !== undefined && combine !== "sum") add([...path, "combine"], "share-is-sum", { combine });
  }
}
