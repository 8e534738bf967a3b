import { type BalanceColumn, type BalanceInput, type BalanceRow, balance } from "@kontrafakt/matching";
import { describe, expect, test } from "vitest";
import { golden, lalonde, runs, why } from "./matching-lalonde.js";

// Balance against cobalt 5 and MatchIt 4.7 on LaLonde, R's own weights as input. Tolerance 1e-8 absolute, all figures of order 1 (means: relative).
// Deliberate differences:
// - OVL: ours is a midpoint sum, cobalt's R's adaptive quadrature, which stops at a relative error of 1.2e-4 and falls back on that
//   same sum where it fails (re74: equal to 1e-8). The others differ by less than 5e-5, and the sum's own error is smaller than R's.
// - binary covariates: eCDF mean and max are the difference of shares in MatchIt, KS in cobalt the same.
// - a difference of means below 1.5e-8 is left unstandardised by cobalt, and with it the pair distance by MatchIt (glm ATO, cbps ATE: R's figure is
//   the SD times ours, to every digit); ours always divides. Those are compared before they are divided.
// - cobalt's column for ATO and ATC here has the treated SD as denominator (the script's choice); our ATO uses the pooled one.

interface CobaltRow {
  readonly var: string;
  readonly "Diff.Adj": number | null;
  readonly "V.Ratio.Adj": number | null;
  readonly "KS.Adj": number | null;
}
interface Unadjusted {
  readonly var: string;
  readonly [figure: string]: string | number | null;
}
interface Weighted {
  readonly weights: number[];
  readonly ps: number[] | null;
  readonly ess: { readonly Control: number; readonly Treated: number }[];
  readonly bal: CobaltRow[];
}
interface MatchItRow {
  readonly var: string;
  readonly "Means.Treated": number;
  readonly "Means.Control": number;
  readonly "Std..Mean.Diff.": number;
  readonly "Var..Ratio": number | null;
  readonly "eCDF.Mean": number;
  readonly "eCDF.Max": number;
  readonly "Std..Pair.Dist.": number | null;
}
interface MatchItCase {
  readonly sum_all?: MatchItRow[];
  readonly sum_matched?: MatchItRow[];
  readonly nn: { readonly _row: string; readonly Control: number; readonly Treated: number }[];
  readonly weights: Record<string, number>;
  readonly distance?: Record<string, number> | null;
  readonly pairs?: Record<string, string | null | (string | null)[]> | null;
  readonly subclass?: Record<string, string | null> | null;
}

const close = (found: number | undefined, wanted: number, name: string, tolerance = 1e-8): void =>
  expect(Math.abs((found ?? Number.NaN) - wanted), `${name}: ${found} against ${wanted}`).toBeLessThanOrEqual(
    tolerance * Math.max(1, Math.abs(wanted)),
  );
/** Below this R does not divide a difference of means by the SD. */
const ZERO = Math.sqrt(2.220446049250313e-16);
const sdOf = (row: BalanceRow): number => (row.meanTreated - row.meanControlBefore) / row.smdBefore;
const cobaltName = (name: string): string => name.replace("_", "");

