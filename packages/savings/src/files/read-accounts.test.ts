import { problemText } from "@kontrafakt/base";
import { describe, expect, test } from "vitest";
import { messages } from "../messages.js";
import { chartOf, followsChart } from "./chart-of-accounts.js";
import { priceLines, readFiles, refusedFor } from "./money-sources.fixture.js";
import { acceptedWords, distributionWords, meaningOf, reasonWords } from "./words.js";

describe("programme cost", () => {
  const header = "year;payer;planned;actual;priceYear;behaviour;step";
  const cost = (...rows: readonly string[]) => readFiles({ "cost.csv": [header, ...rows] });

  test("a payer's year has one row for each behaviour", async () => {
    const { costs } = await cost("2021;Family;100;;2024;fast;", "2021;Family;50;60;2024;;", "2021;Family;30;;2024;trin;12");
    expect(costs.map(({ planned, behaviour, step }) => [planned, behaviour, step])).toEqual([
      [100, "fixed", undefined],
      [50, undefined, undefined],
      [30, "step", 12],
    ]);
    const [again] = await refusedFor(cost("2021;Family;50;;2024;;", "2021;Family;60;;2024;variabel;"));
    expect(again).toMatchObject({ code: "savings/row-repeated", where: { row: 3 } });
  });

  test.each([
    ["2021;Family;100;;2024;trinvis;", "savings/cost-step-missing", "step"],
    ["2021;Family;100;;2024;trinvis;0", "savings/cost-step-missing", "step"],
    ["2021;Family;100;;2024;fast;5", "savings/cost-step-without-behaviour", "behaviour"],
    ["2021;Family;100;;2024;dyr;", "savings/word-unknown", "behaviour"],
  ])("%s is refused", async (row, code, column) => {
    expect(await refusedFor(cost(row))).toMatchObject([{ code, where: { file: "cost.csv", row: 2, column } }]);
  });
});

describe("volume", () => {
  const volume = (...rows: readonly string[]) => readFiles({ "volume.csv": ["year;planned;actual;dropouts", ...rows] });

  test("planned, actual and dropouts; empty is not known", async () => {
    expect((await volume("2021;40;31;4", "2022;40;;", "2023;;0;0")).volume).toMatchObject([
      { year: 2021, planned: 40, actual: 31, dropouts: 4, origin: { file: "volume.csv", row: 2 } },
      { year: 2022, planned: 40, actual: Number.NaN, dropouts: Number.NaN },
      { year: 2023, planned: Number.NaN, actual: 0, dropouts: 0 },
    ]);
  });

  test.each([
    ["2021;40;31;32", "savings/dropouts-above-starters", "dropouts"],
    ["2021;40;;2", "savings/dropouts-of-unknown", "dropouts"],
    ["2021;;;", "savings/volume-empty", "planned"],
    ["2021;40,5;;", "savings/not-people", "planned"],
    ["2021;40;-1;", "savings/not-people", "actual"],
  ])("%s is refused", async (row, code, column) => {
    expect(await refusedFor(volume(row))).toMatchObject([{ code, where: { file: "volume.csv", row: 2, column } }]);
  });

  test("a repeated year is refused", async () => {
    expect(await refusedFor(volume("2021;40;;", "2021;41;;"))).toMatchObject([
      { code: "savings/row-repeated", where: { row: 3 } },
    ]);
  });
});

