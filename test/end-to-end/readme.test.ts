import { existsSync, readFileSync } from "node:fs";
import { isoFromDay, NO_DAY } from "@kontrafakt/base";
import { bytesSource, type Source } from "@kontrafakt/cohort";
import { makeWorld } from "@kontrafakt/data-samples";
import { evaluate, parseStudy, type Results } from "@kontrafakt/study";
import { beforeAll, describe, expect, test } from "vitest";

const root = new URL("../../", import.meta.url);
const readme = readFileSync(new URL("README.md", root), "utf8");
const yaml = /```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? "";

const day = (value: number) => (value === NO_DAY ? "" : isoFromDay(value));
const csv = (name: string, rows: readonly (readonly (string | number)[])[]): [string, Source] => [
  name,
  bytesSource(name, new TextEncoder().encode(rows.map((r) => `${r.join(",")}\n`).join(""))),
];

/** English files with the columns that the README's study names, or leaves at their defaults. */
function files(): ReadonlyMap<string, Source> {
  const { people, referrals, spells } = makeWorld(4, { children: 1200, startersPerWave: 30, truthPaths: 2 });
  const persons = Array.from({ length: people.n }, (_, i) => {
    const start = referrals.startQuarter[i] < 0 ? "" : day(referrals.startDay[i]);
    return [`P${i}`, day(people.born[i]), people.boy[i] === 1 ? "boy" : "girl", start];
  });
  const placements = Array.from({ length: spells.count }, (_, r) => r)
    .filter((r) => spells.service[r] === 0)
    .map((r) => [`P${spells.person[r]}`, "Placement", day(spells.from[r]), day(spells.to[r])]);
  const years = [2021, 2022, 2023, 2024];
  return new Map([
    csv("people.csv", [["id", "born", "sex", "start"], ...persons]),
    csv("services.csv", [["id", "service", "from", "to"], ...placements]),
    csv("prices.csv", [
      ["consequence", "payer", "year", "unit", "amount", "priceYear", "cashable"],
      ...years.map((y) => ["Placement", "Municipality", y, "days", 2600, 2024, 0.7]),
    ]),
    csv("cost.csv", [
      ["year", "payer", "planned", "actual", "priceYear"],
      ...years.map((y) => [y, "Municipality", 1000000, 1100000, 2024]),
    ]),
    csv("claim.csv", [
      ["year", "payer", "consequence", "amount", "priceYear"],
      ...years.map((y) => [y, "Municipality", "Placement", 4000000, 2024]),
    ]),
  ]);
}

describe("the README's study", () => {
  let results: Results;
  beforeAll(async () => {
    const { study, problems } = parseStudy(yaml, "study.yaml");
    if (!study) throw new Error(JSON.stringify(problems));
    ({ results } = await evaluate(study, files(), { seed: study.seed }));
  });

  test("is ten lines long and gives a verdict", () => {
    expect(yaml.trimEnd().split("\n").length).toBeLessThanOrEqual(10);
    expect(results.verification.claim).toBe(16000000);
    expect(results.verification.verdict).toMatch(/^[a-z-]+$/);
    expect(Number(results.analysed.matched)).toBeGreaterThan(60);
  });
});

test("every file the README links to is there", () => {
  const links = [...readme.matchAll(/\]\(([^)#]+)\)/g)].map((m) => m[1]);
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => !existsSync(new URL(link, root)))).toEqual([]);
});
