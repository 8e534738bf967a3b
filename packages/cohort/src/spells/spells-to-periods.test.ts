import { dayOf, firstDayOfPeriod, type PeriodUnit, periodOfDay } from "@kontrafakt/base";
import fc from "fast-check";
import { expect, it } from "vitest";
import { LEAVE, MERGE, SUM } from "./spell-union.js";
import type { SpellCount, SpellMeasure } from "./spells.js";
import { spellsToPeriods } from "./spells-to-periods.js";

const units = 3;
const groups = 2;
const origin = dayOf(2020, 1, 1);
const kinds: readonly SpellCount[] = ["days", "share", "count", "any", "amount", "started", "ended"];

const spell = fc.record({
  unit: fc.integer({ min: -1, max: units - 1 }),
  group: fc.integer({ min: -1, max: groups - 1 }),
  from: fc.integer({ min: -60, max: 500 }),
  length: fc.oneof(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 300 })),
  open: fc.boolean(),
  rate: fc.integer({ min: -3, max: 9 }),
  lump: fc.integer({ min: -5, max: 5 }),
  on: fc.integer({ min: -60, max: 800 }),
});
type Row = { unit: number; group: number; from: number; length: number; open: boolean; rate: number; lump: number; on: number };

const columns = (list: readonly Row[]) => ({
  unit: Int32Array.from(list, (s) => s.unit),
  group: Int32Array.from(list, (s) => s.group),
  from: Int32Array.from(list, (s) => origin + s.from),
  to: Int32Array.from(list, (s) => origin + s.from + s.length),
  open: Uint8Array.from(list, (s) => Number(s.open)),
});
const moneyOf = (list: readonly Row[]) => ({
  rate: Float64Array.from(list, (s) => s.rate),
  lump: Float64Array.from(list, (s) => s.lump),
  on: Int32Array.from(list, (s) => origin + s.on),
});
const startsOf = (unit: Exclude<PeriodUnit, "ordinal">, count: number) => {
  const first = periodOfDay(origin, unit);
  return Int32Array.from({ length: count + 1 }, (_, t) => firstDayOfPeriod(first + t, unit));
};

/** One unit's spells counted day by day: which rows are on, which of them the first begun. */
function byDay(list: readonly Row[], merge: boolean, starts: Int32Array, count: SpellCount): number[] {
  const periods = starts.length - 1;
  const values = new Array<number>(periods).fill(0);
  const t = (day: number) => starts.findLastIndex((start) => start <= day);
  const inside = (day: number) => day >= starts[0] && day < starts[periods];
  const on = (s: Row, day: number) => origin + s.from <= day && day <= origin + s.from + s.length;
  const inOrder = list.map((s, i) => ({ s, i })).sort((a, b) => a.s.from - b.s.from || a.i - b.i);
  const stretches: Row[][] = merge ? [] : list.map((s) => [s]);
  if (merge) {
    for (const { s } of inOrder) {
      const last = stretches.at(-1);
      const reach = last === undefined ? Number.NEGATIVE_INFINITY : Math.max(...last.map((x) => x.from + x.length));
      if (last !== undefined && s.from <= reach + 1) last.push(s);
      else stretches.push([s]);
    }
  }
  for (let day = starts[0]; day < starts[periods]; day++) {
    if (count === "days" || count === "share") {
      const n = merge ? Number(list.some((s) => on(s, day))) : list.filter((s) => on(s, day)).length;
      values[t(day)] += n / (count === "share" ? starts[t(day) + 1] - starts[t(day)] : 1);
    }
    if (count === "any" && list.some((s) => on(s, day))) values[t(day)] = 1;
    if (count === "amount") {
      const rows = inOrder.filter(({ s }) => on(s, day)).map(({ s }) => s);
      for (const s of merge ? rows.slice(0, 1) : rows) values[t(day)] += s.rate;
      for (const s of list) if (origin + s.on === day) values[t(day)] += s.lump;
    }
  }
  for (const stretch of stretches) {
    const from = origin + Math.min(...stretch.map((s) => s.from));
    const to = origin + Math.max(...stretch.map((s) => s.from + s.length));
    const isOpen = stretch.some((s) => s.open && origin + s.from + s.length === to);
    if (count === "started" && inside(from)) values[t(from)]++;
    if (count === "ended" && inside(to) && !isOpen) values[t(to)]++;
    if (count === "count") for (let p = 0; p < periods; p++) if (from < starts[p + 1] && to >= starts[p]) values[p]++;
  }
  return values;
}

