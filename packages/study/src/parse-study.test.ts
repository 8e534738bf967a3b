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

const estimators = (inside: string) => `${good}effects: { estimators: { mine: ${inside} } }\n`;

test.each([
  ["{ estimator: attGtt }", "did you mean attGt?"],
  ["{ estimator: attGt, outcomes: [placment] }", "estimators.mine.outcomes[0]: ", "did you mean placement?"],
  ["{ estimator: attGt, covariates: [sx] }", "estimators.mine.covariates[0]: ", "did you mean sex?"],
  ["{ estimator: attGt, timeVarying: [school] }", "estimators.mine.timeVarying[0]: ", "there is placement"],
  ["{ estimator: attGt, cluster: houshold }", "estimators.mine.cluster: ", "did you mean household?"],
  ["{ estimator: twoWay, cluster: [unit, sex] }", "estimators.mine.cluster[1]: ", "there is unit, period and household"],
  ["{ estimator: twoStage, effects: [school, period] }", "estimators.mine.effects[0]: ", "there is unit, period and household"],
  ["{ estimator: tripleDifference, eligible: entitled }", "estimators.mine.eligible: ", "there is sex"],
])("what an estimator beside refers to must be there: %s", (inside, ...parts) => {
  const [sentence, ...more] = said(estimators(inside));
  for (const part of parts) expect(sentence).toContain(part);
  expect(more).toEqual([]);
});

test.each([
  [
    "{ estimator: twoWay, control: never }",
    "control",
    "only of attGt, sunAbraham and tripleDifference; the options here are outcomes",
  ],
  ["{ estimator: twoWay, cluster: household }", "cluster", 'expected a list, found the text "household"'],
  ["{ estimator: attGt, cluster: [household] }", "cluster", "expected a text, found a list of 1"],
  ["{ estimator: attGt, outcomes: [] }", "outcomes", "needs 1 or more entries"],
  ["{ estimator: imputation, effects: [] }", "effects", "needs 1 or more entries"],
  ["{ estimator: twoWay, effects: [unit, home*period] }", "effects[1]", 'no clustering is called "home"'],
  ["{ estimator: imputation, effects: [unit, household*period] }", "effects[1]", "there is unit, period and household"],
  ["{ estimator: twoWay, covariates: [sex] }", "covariates[0]", '"sex" has one value a person'],
  ["{ estimator: attGt, covariates: [sex, placement] }", "covariates[1]", '"placement" varies over time'],
  ["{ estimator: imputation, covariates: [placement] }", "covariates[0]", "placement would be adjusted for itself"],
  ["{ estimator: attGt, timeVarying: [placement] }", "timeVarying[0]", "placement would be adjusted for itself"],
  ["{ estimator: tripleDifference, eligible: sex }", "eligible", '"sex" is a category'],
  ["{ estimator: twoWay, lags: 2 }", "lags", "lags are for neweyWest"],
  ["{ estimator: twoWay, variance: iid, cluster: [household] }", "cluster", "no effect without variance: cluster"],
  ["{ estimator: attGt, covariatesFrom: earlier }", "covariatesFrom", "no effect without timeVarying"],
  ["{ estimator: eventStudy, window: [-2, 2], reference: -3 }", "window", "must hold the reference (-3)"],
])("an option of an estimator that cannot do anything is refused: %s", (inside, option, sentence) => {
  const [first, ...more] = said(estimators(inside));
  expect(first).toContain(`option effects.estimators.mine.${option}: `);
  expect(first).toContain(sentence);
  expect(more).toEqual([]);
});

test.each([
  ["{ beside: [jacknife] }", "beside[0]: ", "did you mean jackknife?"],
  ["{ covariance: CR4 }", "covariance: ", "CR0"],
  ["{ draws: 9 }", "draws: ", "at least 99"],
  ["{ imposeNul: false }", "imposeNul: ", "did you mean imposeNull?"],
  ["{ within: wave }", "within: ", "within has no effect without randomisation in beside"],
  [
    "{ beside: [jackknife], weights: webb }",
    "weights: ",
    "without wildBootstrap, scoreBootstrap or multiplierBootstrap in beside",
  ],
  ["{ beside: [randomisation], fewTreated: conleyTaber }", "fewTreated: ", "without fewTreated in beside"],
  ["{ beside: [jackknife], resample: people }", "resample: ", "without bootstrap in beside"],
  ["{ beside: [jackknife], pValue: strict }", "pValue: ", "pValue has no effect without permutation"],
])("how uncertainty is reckoned: %s", (inside, option, ...words) => {
  const [first, ...more] = said(`${good}effects: { inference: ${inside} }\n`);
  expect(first).toContain(`option effects.inference.${option}`);
  for (const word of words) expect(first).toContain(word);
  expect(more).toEqual([]);
  const [ofEstimator] = said(estimators(`{ estimator: attGt, inference: ${inside} }`));
  expect(ofEstimator).toContain(`option effects.estimators.mine.inference.${option}`);
});

