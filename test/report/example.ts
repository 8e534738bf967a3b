import { problem } from "@kontrafakt/base";
import type { Savings, Verification } from "@kontrafakt/savings";
import type { EffectSum, MatchedResults, OutcomeResult } from "@kontrafakt/study";
import { balanceDetails, balanceRow, covariates, wiggle } from "./example-balance.js";
import { besideAll, relative } from "./example-beside.js";
import { inferenceAll } from "./example-inference.js";
import { gross, interval, later, money, payers, savingsLines, years } from "./example-lines.js";
import { exampleChain, exampleFigures } from "./example-money.js";

const roles = (event: number) =>
  event < -9 ? "held-back" : event < -5 ? "history" : event < -1 ? "base" : event < 0 ? "anticipation" : "after";

const outcomeSpecs = [
  { name: "placement", en: "Out-of-home placement", da: "Anbringelse", priced: true, level: 6, effect: -3.1, se: 0.85 },
  { name: "specialSchool", en: "Special school", da: "Specialskole", priced: true, level: 9, effect: -1.6, se: 0.9 },
  { name: "counselling", en: "Family counselling", da: "Familierådgivning", priced: true, level: 4, effect: 0.7, se: 0.3 },
  { name: "absence", en: "School absence", da: "Skolefravær", priced: false, level: 7.2, effect: -0.9, se: 0.33 },
] as const;

const personPeriods = 2716;

function outcome(index: number): OutcomeResult {
  const spec = outcomeSpecs[index];
  const at = Array.from({ length: 29 }, (_, i) => i - 14);
  const grow = (e: number) => (e < 0 ? 0 : Math.min(1, (e + 1) / 7) * 1.25);
  const level = (e: number) =>
    spec.level * (1 + 0.9 * Math.exp(-((e + 3) * (e + 3)) / 18)) + 0.05 * spec.level * wiggle(e, index);
  return {
    name: spec.name,
    label: { en: spec.en, da: spec.da },
    unit: "days",
    priced: spec.priced,
    better: "lower",
    mean: interval(spec.effect, spec.se),
    total: interval(spec.effect * personPeriods, spec.se * personPeriods),
    events: at.map((e) => {
      const base = e >= -5 && e < -1;
      const se = spec.se * (base ? 0.6 : 1 + 0.06 * Math.abs(e));
      return {
        ...interval(spec.effect * grow(e) + (base ? 0.15 : 0.35) * spec.se * wiggle(e, index + 9), se),
        event: e,
        n: e > 11 ? 41 : e > 8 ? 96 : e > 5 ? 160 : 228,
        role: roles(e),
      };
    }),
    paths: {
      event: at,
      treated: at.map((e) => level(e) + spec.effect * grow(e)),
      comparison: at.map((e) => level(e) + 0.03 * spec.level * wiggle(e, index + 5)),
      rest: at.map((e) => spec.level * (0.3 + 0.004 * e)),
    },
    ...(index === 3 && {
      others: {
        label: { en: "Other municipalities in the region", da: "Regionens øvrige kommuner" },
        source: { en: "School statistics 2024", da: "Skolestatistik 2024" },
        groups: 11,
        people: [48210, 49102] as const,
        values: at.map((e) => (e > 10 ? null : spec.level * (0.8 + 0.005 * e))),
      },
    }),
    preTrend:
      index === 2 ? null : { periods: 5, restrictions: 5, statistic: 0.8 + 0.1 * index, df1: 5, df2: 178, p: 0.55 - 0.1 * index },
    relative: relative(spec.effect, spec.se, 2.4 * spec.level, index === 2 ? "everything" : "between"),
    ...(index === 0 && { inference: inferenceAll(interval(spec.effect * personPeriods, spec.se * personPeriods)) }),
    ...(index % 3 === 0 && { beside: besideAll(spec.effect, spec.se, 2.4 * spec.level) }),
    naive: { beforeAfter: (spec.effect - 0.4 * spec.level) * personPeriods, treatedVersusRest: 0.6 * spec.level * personPeriods },
  };
}

function sums(): EffectSum[] {
  return outcomeSpecs.flatMap(({ name }) =>
    [8081, 8083, 8085, 8088].flatMap((group) =>
      years
        .filter((year) => year >= Math.floor(group / 4))
        .map((year) => ({
          outcome: name,
          unit: "days",
          kind: "total" as const,
          scale: "difference" as const,
          group,
          year,
          time: 4 * year + 3,
        })),
    ),
  );
}

