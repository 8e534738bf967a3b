import { existsSync, readFileSync } from "node:fs";
import { ALWAYS, NEVER, type Panel } from "@kontrafakt/cohort";
import { bacon } from "@kontrafakt/effects";
import { describe, expect, it } from "vitest";

// Against bacondecomp 0.1.1 (R 4.2.2). Weights 1e-10 absolute, estimates 1e-8 absolute.
// The figures for the divorce data are not compared: the data are not among the reference files.
// Deliberate difference: with covariates bacondecomp's weights of pairs sum to 1 and the part within groups stands beside them; here all sum to 1.
const reference = new URL("../../../shared/reference/", import.meta.url);
const present = existsSync(reference);
const required = process.env.CI_RUN === "1";

interface Golden {
  readonly treated: number;
  readonly untreated: number;
  readonly estimate: number;
  readonly weight: number;
  readonly type: string;
}

const types: Record<string, string> = {
  "Treated vs Untreated": "treated-untreated",
  "Earlier vs Later Treated": "earlier-later",
  "Later vs Earlier Treated": "later-earlier",
  "Later vs Always Treated": "treated-always",
  "Both Treated": "both-treated",
};

function panelOf(file: string, id: string, time: string, treatment: string, measures: readonly string[]): Panel {
  const [head, ...lines] = readFileSync(new URL(`data/${file}.csv`, reference), "utf8")
    .trim()
    .split("\n");
  const names = head.split(",");
  const rows = lines.map((line) => line.split(","));
  const column = (name: string) => rows.map((r) => r[names.indexOf(name)]);
  const units = [...new Set(column(id))];
  const ordinals = [...new Set(column(time).map(Number))].sort((a, b) => a - b);
  const T = ordinals.length;
  const at = rows.map((r) => units.indexOf(r[names.indexOf(id)]) * T + ordinals.indexOf(Number(r[names.indexOf(time)])));
  const dense = (name: string) => {
    const values = new Float64Array(units.length * T).fill(Number.NaN);
    column(name).forEach((v, r) => {
      values[at[r]] = Number(v);
    });
    return values;
  };
  const treated = dense(treatment);
  const firstTreated = Int32Array.from(units, (_, i) => {
    const first = treated.subarray(i * T, (i + 1) * T).indexOf(1);
    return first < 0 ? NEVER : first === 0 ? ALWAYS : ordinals[first];
  });
  return {
    kind: "panel",
    units: units.length,
    periods: { unit: "year", ordinals: Int32Array.from(ordinals) },
    ids: units,
    firstTreated,
    observed: new Uint8Array(units.length * T).fill(1),
    measures: measures.map((name) => ({ name, unit: "", values: dense(name) })),
    covariates: [],
    clusterings: [],
  };
}

it.runIf(required)("has the reference folder beside the project", () => {
  expect(present).toBe(true);
});

describe.skipIf(!present)(
  `bacon against bacondecomp 0.1.1${present ? "" : " (skipped: ../shared/reference is not beside the project)"}`,
  () => {
    const golden = present ? JSON.parse(readFileSync(new URL("golden/04_bacon.json", reference), "utf8")) : {};
    const castle = () => panelOf("bacon_castle", "state", "year", "post", ["l_homicide", "l_pop", "l_income"]);
    const math = () => panelOf("bacon_math_reform", "state", "class", "reform_math", ["incearn_ln"]);

    it.each([
      ["castle l_homicide~post", castle, "l_homicide"],
      ["math_reform incearn_ln~reform_math", math, "incearn_ln"],
    ])("%s", (key, panel, outcome) => {
      const { all, types: byType, twfe } = golden[key];
      const result = bacon(panel(), { outcome });
      expect(Math.abs(result.estimate - twfe)).toBeLessThan(1e-8);
      expect(result.comparisons.length).toBe(all.length);
      for (const row of all as Golden[]) {
        const control = row.untreated === 99999 ? NEVER : row.untreated;
        const mine = result.comparisons.find((c) => c.treated === row.treated && c.control === control)!;
        expect(mine.type).toBe(types[row.type]);
        expect(Math.abs(mine.weight - row.weight)).toBeLessThan(1e-10);
        expect(Math.abs(mine.estimate - row.estimate)).toBeLessThan(1e-8);
      }
      for (const row of byType as { type: string; w: number; avg: number }[]) {
        const mine = result.types.find((t) => t.type === types[row.type])!;
        expect(Math.abs(mine.weight - row.w)).toBeLessThan(1e-10);
        expect(Math.abs(mine.estimate - row.avg)).toBeLessThan(1e-8);
      }
    });

    it("castle with controls", () => {
      const { Omega, beta_hat_w, tb } = golden["castle controls"];
      const result = bacon(castle(), { outcome: "l_homicide", covariates: ["l_pop", "l_income"] });
      const within = result.types.find((t) => t.type === "within")!;
      expect(Math.abs(within.weight - Omega)).toBeLessThan(1e-10);
      expect(Math.abs(within.estimate - beta_hat_w)).toBeLessThan(1e-8);
      expect(result.comparisons.length).toBe(tb.length);
      for (const row of tb as Golden[]) {
        const control = row.untreated === 99999 ? NEVER : row.untreated;
        const mine = result.comparisons.find((c) => c.treated === row.treated && c.control === control)!;
        expect(mine.type).toBe(types[row.type]);
        expect(Math.abs(mine.weight / (1 - Omega) - row.weight)).toBeLessThan(1e-10);
        expect(Math.abs(mine.estimate - row.estimate)).toBeLessThan(1e-8);
      }
    });
  },
);
