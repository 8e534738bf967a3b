import { canonicalJson } from "@kontrafakt/base";
import { bytesSource } from "@kontrafakt/cohort";
import { renderReport } from "@kontrafakt/report";
import { evaluate, type MatchedResults, parseStudy, readResults, studyFiles } from "@kontrafakt/study";
import { beforeAll, describe, expect, test } from "vitest";
import { parseYaml } from "../../packages/study/src/parse-yaml.js";
import { sampleBytes } from "../determinism/sample.js";

type Options = Record<string, never> & { cohort: Options; matching: Options; effects: Options; savings: Options };

const steps = [
  { above: 860_000, refund: 0.25 },
  { above: 1_680_000, refund: 0.5 },
  { above: 2_120_000, refund: 0.75 },
];

/** The sample study with placements counted as days, starts and kroner after and before refund. */
function study(change: (options: Options) => void = () => {}) {
  const options = parseYaml(new TextDecoder().decode(sampleBytes("study.yaml")), "study.yaml").value as Options;
  Object.assign(options.cohort, {
    refunds: {
      highCost: {
        services: "Anbringelse",
        per: "household",
        payer: "Staten",
        rates: [
          { from: 2017, steps: [], source: "test: no refund before 2022" },
          { from: 2022, steps, source: "Barnets lov § 198, 2022 level" },
        ],
      },
    },
    outcomes: {
      placementNet: { refund: "highCost", label: { en: "Placement, net cost", da: "Anbringelse, nettoudgift" } },
      placementRefund: { refund: "highCost", side: "state", label: { en: "Placement, refunded", da: "Anbringelse, refusion" } },
      placementDays: { service: "Anbringelse", label: { en: "Days in placement", da: "Dage i anbringelse" } },
      placementAny: { service: "Anbringelse", count: "any", label: { en: "Any placement", da: "Nogen anbringelse" } },
      schoolStarts: { service: "Specialskole", count: "started", label: { en: "Special school", da: "Specialskole" } },
    },
  });
  Object.assign(options.matching, { history: { outcomes: ["placementDays"], windows: [[1, 4]] } });
  Object.assign(options.savings, { draws: 1000, budget: undefined });
  // The files made here have none of these columns; named as by default, they may be absent.
  Object.assign(options.savings.prices as object, { basis: "basis", grade: "grade" });
  Object.assign(options.savings.claim as object, { starters: "starters", effect: "effect", price: "price" });
  (options.effects as { estimators?: unknown }).estimators = {};
  change(options);
  return parseStudy(JSON.stringify(options), "study.yaml");
}

const prices = (rows: readonly string[]) => [
  "Konsekvens;Betaler;År;Enhed;Pris;Lav;Høj;Prisniveau;Realiserbar andel;Kilde",
  ...[2021, 2022, 2023, 2024].flatMap((year) => rows.map((row) => row.replace("{year}", String(year)))),
];
const net = "Anbringelse, nettoudgift;Familie og Børn;{year};kr;1;;;2024;0,7;krone for krone";
const refund = "Anbringelse, refusion;Staten;{year};kr;1;;;2024;1;krone for krone";

async function run(priced: readonly string[], change?: (options: Options) => void) {
  const { study: asked, problems } = study(change);
  if (asked === undefined) throw new Error(JSON.stringify(problems));
  const claim = [
    "År;Betaler;Konsekvens;Forudsat besparelse;Prisniveau",
    ...[2021, 2022, 2023, 2024].flatMap((year) => [
      `${year};Familie og Børn;Anbringelse, nettoudgift;5000000;2024`,
      `${year};Staten;Anbringelse, refusion;0;2024`,
    ]),
  ];
  const made: Record<string, readonly string[]> = { "prices.csv": prices(priced), "claim.csv": claim };
  const sources = new Map(
    studyFiles(asked).map(({ file }) => [
      file,
      bytesSource(file, Object.hasOwn(made, file) ? new TextEncoder().encode(made[file].join("\n")) : sampleBytes(file)),
    ]),
  );
  return evaluate(asked, sources, { seed: asked.seed });
}

describe("a study whose services are counted as kroner, starts and any", () => {
  let results: MatchedResults;
  let reports: readonly string[];
  beforeAll(async () => {
    const { results: made } = await run([net, refund]);
    results = readResults(canonicalJson(made), "results.json") as MatchedResults;
    reports = await Promise.all((["en", "da"] as const).map((language) => renderReport(results, language)));
  }, 60_000);

  test("has each outcome in its own unit, and only the net cost and the refund priced", () => {
    expect(results.outcomes.map((o) => [o.name, o.unit, o.priced])).toEqual([
      ["placementNet", "kr", true],
      ["placementRefund", "kr", true],
      ["placementDays", "days", false],
      ["placementAny", "periods", false],
      ["schoolStarts", "starts", false],
    ]);
  });

  test("saves what the effect on kroner is, and each payer its own part", () => {
    const total = (name: string) => results.outcomes.find((o) => o.name === name)?.total.estimate as number;
    for (const [payer, outcome] of [
      ["Familie og Børn", "placementNet"],
      ["Staten", "placementRefund"],
    ]) {
      const gross = results.savings.lines.find(
        (l) => l.measure === "gross" && l.payer === payer && l.year === null && l.consequence === null && !l.discounted,
      );
      expect(gross?.figure.estimate).toBeCloseTo(-total(outcome), 2);
      expect(Math.abs(total(outcome))).toBeGreaterThan(1000);
    }
  });

  test("reads well in both languages", () => {
    const [en, da] = reports;
    for (const words of ["Placement, net cost", "kr.", "starts", "periods with it"]) expect(en).toContain(words);
    for (const words of ["Anbringelse, nettoudgift", "påbegyndte forløb", "perioder med ydelsen"]) expect(da).toContain(words);
    for (const html of reports) expect(html.replaceAll("{year}-K{quarter}", "")).not.toMatch(/\{\w+\}|undefined|\bNaN\b/);
  });

  test("tells the declared basis and the rates with their source", () => {
    const { cohort } = results.study as { cohort: { refunds: { highCost: { rates: { source: string }[] } } } };
    expect(cohort.refunds.highCost.rates[1].source).toBe("Barnets lov § 198, 2022 level");
    expect(reports[0]).toContain("Barnets lov § 198, 2022 level");
  });
});

describe("money that would count twice is refused", () => {
  const refused = (priced: readonly string[], change?: (options: Options) => void) =>
    run(priced, change).then(
      () => "no error",
      (error: Error) => error.message,
    );
  test("the days and the net cost of one service", async () => {
    expect(await refused([net, "Dage i anbringelse;Familie og Børn;{year};dage;2150;;;2024;1;x"])).toMatch(
      /placementNet and placementDays both count service Anbringelse/,
    );
  });
  test("a net cost with a line for who refunds, and a refund with another payer", async () => {
    expect(await refused([net, net.replace("Familie og Børn", "Staten")])).toMatch(/what is left after Staten has refunded/);
    expect(await refused([net, refund.replace("Staten", "Skole")])).toMatch(/only Staten has its price, found Skole/);
  });
});