describe("claim", () => {
  const header = "year;payer;consequence;amount;priceYear;starters;effect;price;cashable";
  const claim = (row: string) => readFiles({ "claim.csv": [header, row] });

  test.each([
    ["2021;Family;placement;840000;2024;30;20;2000;0,7", { starters: 30, effect: 20, price: 2000, cashable: 0.7 }],
    ["2021;Family;placement;1200000;2024;30;20;2000;", { starters: 30, effect: 20, price: 2000, cashable: 1 }],
    // 0.5% off, and 1,499.5 rounded to a whole thousand.
    ["2021;Family;placement;1206000;2024;30;20;2000;", { starters: 30, effect: 20, price: 2000, cashable: 1 }],
    // A receiver of transfers loses what is paid no more: as a plan writes it.
    ["2021;Family;placement;-98784;2024;60;3,92;-420;1", { starters: 60, effect: 3.92, price: -420, cashable: 1 }],
    ["2021;Family;placement;1000;2024;1;1;1499,5;", { starters: 1, effect: 1, price: 1499.5, cashable: 1 }],
    ["2021;Family;placement;1200000;2024;;;;", undefined],
  ])("%s", async (row, parts) => {
    expect((await claim(row)).claim[0].parts).toEqual(parts);
  });

  test.each([
    ["2021;Family;placement;840000;2024;30;20;2000;", "savings/claim-not-product", "amount"],
    ["2021;Family;placement;1206001;2024;30;20;2000;", "savings/claim-not-product", "amount"],
    ["2021;Family;placement;1001;2024;1;1;1499,5;", "savings/claim-not-product", "amount"],
    ["2021;Family;placement;840000;2024;30;20;;0,7", "savings/claim-parts-half", "price"],
    ["2021;Family;placement;840000;2024;;;;0,7", "savings/claim-parts-half", "starters"],
    ["2021;Family;;1200000;2024;30;20;2000;", "savings/claim-parts-of-nothing", "consequence"],
    ["2021;Family;placement;840000;2024;-30;20;2000;", "savings/claim-part-negative", "starters"],
    ["2021;Family;placement;840000;2024;30;20;2000;1,7", "savings/cashable-outside", "cashable"],
  ])("%s is refused", async (row, code, column) => {
    expect(await refusedFor(claim(row))).toMatchObject([{ code, where: { file: "claim.csv", row: 2, column } }]);
  });

  test("both amounts are told", async () => {
    const [problem] = await refusedFor(claim("2021;Family;placement;840000;2024;30;20;2000;"));
    expect(problemText(problem, messages)).toMatch(/the amount is 840000, but 30 starters × 20 units × 2000 × 1 is 1200000/);
  });
});

describe("budget", () => {
  const header = "year;account;payer;adopted;adjusted;actual;reason";
  const budget = (account: string, reason: string, chart = "own") =>
    readFiles(
      { "budget.csv": [header, `2021;${account};Family;100;90;95;${reason}`] },
      { budget: { file: "budget.csv", chart } },
    );

  test("reasons in any of the languages are read as their cause", async () => {
    const causes = [
      ["Programme", "programme"],
      ["program", "programme"],
      ["indsats", "programme"],
      ["insats", "programme"],
      ["tiltak", "programme"],
      ["demografi", "demography"],
      ["pris og løn", "prices"],
      ["pris och lön", "prices"],
      ["Pris og lønn", "prices"],
      ["teknisk", "technical"],
      ["andet", "other"],
      ["ingen ændring", "none"],
      ["ingen endring", "none"],
      ["", "none"],
    ];
    const lines = causes.map(([reason]) => `2021;a;Family;100;90;95;${reason}`);
    const { budget: read } = await readFiles({ "budget.csv": [header, ...lines] });
    expect(read.map(({ reason, cause }) => [reason, cause])).toEqual(causes);
  });

  test("another reason is refused, and told the words", async () => {
    const [problem] = await refusedFor(budget("a", "because"));
    expect(problem).toMatchObject({ code: "savings/word-unknown", where: { file: "budget.csv", row: 2, column: "reason" } });
    expect(problemText(problem, messages)).toContain("programme/indsats/insats/tiltak, demography/demografi/");
    expect(acceptedWords(reasonWords).split(", ")).toHaveLength(6);
    expect(meaningOf(reasonWords, "because")).toBeUndefined();
  });

  test.each([
    [
      "DK",
      ["5.28.20", "5.28.20 Opholdssteder mv.", "5.28.20.1", "5.28.20.1-3", "5.28.20.1.003", "05.28.20"],
      ["5.28", "5.28.2", "5.28.201", "52820", "Opholdssteder 5.28.20", "15.28.20", "5.28.20.1234"],
    ],
    [
      "NO",
      ["252.370.4400", "252-37000-4400 Tiltak", "252 . 370 . 4400"],
      ["252", "252.370", "25.370.4400", "252.37.4400", "252.370.4400.1", "2520.370.4400"],
    ],
    [
      "SE",
      ["4615 × 554", "4615.554", "461-55 HVB", "461500x55400"],
      ["4615", "4615 × HVB-vård", "46.554", "4615.5", "4615.554.1", "4615000.55"],
    ],
    ["own", ["anything"], []],
  ] as const)("chart %s", async (chart, right, wrong) => {
    for (const account of right) expect(followsChart(account, chart), account).toBe(true);
    for (const account of wrong) expect(followsChart(account, chart), account).toBe(false);
    if (wrong.length === 0) return;
    const [problem] = await refusedFor(budget(wrong[0], "", chart));
    expect(problem).toMatchObject({
      code: "savings/account-not-of-chart",
      where: { file: "budget.csv", row: 2, column: "account" },
      params: { chart },
    });
    expect((await budget(right[0], "", chart)).budget).toHaveLength(1);
  });
});

