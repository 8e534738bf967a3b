import { MERGE, type SpellMeasure, SUM, spellsToPeriods } from "@kontrafakt/cohort";
import { bench, describe } from "vitest";

const n = 5_000_000;
const units = 200_000;
const months = 120;

/** Pseudo-random in [0, 1): spells in no order of unit or day, as a case system writes them. */
let state = 1;
const next = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};

describe("5,000,000 spells × 120 months", () => {
  const first = 15_000;
  const starts = Int32Array.from({ length: months + 1 }, (_, t) => first + Math.floor(30.4375 * t));
  const from = new Int32Array(n);
  const to = new Int32Array(n);
  const unit = new Int32Array(n);
  const open = new Uint8Array(n);
  const rate = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    unit[i] = Math.floor(next() * units);
    from[i] = first - 100 + Math.floor(next() * 3700);
    const long = next();
    to[i] = from[i] + Math.floor(next() * (long < 0.8 ? 60 : 400));
    open[i] = long > 0.98 ? 1 : 0;
    rate[i] = 2000 * next();
  }
  const spells = { unit, group: new Int32Array(n), from, to, open };
  const money = { rate, lump: new Float64Array(n), on: new Int32Array(n) };
  const merged = Uint8Array.of(MERGE);
  const measures: readonly SpellMeasure[] = [
    ...(["days", "share", "count", "any", "started", "ended"] as const).map((count) => ({ count, take: merged })),
    { count: "amount", take: Uint8Array.of(SUM), money },
  ];
  bench(
    "days, share, count, any, amount, started and ended in one pass",
    async () => {
      await spellsToPeriods(spells, units, starts, measures);
    },
    { iterations: 2, warmupIterations: 0, time: 0 },
  );
});