test("draws are those of the test beside the interval too; an estimator on everyone has none and no bands", () => {
  expect(said(`${good}effects: { inference: { draws: 999, bands: bonferroni, crossing: multiway } }\n`)).toEqual([]);
  expect(said(estimators("{ estimator: twoWay, inference: { draws: 999 } }"))[0]).toContain("draws has no effect without");
  expect(said(estimators("{ estimator: attGt, inference: { bands: supT } }"))[0]).toContain('"bands" is not an option here');
  expect(said(estimators("{ estimator: efficient, inference: { beside: [] } }"))[0]).toContain(
    '"inference" is not an option here',
  );
});

test("estimators that refer to what is there are taken, whatever their names", () => {
  const two = (inside: string) =>
    said(estimators(inside).replace("  outcomes:\n", "  outcomes:\n    school: { service: School }\n"));
  const fixed = "cluster: [household, period], effects: [unit, household*period]";
  expect(two(`{ estimator: sunAbraham, outcomes: [school], covariates: [placement], ${fixed} }`)).toEqual([]);
  expect(said(estimators("{ estimator: attGt, covariates: [sex=Girl], cluster: unit }"))).toEqual([]);
});

test("an option of an earlier version says how it is written now", () => {
  expect(said(`${good}effects: { textbook: { method: dr } }\n`)).toEqual([
    'study.yaml:23:12, option effects.textbook: "textbook" is of an earlier version; it is now written estimators: { textbook: { estimator: attGt, … } }',
  ]);
});

const head = lines.slice(0, 4);
const money = lines.slice(15);
const groupLines = (...groups: string[]) => `${[...head, "groups:", ...groups, ...money].join("\n")}\n`;
const cells = "  cells: { file: c.csv, period: year, group: k, start: s, n: n, outcomes: { days: { mean: m, sd: sd } } }";
const rows =
  "  crossSections: { file: p.csv, period: year, start: s, measures: { days: d }, covariates: { sex: sex }, clusterings: { school: s } }";
const attGt = "  estimator: { estimator: attGt }";

test("a study of groups is one with groups in place of cohort, and every default is filled in", () => {
  expect(said(groupLines(cells, attGt))).toEqual([]);
  const { study, groupStudy } = parseStudy(groupLines(cells, attGt), "study.yaml");
  expect(study).toBeUndefined();
  expect(groupStudy).toMatchObject({ language: "en", groups: { level: 0.95, outcomes: {}, estimator: { control: "never" } } });
});

test.each([
  [groupLines(attGt), "study.yaml:6:3, option groups: ", "exactly one source, found none"],
  [groupLines(cells, rows, attGt), "study.yaml:6:3, option groups: ", "found cells and crossSections"],
  [groupLines(cells), "option groups: ", "the option estimator is missing"],
  [
    groupLines("  effects: { terms: { file: t.csv }, covariance: { file: v.csv } }", attGt),
    "groups.estimator: ",
    "estimated already",
  ],
  [
    groupLines(rows, "  estimator: { estimator: efficient }"),
    "study.yaml:7:27, option groups.estimator.estimator: ",
    "use attGt",
  ],
  [groupLines(cells, "  estimator: { estimator: twoWay }"), "study.yaml:7:27", "attGt or efficient"],
  [
    groupLines(cells, attGt, "  outcomes: { dys: { better: higher } }"),
    "study.yaml:8:15, option groups.outcomes.dys: ",
    "did you mean days?",
  ],
  [groupLines(cells, "  estimator: { estimator: attGt, outcomes: [absence] }"), "estimator.outcomes[0]: ", "there is days"],
  [groupLines(rows, "  estimator: { estimator: attGt, covariates: [sx] }"), "estimator.covariates[0]: ", "did you mean sex?"],
  [groupLines(rows, "  estimator: { estimator: attGt, cluster: household }"), "estimator.cluster: ", "there is unit and school"],
  [`${groupLines(cells, attGt)}matching: { ratio: 3 }\n`, "study.yaml:15:1", "matching is for people followed one by one"],
  [`${good}groups: {}\n`, "study.yaml:5:1", "cohort is for people"],
  [
    `${groupLines(cells, attGt)}report: { disclosure: { dominance: { share: 0.8 } } }\n`,
    "report.disclosure.dominance: ",
    "remove it",
  ],
  [groupLines("  cels: { file: c.csv }", attGt), "study.yaml:6:3, option groups.cels: ", "did you mean cells?"],
])("faults of a study of groups have their place: %#", (text, ...parts) => {
  const [sentence] = said(text);
  for (const part of parts) expect(sentence).toContain(part);
});