test("a plan's files have no claim, volume or budget", async () => {
  const money = await readFiles({ "prices.csv": priceLines({}) }, {}, { effects: "assumed" });
  expect(money).not.toHaveProperty("volume");
  expect(money).not.toHaveProperty("index");
  expect(money).not.toHaveProperty("listed");
});

test("the chart that every account follows is told, where it is one", () => {
  expect(chartOf(["5.28.20 Opholdssteder", "3.22.08"])).toBe("DK");
  expect(chartOf(["252.370.4400"])).toBe("NO");
  expect(chartOf(["4615 × 554", "4615.55"])).toBe("SE");
  expect(chartOf(["5.28.20", "Skole"])).toBeUndefined();
  expect(chartOf([])).toBeUndefined();
});

describe("what newcomers write", () => {
  test("letter case and spaces make no other payer or price group; the study's own spelling comes first", async () => {
    const money = await readFiles(
      {
        "prices.csv": priceLines({ group: "Takster" }, { payer: "STATE", consequence: "school", group: "takster" }),
        "cost.csv": ["year;payer;planned;actual;priceYear", "2021; family ;100;;2024"],
        "claim.csv": ["year;payer;amount;priceYear", "2021;FAMILY;500;2024"],
      },
      { payers: { State: { kind: "state" } }, uncertainty: { correlation: { takster: 0.5 } } },
    );
    expect(money.prices.map(({ payer, group }) => [payer, group])).toEqual([
      ["Family", "takster"],
      ["State", "takster"],
    ]);
    expect([money.costs[0].payer, money.claim[0].payer]).toEqual(["Family", "Family"]);
    const twice = ["year;payer;planned;actual;priceYear", "2021;Family;100;;2024", "2021;family;100;;2024"];
    expect(await refusedFor(readFiles({ "cost.csv": twice }))).toMatchObject([
      { code: "savings/row-repeated", where: { row: 3 } },
    ]);
  });

  test("a cell that is no number says what to write, not what a cohort would do", async () => {
    const [percent] = await refusedFor(readFiles({ "prices.csv": priceLines({ cashable: "70 %" }) }));
    expect(percent).toMatchObject({ code: "savings/not-a-number", where: { file: "prices.csv", row: 2, column: "cashable" } });
    expect(problemText(percent, messages)).toMatch(/found "70 %"; write the number alone/);
    expect(problemText(percent, messages)).not.toMatch(/missing/);
  });

  test("columns that the study does not name are told, a file at a time", async () => {
    const { problems } = await readFiles({ "prices.csv": priceLines({ Lav: 1800, Høj: 2500 }) });
    expect(problems).toMatchObject([
      { code: "savings/columns-not-read", severity: "note", where: { file: "prices.csv" }, params: { columns: "Lav, Høj" } },
    ]);
  });

  test("an index of yearly changes is told from one of levels", async () => {
    const index = (...rows: readonly string[]) => readFiles({ "index.csv": ["year;index", ...rows] });
    const { problems } = await index("2021;2,3", "2022;1,9", "2024;3,1");
    expect(problems).toMatchObject([
      {
        code: "savings/index-jumps",
        severity: "warning",
        where: { row: 3, column: "index" },
        params: { from: 2021, found: 1.9 },
      },
    ]);
    expect((await index("2015;90", "2024;130", "2025;128")).problems).toEqual([]);
  });

  test.each([
    ["Trekantsfordeling", "triangular"],
    ["normalfördelning", "normal"],
    ["jevnt fordelt", "uniform"],
    ["PERT-fordeling", "pert"],
    ["lognormal distribution", "lognormal"],
  ])("%s is a distribution's name", (word, kind) => {
    expect(meaningOf(distributionWords, word)).toBe(kind);
  });

  test("what the options get wrong is found before anything is estimated, and only errors stop the reading", async () => {
    const codes = async (change: Record<string, unknown>) =>
      (await refusedFor(readFiles({ "prices.csv": priceLines({ Lav: 1 }) }, change))).map((p) => p.code);
    expect(await codes({ primary: { payers: ["Familie"] } })).toEqual(["savings/primary-unknown"]);
    expect(await codes({ primary: { consequences: ["spend"] } })).toEqual(["savings/primary-unknown"]);
    expect(await codes({ parameters: { country: "SE", vintage: "1999" } })).toEqual(["savings/edition-unknown"]);
    expect(await codes({ parameters: { country: "SE", confirmed: ["rente"] } })).toEqual(["savings/parameter-unknown"]);
    expect(await codes({ discount: { baseYear: 2021 } })).toEqual(["savings/discount-missing"]);
    expect(await codes({ totalSpend: "school" })).toEqual(["savings/total-not-money"]);
  });
});
