import { describe, expect, it } from "vitest";
import { averageRanks } from "./average-ranks.js";
import { type CoordinateDistance, distanceCoordinates } from "./distance-coordinates.js";

const group = Int32Array.of(1, 1, 0, 0, 0);
/** Within groups: deviations ±1 of x, ±2 of y in one; −2 0 2 of x, 1 −2 1 of y in the other. df 3. */
const x = Float64Array.of(1, 3, 4, 6, 8);
const y = Float64Array.of(5, 9, 2, -1, 2);

function squared(distance: CoordinateDistance, variables: Float64Array[], a: number, b: number, groups = group): number {
  const { coordinates, dimensions: k } = distanceCoordinates({ variables, group: groups, distance });
  return Array.from({ length: k }, (_, j) => (coordinates[a * k + j] - coordinates[b * k + j]) ** 2).reduce((s, d) => s + d, 0);
}

describe("distanceCoordinates", () => {
  it("euclidean: as the variables stand; scaledEuclidean: over SDs within groups", () => {
    expect(squared("euclidean", [x, y], 0, 2)).toBeCloseTo(9 + 9, 12);
    // variances within groups: x (2 + 8) / 3, y (8 + 6) / 3
    expect(squared("scaledEuclidean", [x, y], 0, 2)).toBeCloseTo(9 / (10 / 3) + 9 / (14 / 3), 12);
  });

  it("mahalanobis: by the inverse of the covariance within groups", () => {
    // covariance (1·2 + 1·2 − 2·1 + 0 + 2·1) / 3 = 4/3; d = (3, −3)
    const [a, b, c] = [10 / 3, 14 / 3, 4 / 3];
    const expected = (9 * b + 2 * 9 * c + 9 * a) / (a * b - c * c);
    expect(squared("mahalanobis", [x, y], 0, 2)).toBeCloseTo(expected, 10);
  });

  it("mahalanobis: is the same whatever the units, and with variables that follow from others or are constant", () => {
    const plain = squared("mahalanobis", [x, y], 1, 3);
    const scaled = [x.map((v) => 1000 * v + 7), y.map((v, i) => v - x[i])];
    expect(squared("mahalanobis", scaled, 1, 3)).toBeCloseTo(plain, 9);
    const more = [x, y, x.map((v, i) => 2 * v - y[i]), new Float64Array(5).fill(0.1)];
    expect(squared("mahalanobis", more, 1, 3)).toBeCloseTo(plain, 9);
  });

  it("mahalanobis: leaves out what only tells the groups apart", () => {
    const arm = Float64Array.from(group);
    expect(distanceCoordinates({ variables: [arm], group, distance: "mahalanobis" }).dimensions).toBe(0);
    expect(squared("mahalanobis", [x, y, arm], 0, 2)).toBeCloseTo(squared("mahalanobis", [x, y], 0, 2), 10);
  });

  it("robustMahalanobis: ranks by their correlation over everybody, each with the variance of untied ranks", () => {
    expect(Array.from(averageRanks(y))).toEqual([4, 5, 2.5, 1, 2.5]);
    const rare = Float64Array.of(1, 0, 0, 0, 0);
    // one variable: ranks 5 and 2.5; untied variance 5 · 6 / 12 = 2.5
    expect(squared("robustMahalanobis", [rare], 0, 2)).toBeCloseTo(2.5 ** 2 / 2.5, 12);
    // two: ranks x 1..5, y as above; centred products −2·1 −1·2 + 0 + 1·(−2) + 2·(−.5) = −7, squares 10 and 9.5
    const r = -7 / Math.sqrt(10 * 9.5);
    const [dx, dy] = [1 - 3, 4 - 2.5];
    const expected = (dx * dx - 2 * r * dx * dy + dy * dy) / (1 - r * r) / 2.5;
    expect(squared("robustMahalanobis", [x, y], 0, 2)).toBeCloseTo(expected, 10);
  });

  it("gives equal people equal coordinates, bit for bit", () => {
    const variables = [Float64Array.of(0.1, 0.3, 0.1, 0.7, 0.9), Float64Array.of(1 / 3, 2, 1 / 3, 5, -1)];
    const { coordinates } = distanceCoordinates({ variables, group, distance: "mahalanobis" });
    expect(coordinates.subarray(0, 2)).toEqual(coordinates.subarray(4, 6));
  });
});
