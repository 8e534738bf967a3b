import { readFileSync } from "node:fs";
import { canonicalJson } from "@kontrafakt/base";
import { bytesSource, type Source } from "@kontrafakt/cohort";
import { makeWorld, worldFiles } from "@kontrafakt/data-samples";
import { renderReport, tables } from "@kontrafakt/report";
import { evaluate, type MatchedResults, parseStudy, readResults } from "@kontrafakt/study";
import { beforeAll, expect, test } from "vitest";

const folder = new URL("../../data-samples/early-support/", import.meta.url);
const label = '{ en: "The region", da: "Regionen <b>x</b>" }';
/** Means by year: 4 in 2019, 5 in 2020 and so on; Fjordby is in the file too and left out. */
const others = [
  "Kommune;År;Børn;Dage",
  ...Array.from({ length: 8 }, (_, y) => [
    `Nordby;${2017 + y};30000;${2 + y}`,
    `Sydby;${2017 + y};10000;${2 + y}`,
    `Fjordby;${2017 + y};9;99`,
  ]).flat(),
].join("\n");

let compared: MatchedResults;
let without: MatchedResults;

async function run(change: (yaml: string) => string): Promise<MatchedResults> {
  const text = change(readFileSync(new URL("study.yaml", folder), "utf8")).replace("draws: 10000", "draws: 1000");
  const { study, problems } = parseStudy(text, "study.yaml");
  if (study === undefined) throw new Error(JSON.stringify(problems));
  const world = makeWorld(4711, { children: 1500, startersPerWave: 32, truthPaths: 2 });
  const sources = new Map<string, Source>(worldFiles(world).map(({ name, bytes }) => [name, bytesSource(name, bytes)]));
  sources.set("others.csv", bytesSource("others.csv", new TextEncoder().encode(others)));
  const { results } = await evaluate(study, sources, { seed: 1 });
  return readResults(canonicalJson(results), "results.json") as MatchedResults;
}

beforeAll(async () => {
  without = await run((yaml) => yaml);
  compared = await run((yaml) =>
    yaml.replace(
      "  programmeService:",
      `  comparisonCells:\n    { file: others.csv, label: ${label}, source: KMD 2024, period: År, longer: repeat, group: Kommune, leaveOut: [Fjordby], n: Børn, outcomes: { absence: { mean: Dage } } }\n  programmeService:`,
    ),
  );
}, 120_000);

test("published averages stand beside the paths and change nothing else", () => {
  const absence = compared.outcomes.find((o) => o.name === "absence");
  expect(absence?.others).toMatchObject({ source: "KMD 2024", groups: 2, people: [40000, 40000] });
  const { others: _, ...rest } = absence as NonNullable<typeof absence>;
  expect(rest).toEqual(without.outcomes.find((o) => o.name === "absence"));
  expect(compared.outcomes.filter((o) => o.others !== undefined)).toHaveLength(1);
  expect(compared.savings).toEqual(without.savings);
  expect(compared.verification).toEqual(without.verification);
  expect(compared.inputs.map((i) => i.file)).toContain("others.csv");
  expect(compared.flow.files.find((f) => f.file === "others.csv")).toMatchObject({ read: 24, used: 16, listed: 8 });
});

test("they follow the starters' calendar time", () => {
  const absence = compared.outcomes.find((o) => o.name === "absence");
  const { ordinals } = compared.periods;
  const at = compared.waves.map((w) => w.ordinal);
  absence?.paths.event.forEach((event, i) => {
    const times = at.map((wave) => wave + event).filter((time) => ordinals.includes(time));
    const published = times.map((time) => Math.floor(time / 4) - 2015);
    const value = absence.others?.values[i] as number;
    // Told to what five people of a wave would change, which is less than a half here.
    expect(value).toBeGreaterThanOrEqual(Math.min(...published) - 0.5);
    expect(value).toBeLessThanOrEqual(Math.max(...published) + 0.5);
  });
});

test("the report draws them, names them and their source in both languages, and the table has them", async () => {
  const english = await renderReport(compared, "en");
  expect(english).toContain("The region: published averages of 40,000 people a period (source: KMD 2024)");
  const danish = await renderReport(compared, "da");
  expect(danish).toContain(
    "Regionen &lt;b&gt;x&lt;/b&gt;: offentliggjorte gennemsnit for 40.000 personer pr. periode (kilde: KMD 2024)",
  );
  expect(danish).not.toContain("<b>x</b>");
  expect(
    tables(compared, "en")
      .find((t) => t.name === "paths")
      ?.csv.split("\n")[0],
  ).toContain("Published averages of others");
  expect(
    tables(without, "en")
      .find((t) => t.name === "paths")
      ?.csv.split("\n")[0],
  ).not.toContain("Published averages");
});
