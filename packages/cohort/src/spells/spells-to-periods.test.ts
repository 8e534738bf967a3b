import { dayOf, firstDayOfPeriod, periodOfDay } from "@kontrafakt/base";
import fc from "fast-check";
import { expect, it } from "vitest";
import { spellsToPeriods } from "./spells-to-periods.js";

const units = 4;
const outcomes = 2;
const spell = fc.record({
  unit: fc.integer({ min: -1, max: units - 1 }),
  outcome: fc.integer({ min: -1, max: outcomes - 1 }),
  from: fc.integer({ min: -60, max: 500 }),
  length: fc.integer({ min: 0, max: 300 }),
});

it("equals a day-by-day count, whatever the overlaps and the order", () => {
  const origin = dayOf(2020, 1, 1);
  const first = periodOfDay(origin, "month");
  const starts = Int32Array.from({ length: 13 }, (_, t) => firstDayOfPeriod(first + t, "month"));
  fc.assert(
    fc.property(fc.array(spell, { maxLength: 30 }), (list) => {
      const days = spellsToPeriods(
        {
          unit: Int32Array.from(list, (s) => s.unit),
          outcome: Int32Array.from(list, (s) => s.outcome),
          from: Int32Array.from(list, (s) => origin + s.from),
          to: Int32Array.from(list, (s) => origin + s.from + s.length),
        },
        units,
        outcomes,
        starts,
      );
      for (let k = 0; k < outcomes; k++) {
        for (let u = 0; u < units; u++) {
          const counted = new Float64Array(12);
          for (let day = starts[0]; day < starts[12]; day++) {
            const on = list.some(
              (s) => s.unit === u && s.outcome === k && origin + s.from <= day && day <= origin + s.from + s.length,
            );
            if (on) counted[periodOfDay(day, "month") - first]++;
          }
          expect(days[k].subarray(u * 12, (u + 1) * 12)).toEqual(counted);
        }
      }
    }),
    { numRuns: 60 },
  );
});
