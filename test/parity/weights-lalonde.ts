import { readFileSync } from "node:fs";

export { golden, lalonde, runs, why } from "./matching-lalonde.js";

/** Earnings in 1978. */
export function outcome(): Float64Array {
  const url = new URL("../../../shared/reference/data/matchit_lalonde.csv", import.meta.url);
  const [head, ...lines] = readFileSync(url, "utf8").trim().split(/\r?\n/);
  const at = head.split(",").indexOf("re78");
  return Float64Array.from(lines, (line) => Number(line.split(",")[at]));
}
