import { existsSync, readFileSync } from "node:fs";

const reference = new URL("../../../shared/reference/", import.meta.url);

/** Whether to run tests against R's figures: skipped where the reference folder is missing, but not under `.ci/run`. */
export const runs = existsSync(reference) || process.env.CI_RUN === "1";
export const why = "needs the reference folder";

/** The golden figures of one R script. */
export function golden<T>(name: string): Record<string, T> {
  return JSON.parse(readFileSync(new URL(`golden/${name}.json`, reference), "utf8")) as Record<string, T>;
}

export interface Lalonde {
  readonly n: number;
  readonly id: string[];
  readonly treated: Uint8Array;
  /** By R's names; race as indicators of each level. */
  readonly columns: Map<string, Float64Array>;
  /** n × 9 with intercept: age, educ, hispan, white (black is the reference), married, nodegree, re74, re75. */
  readonly design: Float64Array;
  readonly k: number;
}

export function lalonde(): Lalonde {
  const [head, ...lines] = readFileSync(new URL("data/matchit_lalonde.csv", reference), "utf8").trim().split(/\r?\n/);
  const names = head.split(",");
  const rows = lines.map((line) => line.split(","));
  const text = (name: string): string[] => rows.map((row) => row[names.indexOf(name)].replaceAll('"', ""));
  const columns = new Map<string, Float64Array>();
  for (const name of ["age", "educ", "married", "nodegree", "re74", "re75"])
    columns.set(name, Float64Array.from(text(name), Number));
  for (const race of ["black", "hispan", "white"]) {
    columns.set(
      `race${race}`,
      Float64Array.from(text("race"), (v) => (v === race ? 1 : 0)),
    );
  }
  const n = rows.length;
  const inScore = ["age", "educ", "racehispan", "racewhite", "married", "nodegree", "re74", "re75"];
  const k = inScore.length + 1;
  const design = new Float64Array(n * k).fill(1);
  inScore.forEach((name, j) => {
    columns.get(name)?.forEach((v, i) => {
      design[i * k + j + 1] = v;
    });
  });
  return { n, id: text("id"), treated: Uint8Array.from(text("treat"), Number), columns, design, k };
}

/** SD over treated and controls together, the unit of MatchIt's own calipers. */
export function sdOfAll(x: Float64Array): number {
  const mean = x.reduce((a, b) => a + b, 0) / x.length;
  return Math.sqrt(x.reduce((a, b) => a + (b - mean) ** 2, 0) / (x.length - 1));
}
