import type {
  BookableAmount,
  KeyFigures,
  MoneyFigure,
  ParametersUsed,
  PayerShare,
  PersistenceUsed,
  RatioFigure,
  Savings,
  Scaled,
  SharingRule,
  Subgroup,
  TornadoBar,
  Transfer,
  Verification,
} from "@kontrafakt/savings";

type MoneyOf = (estimate: number, se: number) => MoneyFigure;

const horizons = ["observed", "withAssumed"] as const;

const ratio = (estimate: number, half: number): RatioFigure => ({
  estimate,
  lower: estimate - half,
  upper: estimate + half,
  shape: "between",
});

function keyFigures(money: MoneyOf): KeyFigures[] {
  const of = (
    account: KeyFigures["account"],
    payer: string | null,
    horizon: KeyFigures["horizon"],
    benefit: number,
    cost: number,
    rest: Partial<KeyFigures> = {},
  ): KeyFigures => ({
    account,
    payer,
    horizon,
    benefit: money(benefit, 0.28 * benefit),
    cost: money(cost, 0),
    netPresentValue: money(benefit - cost, 0.28 * benefit),
    net: money(1.04 * (benefit - cost), 0.29 * benefit),
    benefitCostRatio: cost > 0 ? ratio(benefit / cost, (0.55 * benefit) / cost) : null,
    returnOnCost: cost > 0 ? ratio(benefit / cost - 1, (0.55 * benefit) / cost) : null,
    internalRate: { rate: 0.412, reason: "found" },
    payback: { plain: 2023, discounted: 2023 },
    switching: [],
    ...rest,
  });
  const switching: KeyFigures["switching"] = [
    { input: "starters", unit: "people", now: 228, value: 118 },
    { input: "persistence", unit: "months", now: 0, value: null },
    { input: "effect", consequence: "placement", unit: "days", now: 36.2, value: 18.7 },
    { input: "price", consequence: "placement", unit: "DKK", now: 3400, value: 1710 },
    { input: "cost", unit: "DKK", now: 13.4e6, value: 29.1e6 },
  ];
  return horizons.flatMap((horizon) => {
    const more = horizon === "observed" ? 1 : 1.6;
    return [
      of("public", null, horizon, 29.1e6 * more, 13.4e6, { switching }),
      of("payer", "Familie og Børn", horizon, 18.9e6 * more, 11.8e6),
      of("payer", "Skole", horizon, 6.1e6 * more, 1.6e6, {
        internalRate: { rate: null, reason: "several-rates" },
        benefitCostRatio: { estimate: 3.8, lower: -1.2, upper: 0.4, shape: "outside" },
        payback: { plain: 2022, discounted: null },
      }),
      of("payer", "Staten", horizon, 4.1e6 * more, 0, {
        internalRate: { rate: null, reason: "no-change-of-sign" },
        payback: { plain: 2021, discounted: 2021 },
      }),
      of("society", null, horizon, 34.6e6 * more, 13.4e6, {
        marginalValueOfPublicFunds:
          horizon === "observed"
            ? { estimate: Infinity, lower: 0.4, upper: Infinity, shape: "between" }
            : { estimate: 3.1, lower: 1.2, upper: 6.3, shape: "between" },
      }),
    ];
  });
}

const tornado: readonly TornadoBar[] = [
  { source: "effect", input: "placement", low: 2.1e6, high: 28.6e6 },
  { source: "effect", input: "specialSchool", low: 9.4e6, high: 21.2e6 },
  { source: "persistence", input: "decline", low: 10.2e6, high: 19.3e6 },
  { source: "price", input: "placement, Familie og Børn", low: 12.6e6, high: 18.9e6 },
  { source: "lag", input: "placement, Familie og Børn", low: 14.2e6, high: 16.1e6 },
];

const bookable = (["Familie og Børn", "Skole"] as const).flatMap((payer, k) =>
  [2022, 2023, 2024].map(
    (year, i): BookableAmount => ({
      account: k === 0 ? "5.28.20 Plejefamilier" : payer,
      payer,
      year,
      estimate: [0.4e6, 2.1e6, 3.3e6][i] / (k + 1),
      bounds: [
        { level: 0.8, amount: [-0.3e6, 1.4e6, 2.5e6][i] / (k + 1) },
        { level: 0.9, amount: [-0.8e6, 0.9e6, 2.0e6][i] / (k + 1) },
      ],
    }),
  ),
);

function transfers(money: MoneyOf): Transfer[] {
  const net = [7.1e6, 4.5e6, 4.1e6];
  const moved: Readonly<Record<SharingRule, readonly number[]>> = {
    makeWhole: [0, 0, 0],
    byCost: [5.9e6, -2.2e6, -3.7e6],
    byGain: [2.2e6, -1.3e6, -0.9e6],
    shapley: [1.1e6, -0.4e6, -0.7e6],
  };
  return horizons.flatMap((horizon) =>
    (Object.keys(moved) as SharingRule[]).flatMap((rule) =>
      ["Familie og Børn", "Skole", "Staten"].map((payer, i) => ({
        rule,
        horizon,
        payer,
        net: money(net[i], 0.3 * net[i]),
        transfer: money(moved[rule][i], 0.2 * Math.abs(moved[rule][i])),
        after: money(net[i] + moved[rule][i], 0.3 * net[i]),
      })),
    ),
  );
}

const payerShares: readonly PayerShare[] = horizons.flatMap((horizon) => [
  { payer: "Familie og Børn", kind: "municipality", horizon, cost: 0.88, gain: 0.65 },
  { payer: "Skole", kind: "municipality", horizon, cost: 0.12, gain: 0.21 },
  { payer: "Staten", kind: "state", horizon, cost: 0, gain: 0.14 },
]);

