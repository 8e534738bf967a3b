import fc from "fast-check";
import { expect, it } from "vitest";
import { observe, type Stretches } from "./observe.js";

const starts = Int32Array.of(100, 110, 125, 130);
const stretch = fc.record({
  unit: fc.integer({ min: 0, max: 2 }),
  home: fc.integer({ min: 0, max: 1 }),
  from: fc.integer({ min: 80, max: 140 }),
  length: fc.integer({ min: 0, max: 30 }),
});
type Stretch = { unit: number; home: number; from: number; length: number };
const columns = (list: readonly Stretch[]): Stretches => ({
  unit: Int32Array.from(list, (s) => s.unit),
  home: Uint8Array.from(list, (s) => s.home),
  from: Int32Array.from(list, (s) => s.from),
  to: Int32Array.from(list, (s) => s.from + s.length),
});

it("equals a day-by-day reading of the rule", () => {
  const age = fc.integer({ min: 90, max: 135 });
  const input = fc.tuple(
    fc.option(fc.array(stretch, { maxLength: 14 })),
    fc.option(fc.array(stretch, { maxLength: 6 })),
    fc.option(fc.array(stretch, { maxLength: 5 })),
    fc.array(age, { minLength: 6, maxLength: 6 }),
    fc.constantFrom(0.2, 0.5, 1),
  );
  fc.assert(
    fc.property(input, ([stays, paid, placed, ages, share]) => {
      const observed = observe({
        units: 3,
        starts,
        eligibleFrom: Int32Array.from(ages.slice(0, 3)),
        eligibleTo: Int32Array.from(ages.slice(3)),
        stays: stays ? columns(stays) : undefined,
        placed: placed ? columns(placed) : undefined,
        paid: paid ? columns(paid) : undefined,
        share,
      });
      const covers = (s: Stretch, u: number, day: number) => s.unit === u && s.from <= day && day <= s.from + s.length;
      for (let u = 0; u < 3; u++) {
        for (let t = 0; t < 3; t++) {
          let days = 0;
          for (let day = starts[t]; day < starts[t + 1]; day++) {
            if (day < ages[u] || day > ages[u + 3]) continue;
            const homes = (list: readonly Stretch[] | null) => (list ?? []).filter((s) => covers(s, u, day)).map((s) => s.home);
            const [payers, places] = [homes(paid), homes(placed)];
            const here = (stays ?? []).filter((s) => covers(s, u, day));
            const latest = here.reduce<Stretch | undefined>((best, s) => (best && best.from > s.from ? best : s), undefined);
            const lives = stays === null ? 1 : (latest?.home ?? 0);
            const placedHere = places.includes(1) ? 1 : places.includes(0) ? 0 : lives;
            days += payers.includes(1) ? 1 : payers.includes(0) ? 0 : placedHere;
          }
          const expected = days > 0 && days >= share * (starts[t + 1] - starts[t]) ? 1 : 0;
          expect(observed[u * 3 + t]).toBe(expected);
        }
      }
    }),
    { numRuns: 300 },
  );
});
