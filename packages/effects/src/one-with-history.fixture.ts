import { stream } from "@kontrafakt/numerics";
import { randomWaves } from "./random-waves.fixture.js";
import { waveEffects } from "./wave-effects.js";

/** Matched pairs with an outcome that is mostly 0, and before the programme 0 but for one control and one treated. */
export function oneWithHistory(seed: number) {
  const periods = 16;
  const { panel, comparison } = randomWaves({ seed, sets: [12, 14], periods, gaps: 0, later: 0, controls: 1 });
  const random = stream(seed, "test/one-with-history", 0);
  const values = new Float64Array(panel.units * periods);
  for (let i = 0; i < panel.units; i++)
    for (let t = 9; t < periods; t++) if (random.uniform() < 0.3) values[i * periods + t] = 10 * random.uniform();
  const control = comparison.unit[3 + 2 * seed];
  const treated = comparison.unit[10];
  for (let t = 0; t < 8; t++) {
    values[control * periods + t] = 0.1 + (t % 3) / 3;
    values[treated * periods + t] = 0.37 + (t % 3) / 7;
  }
  const one = { ...panel, measures: [{ ...panel.measures[0], values }] };
  return { control, fit: waveEffects(one, comparison, { adjust: ["ownHistory"] }) };
}
