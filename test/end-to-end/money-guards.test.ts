import { KontrafaktError, type Problem } from "@kontrafakt/base";
import { bytesSource } from "@kontrafakt/cohort";
import { problemText } from "@kontrafakt/report";
import { openAccount } from "@kontrafakt/savings";
import { parseStudy, studyFiles } from "@kontrafakt/study";
import { evaluate } from "kontrafakt";
import { expect, test } from "vitest";
import { periods, smallEffects, smallMoney, smallOptions } from "../../packages/savings/src/small-study.fixture.js";
import { parseYaml } from "../../packages/study/src/parse-yaml.js";
import { sampleBytes } from "../determinism/sample.js";

type Options = Record<string, Record<string, unknown>>;

/** Money files whose columns have their default names. */
const savings = () => ({
  currency: "DKK",
  priceYear: 2024,
  prices: { file: "prices.csv" },
  programmeCost: { file: "cost.csv" },
  claim: { file: "claim.csv" },
  discount: { rate: 0.035, baseYear: 2021, source: "test" },
});

const header = "consequence;payer;year;unit;amount;priceYear;cashable;share;refund;deadweight;currency";
const years = [2021, 2022, 2023, 2024];
/** Placement's and special school's prices, of which one row is added to or changed. */
const prices = (last: string, placement = "1;;;") => [
  header,
  ...years.map((year) => `Anbringelse;Familie og Børn;${year};dage;2150;2024;${placement};DKK`),
  last,
];
const cost = ["year;payer;planned;actual;priceYear", "2021;Familie og Børn;100;;2024"];
const claim = ["year;payer;consequence;amount;priceYear", "2021;Familie og Børn;Anbringelse;1200000;2024"];

/** Two outcomes have the service "Anbringelse", so that word stands for neither. */
const named = (row: string) => row.replace(/^Anbringelse/, "placement");

/** The sample study with files put in place of its own; the files of people are never reached. */
async function refusal(
  files: Readonly<Record<string, readonly string[]>>,
  change: (options: Options) => void = () => {},
): Promise<Problem> {
  const options = parseYaml(new TextDecoder().decode(sampleBytes("study.yaml")), "study.yaml").value as Options;
  options.savings = savings();
  change(options);
  const { study, problems } = parseStudy(JSON.stringify(options), "study.yaml");
  if (study === undefined) throw new Error(JSON.stringify(problems));
  const made: Readonly<Record<string, readonly string[]>> = { "cost.csv": cost, "claim.csv": claim, ...files };
  const text = (file: string) => (made[file] === undefined ? sampleBytes(file) : new TextEncoder().encode(made[file].join("\n")));
  const sources = new Map(studyFiles(study).map(({ file }) => [file, bytesSource(file, text(file))]));
  try {
    await evaluate(study, sources, { seed: 1 });
  } catch (error) {
    if (error instanceof KontrafaktError && error.problems.length === 1) return error.problems[0];
    throw error;
  }
  throw new Error("nothing was refused");
}

test.each<[string, () => Promise<Problem>, file: string, row: number, en: RegExp, da: RegExp]>([
  [
    "a claim on what has no price",
    () => refusal({ "prices.csv": prices("").slice(0, 5), "claim.csv": [...claim, "2021;Familie og Børn;Specialskole;1;2024"] }),
    "claim.csv",
    3,
    /a saving on specialSchool is claimed, but the price file has no row for it.*add its price/,
    /forudsat en besparelse på specialSchool, men prisfilen har ingen række for den.*Tilføj prisen/,
  ],
  [
    "payers' shares over 1",
    () => refusal({ "prices.csv": prices("Anbringelse;Staten;2021;dage;2150;2024;1;0,5;;;DKK", "1;0,75;;") }),
    "prices.csv",
    6,
    /shares of one placement in 2021 sum to 1.25; .* no more than 1: correct/,
    /andele af en enhed placement i 2021 giver tilsammen 1,25; .* højst betale 1: Ret/,
  ],
  [
    "mixed price years",
    () => refusal({ "prices.csv": prices("Anbringelse;Staten;2021;dage;2150;2022;1;;;;DKK") }),
    "prices.csv",
    6,
    /one price year: the study says 2024, found 2022; .*savings.index/,
    /ét prisniveau: Studiet siger 2024, fandt 2022; .*savings.index/,
  ],
  [
    "a refund of a net price",
    () =>
      refusal(
        {
          "prices.csv": prices("Anbringelse;Region;2021;dage;100;2024;1;;;;DKK", "1;;netto;"),
          "refunds.csv": ["consequence;payer;refundedBy;share", "Anbringelse;Familie og Børn;Staten;0,25"],
        },
        (options) => Object.assign(options.savings, { refunds: { file: "refunds.csv" } }),
      ),
    "refunds.csv",
    2,
    /price of placement is net of refunds \(prices.csv, row 2\).*gross price/,
    /pris på placement er netto, efter refusion \(prices.csv, række 2\).*bruttoprisen/,
  ],
  [
    "deadweight with a measured effect",
    () => refusal({ "prices.csv": prices("Anbringelse;Staten;2021;dage;2150;2024;1;;;0,1;DKK") }),
    "prices.csv",
    6,
    /found 0.1, but effects are measured against a comparison group.*leave it empty/,
    /fandt 0,1, men effekterne er målt mod en sammenligningsgruppe.*lad feltet være tomt/,
  ],
  [
    "nested consequences",
    () =>
      refusal({ "prices.csv": prices("starts;Familie og Børn;2021;starts;2150;2024;1;;;;DKK").map(named) }, (options) =>
        Object.assign(options.cohort.outcomes as object, {
          starts: { service: "Anbringelse", count: "started" },
        }),
      ),
    "prices.csv",
    6,
    /outcomes placement and starts both count service Anbringelse.*savings.exclusive/,
    /udfaldene placement og starts tæller begge .*Anbringelse.*savings.exclusive/,
  ],
  [
    "another currency",
    () => refusal({ "prices.csv": prices("Anbringelse;Staten;2021;dage;2150;2024;1;;;;EUR") }),
    "prices.csv",
    6,
    /currency is DKK, found EUR; convert/,
    /valuta er DKK, fandt EUR; omregn/,
  ],
  [
    "a price missing in a year with effects",
    async () => {
      const money = smallMoney();
      const prices = money.prices.filter((p) => !(p.payer === "School" && p.year === 2022));
      try {
        openAccount(smallEffects(), { ...money, prices }, smallOptions(), periods);
      } catch (error) {
        if (error instanceof KontrafaktError) return error.problems[0];
      }
      throw new Error("nothing was refused");
    },
    "prices.csv",
    2,
    /School has a price of school for 2023 but none for 2022.*add the missing rows/,
    /School har en pris på school for 2023, men ingen for 2022.*tilføj de manglende rækker/,
  ],
])("%s is refused with file and row, in English and Danish", async (_, refused, file, row, en, da) => {
  const problem = await refused();
  expect(problem.where).toMatchObject({ file, row });
  expect(problem.severity).toBe("error");
  for (const [language, says] of [
    ["en", en],
    ["da", da],
  ] as const) {
    expect(problemText(problem, language)).toMatch(says);
    expect(problemText(problem, language)).toContain(file);
  }
});
