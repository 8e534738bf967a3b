import { dateOf } from "@kontrafakt/base";
import { describe, expect, test } from "vitest";
import { QUARTERS, quarterOf } from "./calendar.js";
import { OUTCOMES, removalChance } from "./effects-truth.js";
import { worldFiles } from "./files.js";
import { SERVICES } from "./services.js";
import { makeWorld, type World } from "./world.js";
import { expectedEffect, worldPanel } from "./world-panel.js";

const worlds = [1, 2, 3].map((seed) => makeWorld(seed));
const [world] = worlds;

/** Sum over starters' observed quarters from the start on. */
function afterStart(of: World, value: (cell: number, t: number, i: number) => number): number {
  let sum = 0;
  for (const i of of.expected.starters) {
    for (let t = of.referrals.startQuarter[i]; t < QUARTERS; t++) {
      const cell = i * QUARTERS + t;
      if (of.observed[cell] === 1) sum += value(cell, t, i);
    }
  }
  return sum;
}
const over = (value: (w: World) => number): number => worlds.reduce((sum, w) => sum + value(w), 0) / worlds.length;

describe("makeWorld", () => {
  test("the same seed gives the same world, another seed another", () => {
    const small = { children: 300, startersPerWave: 8 };
    const bytes = (seed: number) => Buffer.concat(worldFiles(makeWorld(seed, small)).map((file) => file.bytes));
    expect(bytes(7).equals(bytes(7))).toBe(true);
    expect(bytes(7).equals(bytes(8))).toBe(false);
  });

  test("about sixty start in each wave, referred 20 to 85 days before and in the quarter before", () => {
    expect(over((w) => w.expected.starters.length)).toBeGreaterThan(200);
    expect(over((w) => w.expected.starters.length)).toBeLessThan(280);
    for (const i of world.expected.starters) {
      const { startDay, referralDay, startQuarter } = world.referrals;
      expect(startDay[i] - referralDay[i]).toBeGreaterThanOrEqual(20);
      expect(startDay[i] - referralDay[i]).toBeLessThanOrEqual(85);
      expect(quarterOf(startDay[i])).toBe(startQuarter[i]);
      expect(quarterOf(referralDay[i])).toBe(startQuarter[i] - 1);
    }
  });

  test("children were born 2006 to 2015 and some turn 18 inside the window", () => {
    for (const day of world.people.born) expect(Math.abs(dateOf(day).year - 2010.5)).toBeLessThan(5);
    const left = Array.from(world.people.born).filter((_, i) => world.observed[(i + 1) * QUARTERS - 1] === 0).length;
    expect(left / world.people.n).toBeGreaterThan(0.1);
    expect(left / world.people.n).toBeLessThan(0.3);
  });

  test("the programme changes nothing before its start and nobody else", () => {
    for (const outcome of OUTCOMES) {
      const changed = world.measures[outcome].findIndex((v, cell) => {
        const start = world.referrals.startQuarter[Math.floor(cell / QUARTERS)];
        return v !== world.without[outcome][cell] && (start < 0 || cell % QUARTERS < start);
      });
      expect(changed).toBe(-1);
    }
  });

  test("starters were chosen for high and just-peaked need, with controls left to compare", () => {
    const n = world.people.n;
    const scores = world.referrals.score.subarray(0, n).filter((s) => !Number.isNaN(s));
    const mean = scores.reduce((a, b) => a + b, 0) / scores.length;
    const sd = Math.sqrt(scores.reduce((a, b) => a + (b - mean) * (b - mean), 0) / scores.length);
    const first = world.expected.starters.filter((i) => world.referrals.wave[i] === 0);
    const difference = (first.reduce((a, i) => a + world.referrals.score[i], 0) / first.length - mean) / sd;
    expect(difference).toBeGreaterThan(0.9);
    expect(difference).toBeLessThan(1.8);
    const days = (back: number) =>
      over((w) =>
        w.expected.starters.reduce(
          (sum, i) => sum + w.without.counselling[i * QUARTERS + w.referrals.startQuarter[i] - 1 - back],
          0,
        ),
      );
    expect(days(1)).toBeGreaterThan(1.15 * days(5));
  });
});