/** A saving in line with what was expected: 31 million [14; 48] against 36. `scale` scales the savings. */
export function exampleResults(scale = 1): MatchedResults {
  const terms = sums();
  const covariance: number[] = [];
  terms.forEach((_, i) => {
    for (let j = 0; j <= i; j++) covariance.push(i === j ? 32400 : 800);
  });
  const savings: Savings = {
    kind: "savings",
    currency: "DKK",
    priceYear: 2024,
    discount: { baseYear: 2021, rate: 0.035, source: "Finansministeriet 2021" },
    years: [...years, ...later],
    payers,
    consequences: ["placement", "specialSchool", "counselling"],
    lines: savingsLines(scale),
    breakEven: {
      year: 2023,
      surelyBy: null,
      share: years.map((year, i) => ({ year, share: [0.01, 0.18, 0.79, 0.96][i] })),
    },
    shares: [
      { source: "effect", share: 0.81, error: 0.008 },
      { source: "price", share: 0.12, error: 0.006 },
      { source: "persistence", share: 0.068, error: 0.004 },
      { source: "lag", share: 0.002, error: 0.001 },
    ],
    notMeasured: [{ payer: "Staten", consequence: "counselling" }],
    draws: 10000,
    ...exampleFigures(money),
    problems: [],
  };
  const verification: Verification = {
    kind: "verification",
    primary: { measure: "gross", years, payers: [] },
    claim: 36e6,
    evaluated: money(31e6 * scale, 8.6e6 * Math.abs(scale)),
    verdict: "in-line",
    caps: [],
    evidence: { method: "set", p: 0.0021, draws: 9999, exact: false, null: "sharp" },
    design: { se: 9.1e6, smallestDetectable: 25.6e6, couldHaveTold: true },
    rows: years.flatMap((year, i) =>
      payers.map((payer) => ({
        year,
        payer,
        consequence: "",
        claim: [3e6, 5e6, 8e6, 8e6][i] * (payer === "Skole" ? 0.5 : payer === "Staten" ? 0 : 1),
        evaluated: gross[payer][i] * scale,
      })),
    ),
    budget: [
      {
        account: "5.28.20 Plejefamilier",
        year: 2023,
        adopted: 41.2e6,
        adjusted: 38.9e6,
        actual: 39.6e6,
        reason: "Tidlig Støtte",
      },
      {
        account: "5.28.23 Døgninstitutioner",
        year: 2024,
        adopted: 33.0e6,
        adjusted: 31.5e6,
        actual: 30.8e6,
        reason: "Tidlig Støtte",
      },
    ],
    ...exampleChain(money),
  };
  return {
    kind: "results",
    design: "matched",
    schemaVersion: 4,
    product: { name: "Kontrafakt", version: "0.2.0" },
    seed: 20250131,
    study: {
      kontrafakt: 1,
      language: "da",
      cohort: {
        period: "quarter",
        from: "2017-01-01",
        to: "2024-12-31",
        extract: "2025-01-31",
        eligibleAges: [0, 17],
        home: "Fjordby",
      },
      matching: { ratio: 3, caliper: 0.2, anticipation: 1, estimand: "never", exclude: ["household"], balanceThreshold: 0.1 },
      effects: { baseWindow: 4, adjust: ["score", "ownHistory"], cluster: "person", level: 0.95 },
      savings: { currency: "DKK", priceYear: 2024, draws: 10000, primary: { measure: "gross", years, payers: [] } },
      report: { smallCell: 5 },
    },
    title: {
      en: "Early Support in Fjordby: did the expected saving come?",
      da: "Tidlig Støtte i Fjordby: kom den forudsatte besparelse?",
    },
    municipality: "Fjordby Kommune",
    programme: { en: "Early Support", da: "Tidlig Støtte" },
    inputs: [
      { role: "people", file: "people.csv", sha256: "9b74c9897bac770ffc029102a200c5de3a1b1d9d0d0c9b5b1c1b8a1f0e2d3c4b" },
      { role: "services", file: "services.csv", sha256: "0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8" },
      { role: "prices", file: "prices.csv", sha256: "5feceb66ffc86f38d952786c6d696c79c2dbc239dd4e91b46729d73a27fb57e9" },
    ],
    lock: { status: "locked", deviations: [] },
    periods: {
      unit: "quarter",
      labels: Array.from({ length: 32 }, (_, i) => `${2017 + Math.floor(i / 4)}Q${(i % 4) + 1}`),
      ordinals: Array.from({ length: 32 }, (_, i) => 8068 + i),
    },
    flow: {
      files: [
        {
          file: "people.csv",
          read: 3021,
          used: 2998,
          listed: 23,
          reasons: [
            { code: "cohort/duplicate-person", listed: true, rows: 14 },
            { code: "cohort/bad-date", listed: true, rows: 9 },
          ],
        },
        {
          file: "services.csv",
          read: 18433,
          used: 18391,
          listed: 42,
          reasons: [
            { code: "cohort/overlap", listed: false, rows: 118 },
            { code: "cohort/unknown-person", listed: true, rows: "<5" },
          ],
        },
        { file: "residence.csv", read: 4210, used: 4210, listed: 0, reasons: [] },
      ],
      people: [
        { code: "cohort/in-people-file", people: 2998, treated: 247 },
        { code: "cohort/observed", people: 2961, treated: 243 },
        { code: "cohort/eligible-age", people: 2904, treated: 240 },
        { code: "matching/matched", people: 912, treated: 228 },
      ],
    },
    waves: [
      { label: "2020Q2", ordinal: 8081, starters: 58, matched: 57, controls: 171, followUp: 19 },
      { label: "2020Q4", ordinal: 8083, starters: 61, matched: 56, controls: 168, followUp: 17 },
      { label: "2021Q2", ordinal: 8085, starters: 62, matched: 60, controls: 180, followUp: 15 },
      { label: "2022Q1", ordinal: 8088, starters: 59, matched: 55, controls: 165, followUp: 12 },
    ],
    analysed: { starters: 240, matched: 228, controls: 684, unmatched: 12 },
    matching: {
      method: "nearest",
      independence: "set",
      weights: "sets",
      exclude: ["household"],
      peak: { window: [1, 1], year: 4, outcomes: [{ outcome: "placement", size: 0.3, found: true }] },
    },
    balance: {
      kind: "balance",
      rows: covariates.map(balanceRow),
      ...balanceDetails(),
      effectiveControls: 611.2,
      threshold: 0.1,
      worst: Math.max(...covariates.map((c, i) => Math.abs(balanceRow(c, i).smdAfter))),
      passed: true,
    },
    outcomes: outcomeSpecs.map((_, i) => outcome(i)),
    effects: {
      estimator: "wave-did",
      clusters: 231,
      terms,
      estimate: terms.map((t, i) => -400 + 60 * wiggle(i, t.year)),
      df: terms.map(() => 55),
      covariance,
    },
    savings,
    verification: { ...verification, inference: inferenceAll(verification.evaluated) },
    money: {
      facts: {},
      prices: [
        {
          consequence: "placement",
          payer: "Familie og Børn",
          year: 2024,
          unit: "days",
          amount: 3400,
          low: 3000,
          high: 3900,
          priceYear: 2024,
          cashable: 0.7,
          source: "Regnskab 2024",
          origin: { file: "prices.csv", row: 2 },
        },
        {
          consequence: "specialSchool",
          payer: "Skole",
          year: 2024,
          unit: "days",
          amount: 1150.5,
          priceYear: 2024,
          cashable: 0.6,
          source: "Takstkatalog",
          origin: { file: "prices.csv", row: 9 },
          distribution: { kind: "normal", mean: 1150.5, sd: 90 },
          basis: "marginal",
          step: 365,
          lag: 1,
          lagLow: 0.5,
          lagHigh: 2,
          group: "takster",
          grade: "B",
          transferTo: "Staten",
          refunded: { payer: "Skole", by: "Staten", share: 0.25, side: "payer", origin: { file: "refunds.csv", row: 2 } },
          counts: 0.9,
          stated: { priceYear: 2022, factor: 1.071 },
        },
      ],
      costs: [],
      claim: [],
      budget: [],
    },
    data: {
      files: ["people.csv", "services.csv", "residence.csv"].map((file) => ({
        file,
        kind: "csv",
        encoding: "windows-1252",
        delimiter: ";",
        decimal: ",",
        dates: "dd-mm-yyyy",
        sheet: "",
        headerLine: 1,
      })),
    },
    disclosure: {
      rules: [
        {
          owner: "Danmarks Statistik",
          files: ["people.csv"],
          smallCell: 5,
          dominance: [{ n: 1, share: 0.5 }],
          pPercent: 10,
          rounding: 5,
        },
        { owner: null, files: ["services.csv", "residence.csv"], smallCell: 5, dominance: [], pPercent: 10, rounding: 1 },
      ],
      withheld: [
        { reason: "few", figures: 12 },
        { reason: "difference", figures: 31 },
      ],
    },
    problems: [
      problem(
        "effects/needs-panel",
        "warning",
        { option: "effects.estimators.lot" },
        { estimator: "efficient", data: "cross-sections" },
      ),
    ],
  };
}
