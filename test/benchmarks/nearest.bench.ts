// Nearest neighbours in one thread: on a score, 10,000 starters and 90,000 others; on eight variables, 1,000 and 50,000.
import { distanceCoordinates, nearest, nearestMatch } from "@kontrafakt/matching";
import { stream } from "@kontrafakt/numerics";
import { bench, describe } from "vitest";

const n = 100_000;
const random = stream(1, "benchmarks/nearest", 0);
const treated = Uint8Array.from({ length: n }, (_, i) => (i % 10 === 0 ? 1 : 0));
const score = Float64Array.from(treated, (d) => random.normal() + d);
const strata = Int32Array.from({ length: n }, () => random.integer(20));
const age = Float64Array.from({ length: n }, () => random.normal());

describe("nearest on a score, 10k to 90k", () => {
  bench("1:1 (bar 0.15 s)", () => {
    nearest({ score, treated, ratio: 1 });
  });
  bench("3:1 within strata and a caliper (bar 0.3 s)", () => {
    nearest({ score, treated, ratio: 3, caliper: 0.2, strata });
  });
  bench("1:1, closest first", () => {
    nearest({ score, treated, ratio: 1, order: "closest" });
  });
  bench("3:1 with replacement", () => {
    nearest({ score, treated, ratio: 3, replace: true });
  });
  bench("3:1 within a covariate's caliper, and different strata", () => {
    nearest({ score, treated, ratio: 3, caliper: 0.2, calipers: [{ values: age, width: 0.5 }], antiExact: [strata] });
  });
});

describe("Mahalanobis distance, 1k to 50k, 8 variables", () => {
  const rows = 51_000;
  const some = Uint8Array.from({ length: rows }, (_, i) => (i % 51 === 0 ? 1 : 0));
  const variables = Array.from({ length: 8 }, (_, j) =>
    Float64Array.from(some, (d) => (j % 3 === 2 ? random.integer(2) : random.normal() + 0.3 * d)),
  );
  const own = Float64Array.from(some, (_, i) => variables[0][i] + variables[1][i]);
  const group = Int32Array.from(some);
  const coordinates = distanceCoordinates({ variables, group, distance: "mahalanobis" });
  bench("coordinates", () => {
    distanceCoordinates({ variables, group, distance: "mahalanobis" });
  });
  bench("1:1 (bar 2 s)", () => {
    nearestMatch({ coordinates, treated: some, ratio: 1 });
  });
  bench("1:1, closest first (bar 2 s)", () => {
    nearestMatch({ coordinates, treated: some, ratio: 1, order: "closest" });
  });
  bench("3:1 within a caliper of the score", () => {
    nearestMatch({ coordinates, score: own, caliper: 0.2, treated: some, ratio: 3 });
  });
});