describe.skipIf(!runs)(`balance on LaLonde (${why})`, () => {
  const data = runs ? lalonde() : undefined;
  const { n, id, treated, columns } = data ?? { n: 0, id: [], treated: new Uint8Array(0), columns: new Map() };
  const ones = new Float64Array(n).fill(1);
  const cobalt = runs ? golden<Weighted & { tab: Unadjusted[] }>("10_cobalt_weightit") : {};
  const matchIt = runs ? golden<MatchItCase>("09_matchit") : {};
  const column = (covariate: string, values: Float64Array): BalanceColumn => ({ covariate, values, matched: true });
  const all = Array.from(columns as Map<string, Float64Array>, ([name, values]) => column(name, values));
  const against = (
    after: Float64Array,
    given: Partial<BalanceInput> = {},
    extra: BalanceColumn[] = [],
  ): ReturnType<typeof balance> =>
    balance({ columns: [...all, ...extra], treated, before: ones, after, threshold: 0.1, ...given });
  const rowOf = (result: ReturnType<typeof balance>, name: string) => {
    const row = result.rows.find((r) => r.covariate === name);
    if (!row) throw new Error(`no row ${name}`);
    return row;
  };

  test("unadjusted: differences, variance ratios, KS, means, overlap", () => {
    const result = against(ones);
    const overlaps: number[] = [];
    for (const wanted of cobalt["bal unadjusted"].tab) {
      const row = rowOf(result, cobaltName(wanted.var));
      close(row.smdBefore, wanted["Diff.Un"] as number, `${wanted.var} difference`);
      close(row.meanTreated, wanted["M.1.Un"] as number, `${wanted.var} mean`);
      close(row.meanControlBefore, wanted["M.0.Un"] as number, `${wanted.var} mean`);
      if (wanted["V.Ratio.Un"] !== null) close(row.varianceRatioBefore, wanted["V.Ratio.Un"] as number, `${wanted.var} ratio`);
      close(row.ksBefore, wanted["KS.Un"] as number, `${wanted.var} KS`);
      const gap = Math.abs((row.overlapBefore ?? Number.NaN) - (wanted["OVL.Un"] as number));
      overlaps.push(gap);
      if (row.binary || wanted.var === "re74") expect(gap, `${wanted.var} overlap`).toBeLessThan(1e-8);
    }
    expect(Math.max(...overlaps)).toBeLessThan(5e-5);
  });

  const weighted = ["glm", "ebal", "cbps", "ipt", "energy", "optweight"].flatMap((m) =>
    ["ATT", "ATE", "ATC"].map((e) => `${m} ${e}`),
  );
  test.each(
    [...weighted, "glm ATO", "glm ATM", "glm ATT stabilized", "cbps over ATT", "ebal ATT moments=2"].filter(
      (name) => !runs || name in cobalt,
    ),
  )("weighted, %s", (name) => {
    const { weights, ps, ess, bal } = cobalt[name];
    const after = Float64Array.from(weights);
    const denominator = name.includes("ATE") ? "pooled" : "treated";
    const score = ps ? [column("prop.score", Float64Array.from(ps))] : [];
    const result = against(after, { denominator }, score);
    for (const wanted of bal) {
      const row = rowOf(result, cobaltName(wanted.var).replace("propscore", "prop.score"));
      const difference = (row.meanTreatedAfter as number) - row.meanControlAfter;
      const standard = Math.abs(difference) < ZERO ? 1 : sdOf(row);
      close(difference / standard, wanted["Diff.Adj"] as number, `${wanted.var} difference`);
      close(row.smdAfter * sdOf(row), difference, `${wanted.var} difference`);
      if (wanted["V.Ratio.Adj"] !== null) close(row.varianceRatioAfter, wanted["V.Ratio.Adj"], `${wanted.var} ratio`);
      close(row.ksAfter, wanted["KS.Adj"] as number, `${wanted.var} KS`);
    }
    const { effective } = result;
    close(effective?.controlsBefore, ess[0].Control, "controls");
    close(effective?.treatedBefore, ess[0].Treated, "treated");
    close(effective?.controlsAfter, ess[1].Control, "effective controls");
    close(effective?.treatedAfter, ess[1].Treated, "effective treated");
  });

  test("before matching, as MatchIt's summary of all has it", () => {
    const distance = Float64Array.from(id, (i) => matchIt["nearest 2:1 PS"].distance?.[i] as number);
    const result = against(ones, {}, [column("distance", distance)]);
    for (const wanted of matchIt.unmatched.sum_all ?? []) {
      const row = rowOf(result, wanted.var);
      close(row.smdBefore, wanted["Std..Mean.Diff."], `${wanted.var} difference`);
      close(row.ecdfMeanBefore, wanted["eCDF.Mean"], `${wanted.var} eCDF mean`);
      close(row.ksBefore, wanted["eCDF.Max"], `${wanted.var} eCDF max`);
    }
  });

  const summaries = Object.entries(matchIt).filter(([, c]) => c.nn && c.weights);
  test.each(summaries.map(([name]) => name))("matched, %s", (name) => {
    const { sum_matched, weights, distance, nn } = matchIt[name];
    const after = Float64Array.from(id, (i) => weights[i]);
    const denominator = name.includes("ATE") ? "pooled" : name.includes("ATC") ? "control" : "treated";
    const extra = distance
      ? [
          column(
            "distance",
            Float64Array.from(id, (i) => distance[i]),
          ),
        ]
      : [];
    const sets = setsOf(matchIt[name], id, treated);
    const result = against(after, { denominator, ...(sets && { sets }) }, extra);
    for (const wanted of sum_matched ?? []) {
      const row = rowOf(result, wanted.var);
      close(row.meanTreatedAfter, wanted["Means.Treated"], `${wanted.var} mean of treated`);
      close(row.meanControlAfter, wanted["Means.Control"], `${wanted.var} mean of controls`);
      close(row.smdAfter, wanted["Std..Mean.Diff."], `${wanted.var} difference`);
      if (wanted["Var..Ratio"] !== null) close(row.varianceRatioAfter, wanted["Var..Ratio"], `${wanted.var} ratio`);
      close(row.ecdfMeanAfter, wanted["eCDF.Mean"], `${wanted.var} eCDF mean`);
      close(row.ksAfter, wanted["eCDF.Max"], `${wanted.var} eCDF max`);
      const zero = Math.abs(wanted["Means.Treated"] - wanted["Means.Control"]) < ZERO;
      if (sets && wanted["Std..Pair.Dist."] !== null)
        close(
          (row.pairDistance ?? Number.NaN) * (zero ? sdOf(row) : 1),
          wanted["Std..Pair.Dist."],
          `${wanted.var} pair distance`,
        );
    }
    const ess = nn.find((r) => r._row === "Matched (ESS)");
    if (!ess) return;
    close(result.effective?.controlsAfter, ess.Control, "effective controls");
    close(result.effective?.treatedAfter, ess.Treated, "effective treated");
  });
});

/** Pairs by R's match matrix (a control may recur), else by its subclasses. */
function setsOf({ pairs, subclass }: MatchItCase, id: readonly string[], treated: Uint8Array): BalanceInput["sets"] {
  const row: number[] = [];
  const set: number[] = [];
  const place = new Map(id.map((name, i) => [name, i]));
  if (pairs) {
    Object.entries(pairs).forEach(([focal, found], s) => {
      const partners = [found].flat().filter((name) => typeof name === "string");
      for (const name of [focal, ...partners]) {
        row.push(place.get(name) as number);
        set.push(s);
      }
    });
  } else if (subclass) {
    const known = Object.entries(subclass).filter(([, s]) => s !== null && s !== "NA");
    [...new Set(known.map(([, s]) => s))].forEach((own, s) => {
      for (const [name] of known.filter(([, of]) => of === own)) {
        row.push(place.get(name) as number);
        set.push(s);
      }
    });
  } else return undefined;
  return { row: Int32Array.from(row), set: Int32Array.from(set), role: Uint8Array.from(row, (r) => treated[r]) };
}
