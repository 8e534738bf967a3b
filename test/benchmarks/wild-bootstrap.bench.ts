import { NEVER, type Panel } from "@kontrafakt/cohort";
import { attGt, inferenceOptions, scoreBootstrap, twoWay, wildBootstrap } from "@kontrafakt/effects";
import { stream } from "@kontrafakt/numerics";
import { bench, describe } from "vitest";

// Target on 2 cores: 9,999 draws of two-way fixed effects, 1M rows, 40 clusters, with its interval ≤ 1 s in all.
const UNITS = 100_000;
const PERIODS = 10;

function towns(units: number, count: number): Panel {
  const random = stream(1, "bench/wild", 0);
  const values = new Float64Array(units * PERIODS);
  const shock = Float64Array.from({ length: count * PERIODS }, () => random.normal());
  const of = Int32Array.from({ length: units }, (_, i) => i % count);
  for (let i = 0; i < units; i++) {
    const level = random.normal();
    for (let t = 0; t < PERIODS; t++)
      values[i * PERIODS + t] = level + 0.1 * t + 0.3 * shock[of[i] * PERIODS + t] + random.normal();
  }
  return {
    kind: "panel",
    units,
    periods: { unit: "ordinal", ordinals: Int32Array.from({ length: PERIODS }, (_, t) => t + 1) },
    ids: [],
    firstTreated: of.map((town) => (town < count / 2 ? NEVER : 4 + (town % 4))),
    observed: new Uint8Array(units * PERIODS).fill(1),
    measures: [{ name: "y", unit: "kr", values }],
    covariates: [],
    clusterings: [{ name: "town", of, count }],
  };
}

const times = { iterations: 3, warmupIterations: 1, time: 0, warmupTime: 0 };
const options = { ...inferenceOptions.parse({}), level: 0.95 };

describe("9,999 draws, 1,000,000 rows, 40 clusters", () => {
  const panel = towns(UNITS, 40);
  const fit = twoWay(panel, { cluster: ["town"] });
  const one = Float64Array.of(1);
  bench(
    "two-way, from the data on",
    async () => void (await wildBootstrap(twoWay(panel, { cluster: ["town"] }), one, options, { seed: 1 })),
    times,
  );
  bench("wild bootstrap of it, with interval", async () => void (await wildBootstrap(fit, one, options, { seed: 1 })), times);
  const cells = attGt(panel, { cluster: "town" });
  const post = Float64Array.from(cells.effects.terms, (t) => (t.event! >= 0 ? t.n : 0));
  bench(
    "wild bootstrap of all attGt cells together",
    async () => void (await wildBootstrap(cells, post, options, { seed: 1 })),
    times,
  );
  bench("score bootstrap of the same", async () => void (await scoreBootstrap(cells, post, options, { seed: 1 })), times);
});

describe("9,999 draws by person, 500 of them", () => {
  const cells = attGt(towns(500, 40), {});
  const post = Float64Array.from(cells.effects.terms, (t) => (t.event! >= 0 ? t.n : 0));
  bench(
    "wild bootstrap of all attGt cells together",
    async () => void (await wildBootstrap(cells, post, options, { seed: 1 })),
    times,
  );
});
