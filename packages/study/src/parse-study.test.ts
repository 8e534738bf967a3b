import { problemText } from "@kontrafakt/base";
import { expect, test } from "vitest";
import { allMessages } from "./all-messages.js";
import { parseStudy } from "./parse-study.js";

const lines = [
  "kontrafakt: 1",
  "title: { en: Were the savings real?, da: Kom besparelsen? }",
  "municipality: Fjordby",
  "programme: Early Support",
  "cohort:",
  "  extract: 2025-01-31",
  "  from: 2017-01-01",
  "  to: 2024-12-31",
  "  people: { file: people.csv, person: id, born: born, start: start, household: home, covariates: { sex: sex } }",
  "  services: { file: services.csv, person: id, service: service, from: from, to: to }",
  "  programmeService: Early Support",
  "  outcomes:",
  "    placement: { service: Placement }",
  "matching:",
  "  exclude: [household]",
  "savings:",
  "  currency: DKK",
  "  priceYear: 2024",
  "  prices: { file: prices.csv }",
  "  programmeCost: { file: cost.csv }",
  "  claim: { file: claim.csv }",
  "  discount: { rate: 0.035, baseYear: 2021, source: Ministry of Finance 2021 }",
];
const good = `${lines.join("\n")}\n`;
const said = (text: string) => parseStudy(text, "study.yaml").problems.map((p) => problemText(p, allMessages));
/** The study with one line replaced; lines count from 1. */
const withLine = (number: number, text: string) => `${lines.with(number - 1, text).join("\n")}\n`;

test("a short study is complete: every default is filled in", () => {
  expect(said(good)).toEqual([]);
  const { study } = parseStudy(good, "study.yaml");
  expect(study).toMatchObject({
    language: "en",
    seed: 1,
    matching: { ratio: 3, caliper: 0.2 },
    effects: { level: 0.95 },
    report: { smallCell: 5 },
  });
});

test.each([
  [2, "titel: Were they?", "study.yaml:2:1, option titel: ", "did you mean title?"],
  [8, "  to: 2024-11-30", "study.yaml:8:7, option cohort.to: ", "2024-12-31"],
  [13, "    placement: { service: Early Support }", "study.yaml:13:27, option cohort.outcomes.placement.service: ", "programme"],
  [
    15,
    "  exclude: [school]",
    "study.yaml:15:13, option matching.exclude[0]: ",
    'no clustering is called "school"; there is household',
  ],
  [15, "  covariates: [sx]", "study.yaml:15:16, option matching.covariates[0]: ", "did you mean sex?"],
  [
    15,
    "  history: { outcomes: [placment] }",
    "study.yaml:15:25, option matching.history.outcomes[0]: ",
    "did you mean placement?",
  ],
  [15, "  ratio: 0", "study.yaml:15:10, option matching.ratio: ", "must be at least 1, found the number 0"],
  [
    17,
    "  currency: kroner",
    "study.yaml:17:13, option savings.currency: ",
    'found the text "kroner", which does not fit: ISO 4217 code',
  ],
  [22, "  discount: { rate: 3.5, baseYear: 2021, source: Ministry }", "study.yaml:22:21, option savings.discount.rate: ", "3.5"],
])("line %i: %s", (line, text, place, words) => {
  const [first, ...more] = said(withLine(line, text));
  expect(first.startsWith(place), first).toBe(true);
  expect(first).toContain(words);
  expect(more).toEqual([]);
});

test.each([
  ["exact: [sx]", "sx", "exact[0]", 'is called "sx"; did you mean sex?'],
  ["antiExact: [hosehold]", "hosehold", "antiExact[0]", "did you mean household?"],
  ["distance: mahalanobis, distanceOn: [sex=Girl, 'placment[1,4]']", "'pl", "distanceOn[1]", "did you mean placement?"],
  ["calipers: { bron: 365 }", "365", "calipers.bron", "did you mean born?"],
  [
    "method: coarsened, coarsening: { by: { agee: 3 } }",
    "3 }",
    "coarsening.by.agee",
    'is called "agee"; there is sex and placement',
  ],
  ["score: { terms: [{ spline: sexx }] }", "sexx", "score.terms[0].spline", "did you mean sex?"],
  ["candidates: [{ name: b, covariates: [sx] }]", "sx", "candidates[0].covariates[0]", "did you mean sex?"],
  ["method: ipw, weighting: { target: ate }", "ate }", "weighting.target", "money is counted"],
  ["candidates: [{ name: b, method: cbps, weighting: { target: ate } }]", "ate }", "candidates[0].weighting.target", "money"],
  ["reuseLimit: 2", "2", "reuseLimit", "reuseLimit has no effect without replace: true"],
  ["score: { model: probit, penalty: firth }", "firth", "score.penalty", "needs score.model: logit"],
  ["candidates: [{ name: b, method: ipw, ratio: 5 }]", "5", "candidates[0].ratio", "no effect without method: nearest"],
  ["methd: ipw", "methd", "methd", "did you mean method?"],
  ["method: cbsp", "cbsp", "method", "did you mean cbps?"],
  ["coarsening: { cuts: sturge }", "sturge", "coarsening.cuts", "did you mean sturges?"],
  ["history: { gap: -1 }", "-1", "history.gap", "must be at least 0"],
])("matching: { %s } is refused where %s stands", (options, token, path, words) => {
  const line = "matching: { ";
  const text = withLine(14, `${line}${options} }`).replace("  exclude: [household]\n", "");
  const [first, ...more] = said(text);
  const place = `study.yaml:14:${line.length + options.indexOf(token) + 1}, option matching.${path}: `;
  expect(first.slice(0, place.length)).toBe(place);
  expect(first).toContain(words);
  expect(more).toEqual([]);
});

test("a cluster that does not exist", () => {
  expect(said(`${good}effects:\n  cluster: class\n`)[0]).toMatch(
    /^study\.yaml:24:12, option effects\.cluster: no clustering is called "class"/,
  );
});

test("a name that cannot be one", () => {
  expect(said(withLine(13, "    2nd: { service: A }"))[0]).toMatch(
    /^study\.yaml:13:5, option cohort\.outcomes\.2nd: .*a name begins with a letter/,
  );
});

test("names such as constructor and toString are ordinary names", () => {
  const text = withLine(13, "    constructor: { service: A, label: toString }\n    toString: { service: __proto__ }");
  expect(said(text)).toEqual([]);
  expect(Object.keys(parseStudy(text, "study.yaml").study?.cohort.outcomes ?? {})).toEqual(["constructor", "toString"]);
});