it.each(["month", "quarter", "year"] as const)("of every kind equals a day-by-day count, by %s", async (unit) => {
  const starts = startsOf(unit, { month: 13, quarter: 5, year: 2 }[unit]);
  const periods = starts.length - 1;
  const measures: { take: Uint8Array; count: SpellCount; merge: boolean }[] = kinds.flatMap((count) => [
    { count, take: Uint8Array.of(MERGE, LEAVE), merge: true },
    { count, take: Uint8Array.of(SUM, SUM), merge: false },
  ]);
  await fc.assert(
    fc.asyncProperty(fc.array(spell, { maxLength: 14 }), async (list) => {
      const money = moneyOf(list);
      const asked: SpellMeasure[] = measures.map(({ count, take }) => ({ count, take, money }));
      const out = await spellsToPeriods(columns(list), units, starts, asked);
      measures.forEach(({ count, merge, take }, m) => {
        for (let u = 0; u < units; u++) {
          const mine = list.filter((s) => s.unit === u && s.group >= 0 && take[s.group] !== LEAVE);
          const expected = byDay(mine, merge, starts, count);
          const found = Array.from(out[m].subarray(u * periods, (u + 1) * periods));
          if (count === "share") for (const [t, x] of found.entries()) expect(x).toBeCloseTo(expected[t], 12);
          else expect(found, `${count} ${merge}`).toEqual(expected);
        }
      });
    }),
    { numRuns: 40 },
  );
});

it("conserves amounts that lie in the window, whatever the periods", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ from: fc.nat(600), length: fc.nat(100), amount: fc.nat(1e9).map((cents) => cents / 100) })),
      async (list) => {
        const rows = list.map((s) => ({ ...s, unit: 0, group: 0, open: false, rate: 0, lump: 0, on: 0 }));
        const money = { ...moneyOf(rows), rate: Float64Array.from(list, (s) => s.amount / (s.length + 1)) };
        const total = list.reduce((sum, s) => sum + s.amount, 0);
        for (const unit of ["month", "quarter", "year"] as const) {
          const starts = startsOf(unit, { month: 24, quarter: 8, year: 2 }[unit]);
          const [values] = await spellsToPeriods(columns(rows), 1, starts, [
            { count: "amount", take: Uint8Array.of(SUM), money },
          ]);
          expect(Math.abs(values.reduce((a, b) => a + b, 0) - total)).toBeLessThanOrEqual(1e-9 * total);
        }
      },
    ),
    { numRuns: 40 },
  );
});

it("makes the periods of an unknown amount unknown, and no other", async () => {
  const row = { unit: 0, group: 0, from: 20, length: 20, open: false, rate: Number.NaN, lump: 0, on: 0 };
  const known = { ...row, from: 0, length: 100, rate: 2 };
  const starts = startsOf("month", 3);
  const [values] = await spellsToPeriods(columns([row, known]), 1, starts, [
    { count: "amount", take: Uint8Array.of(SUM), money: moneyOf([row, known]) },
  ]);
  expect(Array.from(values)).toEqual([Number.NaN, Number.NaN, 62]);
});

it("reports progress by blocks and stops when told to", async () => {
  const starts = startsOf("month", 2);
  const row = { unit: 0, group: 0, from: 0, length: 3, open: false, rate: 0, lump: 0, on: 0 };
  const stop = new AbortController();
  const done: number[] = [];
  const run = spellsToPeriods(columns([row]), 20_000, starts, [{ count: "days", take: Uint8Array.of(MERGE) }], {
    seed: 1,
    signal: stop.signal,
    progress: (p) => {
      done.push(p.done);
      setTimeout(() => stop.abort(new Error("stopped")), 0);
    },
  });
  await expect(run).rejects.toThrow("stopped");
  expect(done.length).toBeLessThan(3);
});