describe("what was planted", () => {
  const price = new Map<string, number>(SERVICES.map((rule) => [rule.name, rule.price]));
  const money = (w: World, value: (outcome: (typeof OUTCOMES)[number], cell: number, t: number, i: number) => number) =>
    OUTCOMES.reduce((sum, o) => sum + (price.get(o) ?? 0) * afterStart(w, (cell, t, i) => value(o, cell, t, i)), 0);
  const saving = over((w) => {
    const effects = new Map(OUTCOMES.map((o) => [o, expectedEffect(w, o)]));
    return -money(w, (o, cell) => effects.get(o)![cell]);
  });

  test("the removal chance is zero before the start, grows for two years, then stays, and differs by wave", () => {
    for (const outcome of OUTCOMES) {
      for (let wave = 0; wave < 4; wave++) {
        expect(removalChance(outcome, wave, -1)).toBe(0);
        for (let e = 0; e < 12; e++)
          expect(removalChance(outcome, wave, e + 1)).toBeGreaterThanOrEqual(removalChance(outcome, wave, e));
        expect(removalChance(outcome, wave, 12)).toBe(removalChance(outcome, wave, 7));
      }
      expect(new Set([0, 1, 2, 3].map((wave) => removalChance(outcome, wave, 8))).size).toBe(4);
    }
  });

  test("days really taken away agree with the chances, child by child", () => {
    for (const outcome of OUTCOMES) {
      const gaps: number[] = [];
      for (const w of worlds) {
        for (const i of w.expected.starters) {
          let gap = 0;
          for (let t = w.referrals.startQuarter[i]; t < QUARTERS; t++) {
            const cell = i * QUARTERS + t;
            const q = removalChance(outcome, w.referrals.wave[i], t - w.referrals.startQuarter[i]);
            gap += w.measures[outcome][cell] - (1 - q) * w.without[outcome][cell];
          }
          gaps.push(gap);
        }
      }
      const mean = gaps.reduce((a, b) => a + b, 0) / gaps.length;
      const sd = Math.sqrt(gaps.reduce((a, b) => a + (b - mean) * (b - mean), 0) / gaps.length);
      expect(Math.abs(mean)).toBeLessThan((4 * sd) / Math.sqrt(gaps.length));
    }
  });

  test("expected days without the programme agree with the days there would have been", () => {
    for (const outcome of OUTCOMES) {
      const gaps: number[] = [];
      for (const w of worlds) {
        const expected = w.expected.without[OUTCOMES.indexOf(outcome)];
        w.expected.starters.forEach((i, k) => {
          let gap = 0;
          for (let t = w.referrals.startQuarter[i]; t < QUARTERS; t++) {
            if (w.observed[i * QUARTERS + t] === 1) gap += w.without[outcome][i * QUARTERS + t] - expected[k * QUARTERS + t];
          }
          gaps.push(gap);
        });
      }
      const mean = gaps.reduce((a, b) => a + b, 0) / gaps.length;
      const sd = Math.sqrt(gaps.reduce((a, b) => a + (b - mean) * (b - mean), 0) / gaps.length);
      expect(Math.abs(mean)).toBeLessThan((4 * sd) / Math.sqrt(gaps.length));
    }
  });

  test("before–after overstates the saving", () => {
    const beforeAfter = over(
      (w) =>
        -money(w, (o, cell, _t, i) => {
          const start = w.referrals.startQuarter[i];
          let base = 0;
          for (let back = 2; back <= 5; back++) base += w.measures[o][i * QUARTERS + start - back] / 4;
          return w.measures[o][cell] - base;
        }),
    );
    expect(saving).toBeGreaterThan(25e6);
    expect(beforeAfter).toBeGreaterThan(1.5 * saving);
  });

  test("treated against the rest has the wrong sign", () => {
    const treatedLessRest = over((w) => {
      const rest = new Map(
        OUTCOMES.map((o) => [
          o,
          Array.from({ length: QUARTERS }, (_, t) => {
            let sum = 0;
            let n = 0;
            for (let i = 0; i < w.people.n; i++) {
              if (w.referrals.startQuarter[i] >= 0 || w.observed[i * QUARTERS + t] === 0) continue;
              sum += w.measures[o][i * QUARTERS + t];
              n++;
            }
            return sum / n;
          }),
        ]),
      );
      return money(w, (o, cell, t) => w.measures[o][cell] - rest.get(o)![t]);
    });
    expect(treatedLessRest).toBeGreaterThan(10e6);
  });
});

test("the panel has NaN exactly where a child is not observed", () => {
  const panel = worldPanel(world);
  for (const measure of panel.measures) {
    expect(measure.values.findIndex((v, cell) => Number.isNaN(v) !== (panel.observed[cell] === 0))).toBe(-1);
  }
});