const parameters: ParametersUsed = {
  country: "DK",
  vintage: "2021",
  parameters: [
    {
      name: "discountRate",
      value: [
        { fromYear: 0, rate: 0.035 },
        { fromYear: 36, rate: 0.025 },
        { fromYear: 71, rate: 0.015 },
      ],
      unit: "share",
      source: "Finansministeriet 2021",
      verified: true,
      used: true,
    },
    { name: "taxDistortion", value: 0.1, unit: "share", source: "Finansministeriet 2017", verified: true, used: true },
    { name: "priceConversion", value: 1.28, unit: "factor", source: "Finansministeriet 2023", verified: false, used: false },
  ],
  newer: { vintage: "2023-06", changes: [{ name: "taxDistortion", from: 0.1, to: 0 }] },
};

const persistence: PersistenceUsed = {
  form: "exponential",
  until: 2027,
  source: "Aftager som i to tidligere forsøg",
  ageOut: 18,
  outcomes: [{ outcome: "counselling", form: "none" }],
  remaining: [
    { year: 2025, share: 0.9 },
    { year: 2026, share: 0.8 },
    { year: 2027, share: 0.7 },
  ],
  left: [
    { outcome: "placement", shares: [2024, 2025, 2026, 2027].map((year, i) => ({ year, share: 0.94 * 0.8 ** i })) },
    { outcome: "counselling", shares: [2024, 2025, 2026, 2027].map((year) => ({ year, share: 0 })) },
  ],
  followUp: [8081, 8083, 8085, 8088].map((wave, i) => ({
    wave,
    label: ["2020Q2", "2020Q4", "2021Q2", "2022Q1"][i],
    periods: [19, 17, 15, 12][i],
  })),
};

const scaled = (money: MoneyOf): Scaled[] =>
  [60, 120, 480].map((starters) => ({
    starters,
    gross: money(136e3 * starters, 45e3 * starters),
    cost: 4.1e6 + 41e3 * starters,
    net: money(95e3 * starters - 4.1e6, 45e3 * starters),
  }));

const alike = { p: 0.58, adjusted: 1, bound: false };

const subgroups = (money: MoneyOf): Subgroup[] => [
  { covariate: "sex", value: "girl", starters: 96, total: money(15.2e6, 5.1e6), perStarter: money(158e3, 53e3), alike },
  { covariate: "sex", value: "boy", starters: 132, total: money(15.8e6, 6.0e6), perStarter: money(120e3, 45e3), alike },
  { covariate: "age", value: "0–5", starters: "5+", total: money(1.1e6, 0.6e6), perStarter: money(22e3, 12e3), alike: null },
  { covariate: "age", value: "6–17", starters: null, total: money(29.9e6, 6.5e6), perStarter: money(190e3, 41e3), alike: null },
];

/** The figures of the example's money: of a believable size, and of no data. */
export function exampleFigures(
  money: MoneyOf,
): Pick<
  Savings,
  | "figures"
  | "tornado"
  | "bookable"
  | "transfers"
  | "payerShares"
  | "parameters"
  | "persistence"
  | "scaled"
  | "subgroups"
  | "listPrices"
  | "human"
> {
  return {
    figures: keyFigures(money),
    tornado,
    bookable,
    transfers: transfers(money),
    payerShares,
    parameters,
    persistence,
    scaled: scaled(money),
    subgroups: subgroups(money),
    listPrices: [
      { spend: "placementSpend", quantity: "placement", year: 2024, figure: money(7.4e6, 2.1e6), bySpend: money(6.9e6, 2.4e6) },
      { spend: "placementSpend", quantity: "placement", year: null, figure: money(20.2e6, 5.6e6), bySpend: money(18.8e6, 6.1e6) },
    ],
    human: [
      {
        outcome: "absence",
        unit: "days",
        better: "lower",
        estimate: -0.9,
        lower: -1.55,
        upper: -0.25,
        direction: "better",
      },
    ],
  };
}

/** What the example's claim is split into and held against. */
export function exampleChain(money: MoneyOf): Pick<Verification, "waterfall" | "gap" | "reconciliation" | "prior"> {
  return {
    waterfall: [
      { step: "assumed", amount: 36e6 },
      { step: "evaluated", amount: 31e6, figure: money(31e6, 8.6e6) },
      { step: "cashable", amount: 21.7e6, figure: money(21.7e6, 6e6) },
      { step: "budgetLowered", amount: 3.8e6 },
      { step: "spendingLower", amount: null },
    ],
    gap: [
      { source: "volume", amount: -3.1e6 },
      { source: "effect", amount: -4.4e6 },
      { source: "price", amount: 1.9e6 },
      { source: "timing", amount: -0.6e6 },
      { source: "cashability", amount: 0 },
      { source: "notSeparable", amount: 1.2e6 },
    ],
    reconciliation: [
      {
        account: "5.28.20 Plejefamilier",
        payer: "Familie og Børn",
        consequence: "placement",
        year: 2023,
        computed: 41.0e6,
        booked: 39.6e6,
        difference: 1.4e6,
        share: 0.035,
      },
      {
        account: "5.28.23 Døgninstitutioner",
        payer: "Familie og Børn",
        consequence: "placement",
        year: 2024,
        computed: 27.1e6,
        booked: 30.8e6,
        difference: -3.7e6,
        share: -0.12,
      },
    ],
    prior: {
      kind: "sceptical",
      mean: 0,
      sd: 21.9e6,
      source: "",
      posterior: { mean: 26.9e6, sd: 8e6 },
      probabilitySaving: 0.9996,
      probabilityClaim: 0.13,
      probabilityNet: 0.95,
      perfectInformation: 0.21e6,
    },
  };
}
