// Against MatchIt 4.7.2 on LaLonde (614 people). Strata: the same people together; weights 1e-8 absolute; k2k pairs identical.
// MatchIt cuts 0/1 variables too, which changes nothing as long as a rule gives them two intervals or more.
import { type Cuts, coarsen, distanceCoordinates, exactStrata, k2k, type Strata, stratumWeights } from "@kontrafakt/matching";
import { describe, expect, it } from "vitest";
import { golden, lalonde, runs, why } from "./matching-lalonde.js";

interface MatchIt {
  readonly pairs: Record<string, string | null> | null;
  readonly subclass: Record<string, string | null>;
  readonly weights: Record<string, number>;
}

describe.skipIf(!runs)(`exact and coarsened matching equal MatchIt 4.7 (${why})`, () => {
  if (!runs) return it.skip(why);
  const { id, treated, columns, n } = lalonde();
  const reference = golden<MatchIt>("09_matchit");
  const column = (name: string): Float64Array => columns.get(name) as Float64Array;
  const race = column("raceblack").map((b, i) => (b === 1 ? 0 : 1 + column("racehispan")[i]));

  const expectWeights = (weights: Float64Array, name: string): void => {
    for (let i = 0; i < n; i++) expect(weights[i], id[i]).toBeCloseTo(reference[name].weights[id[i]], 8);
  };
  /** The same people together, whatever the strata are called. */
  const expectPartition = (of: ArrayLike<number>, name: string): void => {
    const theirs = id.map((i) => reference[name].subclass[i]);
    const first = (labels: ArrayLike<unknown>, none: unknown): number[] =>
      Array.from({ length: n }, (_, i) => (labels[i] === none ? -1 : Array.prototype.indexOf.call(labels, labels[i])));
    expect(first(of, -1)).toEqual(first(theirs, null));
  };

  it("exact on race, married and nodegree", () => {
    const strata = exactStrata({ columns: [race, column("married"), column("nodegree")], treated });
    expectWeights(stratumWeights(strata, treated, "att", true), "exact");
    expectWeights(stratumWeights(strata, treated, "ate", true), "exact ATE");
  });

  const numbers = ["age", "educ", "re74", "re75"];
  const cut = (cuts: Record<string, Cuts> | Cuts): Strata => {
    const by = (name: string): Cuts => (typeof cuts === "object" && !Array.isArray(cuts) ? cuts[name] : cuts);
    return exactStrata({
      columns: [race, column("married"), column("nodegree"), ...numbers.map((name) => coarsen(column(name), by(name)).of)],
      treated,
    });
  };
  const cases: [string, Record<string, Cuts> | Cuts, "att" | "ate"][] = [
    ["cem default sturges", "sturges", "att"],
    ["cem cutpoints fd", "fd", "att"],
    ["cem cutpoints 5", { age: 5, educ: 4, re74: 4, re75: 4 }, "att"],
    ["cem ATE", "sturges", "ate"],
  ];
  it.each(cases)("%s", (name, cuts, target) => {
    const strata = cut(cuts);
    expectPartition(strata.of, name);
    expectWeights(stratumWeights(strata, treated, target, true), name);
  });

  it("cem k2k mahalanobis", () => {
    const strata = cut("sturges");
    const names = ["age", "educ", "raceblack", "racehispan", "racewhite", "married", "nodegree", "re74", "re75"];
    const group = Int32Array.from(treated);
    const { coordinates, dimensions } = distanceCoordinates({ variables: names.map(column), group, distance: "mahalanobis" });
    const pairs = k2k({ strata, isTreated: treated, coordinates, dimensions });
    const found = Object.fromEntries(Array.from(pairs.treated, (t, a) => [id[t], id[pairs.control[a]]]));
    const theirs = Object.fromEntries(Object.entries(reference["cem k2k mahalanobis"].pairs ?? {}).filter(([, c]) => c !== null));
    expect(found).toEqual(theirs);
    const paired = Float64Array.from(id, (i) => (i in theirs || Object.values(theirs).includes(i) ? 1 : 0));
    expectWeights(paired, "cem k2k mahalanobis");
  });
});
