import { existsSync, readdirSync, readFileSync } from "node:fs";
import { isoFromDay, NO_DAY } from "@kontrafakt/base";
import * as cohort from "@kontrafakt/cohort";
import { bytesSource, type Source } from "@kontrafakt/cohort";
import { makeWorld, worldPanel } from "@kontrafakt/data-samples";
import { estimatorOptions } from "@kontrafakt/effects";
import * as study from "@kontrafakt/study";
import { evaluate, type MatchedResults, parseStudy } from "@kontrafakt/study";
import * as umbrella from "kontrafakt";
import { beforeAll, describe, expect, test } from "vitest";
import { program } from "../../packages/kontrafakt/src/cli/program.js";

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
  let results: MatchedResults;
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

  test("its money is told as the README of kontrafakt says", () => {
    const code = [...textOf("packages/kontrafakt/README.md").matchAll(/```js\n([\s\S]*?)```/g)][3][1];
    const said: unknown[] = [];
    const given = { ...umbrella, results, console: { log: (...what: unknown[]) => said.push(...what) } };
    new Function(...Object.keys(given), code)(...Object.values(given));
    expect(said.map((what) => typeof what)).toEqual(["object", "object", "string", "object"]);
    expect(said[3]).toContain("savings-by-year");
  });
});

const packages = readdirSync(new URL("packages/", root)).map((name) => `packages/${name}/README.md`);
const samples = ["early-support", "early-support-plan", "tidiga-insatser", "tidlig-innsats"].map(
  (name) => `data-samples/${name}/README.md`,
);
const textOf = (path: string) => readFileSync(new URL(path, root), "utf8");

test("every file the READMEs link to is there", () => {
  const links = ["README.md", ...packages, ...samples].flatMap((path) =>
    [...textOf(path).matchAll(/\]\((?!https?:)([^)#]+)\)/g)].map((m) => new URL(m[1], new URL(path, root))),
  );
  expect(links.length).toBeGreaterThan(10);
  expect(links.filter((link) => !existsSync(link)).map(String)).toEqual([]);
});

test("every command that the READMEs name is one, and every command is named by the command's own", () => {
  const commands = program({ out: () => {}, err: { write: () => true } }, () => {}).commands.map((command) => command.name());
  const named = (path: string) => [...textOf(path).matchAll(/(?:`|^)kontrafakt ([a-z-]+)/gm)].map((m) => m[1]);
  expect(["README.md", ...packages].flatMap(named).filter((name) => !commands.includes(name))).toEqual([]);
  expect(commands.filter((name) => !named("packages/kontrafakt/README.md").includes(name))).toEqual([]);
});

test.each<[string, object]>([
  ["cohort", cohort],
  ["study", study],
  ["kontrafakt", umbrella],
])("what the README of %s says that it exports, it does", (name, module) => {
  const text = textOf(`packages/${name}/README.md`);
  const table = [...text.matchAll(/^\| (`[^|]+) \|/gm)].flatMap(([, cell]) => [...cell.matchAll(/`([a-z]\w*)(?:\([^`]*)?`/g)]);
  const verbs = [...(/Everything else is verbs: `([^`]+)`/.exec(text)?.[1].matchAll(/(\w+)/g) ?? [])];
  const exports = [...table, ...verbs].map((m) => m[1]);
  expect(exports.length).toBeGreaterThan(10);
  expect(exports.filter((word) => !(word in module))).toEqual([]);
});

test("the comparison groups in the README of kontrafakt are made as it says", () => {
  const code = /```js\n([\s\S]*?)```/.exec(textOf("packages/kontrafakt/README.md"))?.[1] ?? "";
  const world = makeWorld(4, { children: 600, startersPerWave: 20, truthPaths: 2 });
  const panel = worldPanel(world);
  const said: unknown[] = [];
  const { match, weigh, describe: inWords, toTable, chart } = umbrella;
  const given = {
    panel,
    match,
    weigh,
    describe: inWords,
    toTable,
    chart,
    console: { log: (...what: unknown[]) => said.push(...what) },
  };
  new Function(...Object.keys(given), code)(...Object.values(given));
  expect(said.map((what) => (typeof what === "string" ? what.replace(/:.*/, "") : typeof what))).toEqual([
    "matched (nearest)",
    "balance",
    "object",
    "object",
  ]);
});

test("the estimators in the README of kontrafakt are called as it says", () => {
  const code = [...textOf("packages/kontrafakt/README.md").matchAll(/```js\n([\s\S]*?)```/g)][1][1];
  const said: unknown[] = [];
  const given = {
    ...umbrella,
    panel: worldPanel(makeWorld(4, { children: 600, startersPerWave: 20, truthPaths: 2 })),
    console: { log: (...what: unknown[]) => said.push(...what) },
  };
  new Function(...Object.keys(given), code)(...Object.values(given));
  expect(said.map((what) => (typeof what === "string" ? what.replace(/:.*/, "") : typeof what))).toEqual([
    "placement",
    "object",
    "object",
    "two-way weights",
  ]);
});

test("the methods of inference in the README of kontrafakt are called as it says", async () => {
  const code = [...textOf("packages/kontrafakt/README.md").matchAll(/```js\n([\s\S]*?)```/g)][2][1];
  const said: unknown[] = [];
  const given = {
    ...umbrella,
    panel: worldPanel(makeWorld(4, { children: 300, startersPerWave: 20, truthPaths: 2 })),
    console: { log: (...what: unknown[]) => said.push(...what) },
  };
  await new Function(...Object.keys(given), `return (async () => {${code}})()`)(...Object.values(given));
  expect(said.map((what) => (typeof what === "string" ? what.replace(/:.*/, "") : typeof what))).toEqual([
    "inference",
    "object",
    "object",
    "warning",
  ]);
});

test("the estimators in the README are a study's, and the table has them all", () => {
  const [, block] = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map((m) => m[1]);
  const parsed = parseStudy(`${yaml}${block}`, "study.yaml");
  expect(parsed.problems).toEqual([]);
  expect(Object.keys(parsed.study?.effects.estimators ?? {})).toHaveLength(3);
  const [, , methods] = [...readme.matchAll(/```yaml\n([\s\S]*?)```/g)].map((m) => m[1]);
  expect(parseStudy(`${yaml}${methods}`, "study.yaml").study?.effects.inference.beside).toHaveLength(3);
  const [section] = /^## The estimators$[\s\S]*?(?=^## )/m.exec(readme) ?? [""];
  const rows = [...section.matchAll(/^\| `(\w+)` \|(?=(?:[^|]+\|){4}$)/gm)].map((m) => m[1]);
  expect(rows.sort()).toEqual(estimatorOptions.options.map((o) => o.shape.estimator.value).sort());
});

test("the refund scheme in the README of cohort is one a study takes", () => {
  const scheme = /```yaml\n([\s\S]*?)```/.exec(textOf("packages/cohort/README.md"))?.[1] ?? "";
  const text = `kontrafakt: 1
title: Refunds
municipality: Fjordby
programme: Early Support
cohort:
  extract: 2025-01-31
  from: 2017-01-01
  to: 2024-12-31
  people: { file: people.csv, person: id, born: born, start: start, household: household }
  services: { file: services.csv, person: id, service: service, from: from, to: to, amount: amount }
${scheme.trimEnd().replace(/^/gm, "  ")}
${/^savings:[\s\S]*/m.exec(yaml)?.[0]}`;
  const parsed = parseStudy(text, "study.yaml");
  expect(parsed.problems).toEqual([]);
  expect(Object.keys(parsed.study?.cohort.refunds ?? {})).toEqual(["highCost"]);
});
