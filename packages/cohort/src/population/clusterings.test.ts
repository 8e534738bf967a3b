import { NO_DAY } from "@kontrafakt/base";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ALWAYS, NEVER } from "../shapes/panel.js";
import { stayClustering } from "./clusterings.js";
import type { ClusterStays } from "./read-clustering.js";
import type { People } from "./read-people.js";

const units = 4;
const window = { from: 100, of: (day: number) => 10 + Math.floor((day - 100) / 20) };
const columns = (list: readonly { unit: number; cluster: number; from: number; to: number }[]): ClusterStays => ({
  unit: Int32Array.from(list, (s) => s.unit),
  cluster: Int32Array.from(list, (s) => s.cluster),
  clusters: 3,
  from: Int32Array.from(list, (s) => s.from),
  to: Int32Array.from(list, (s) => s.to),
});
const people = (start: readonly number[], referral: readonly number[] = start) =>
  ({ units, start: Int32Array.from(start), referral: Int32Array.from(referral) }) as People;
const everyone = Int32Array.of(0, 1, 2, 3);

const stay = fc.record({
  unit: fc.integer({ min: 0, max: units - 1 }),
  cluster: fc.integer({ min: 0, max: 2 }),
  from: fc.integer({ min: 60, max: 180 }),
  length: fc.integer({ min: 0, max: 60 }),
});
const start = fc.option(fc.integer({ min: 70, max: 200 }), { nil: NO_DAY });

describe("clusters that change over time", () => {
  it("tell when the first other person started while in the same one, as a day-by-day reading does", () => {
    fc.assert(
      fc.property(fc.array(stay, { maxLength: 12 }), fc.tuple(start, start, start, start), (list, starts) => {
        const stays = list.map((s) => ({ ...s, to: s.from + s.length }));
        const { exposed } = stayClustering("class", columns(stays), "start", people(starts), everyone, window);
        const clustersOn = (u: number, day: number) =>
          stays.filter((s) => s.unit === u && s.from <= day && day <= s.to).map((s) => s.cluster);
        const expected = [...everyone].map((u) => {
          const days = starts.filter(
            (day, other) => other !== u && day !== NO_DAY && clustersOn(other, day).some((c) => clustersOn(u, day).includes(c)),
          );
          if (days.length === 0) return NEVER;
          const first = Math.min(...days);
          return first < window.from ? ALWAYS : window.of(first);
        });
        expect([...(exposed ?? [])]).toEqual(expected);
      }),
      { numRuns: 300 },
    );
  });

  const stays = columns([
    { unit: 0, cluster: 2, from: 60, to: 109 },
    { unit: 0, cluster: 1, from: 110, to: 200 },
    { unit: 1, cluster: 2, from: 60, to: 200 },
    { unit: 1, cluster: 0, from: 150, to: 160 },
    { unit: 2, cluster: 1, from: 120, to: 200 },
  ]);
  it.each([
    ["start", [0, 1, 0, -1]],
    ["referral", [0, 0, 1, -1]],
    ["window", [0, 0, 1, -1]],
    ["firstKnown", [0, 0, 1, -1]],
  ] as const)("have a person's cluster by at: %s", (at, expected) => {
    const { of } = stayClustering(
      "class",
      stays,
      at,
      people([115, NO_DAY, NO_DAY, 115], [105, NO_DAY, NO_DAY, NO_DAY]),
      everyone,
      window,
    );
    expect([...of]).toEqual(expected);
  });

  it("take the later begun of two, and nothing where a starter is in none on the day", () => {
    const at = (day: number) =>
      stayClustering("class", stays, "start", people([NO_DAY, day, NO_DAY, NO_DAY]), Int32Array.of(1, 0), window);
    expect([...at(155).of]).toEqual([0, 1]);
    expect([...at(140).of]).toEqual([0, 0]);
    expect([...at(210).of]).toEqual([-1, 0]);
  });
});
