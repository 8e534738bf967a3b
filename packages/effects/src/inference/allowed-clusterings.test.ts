import { NEVER, type Panel } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";
import { describe, expect, it } from "vitest";
import { allowedClusterings } from "./allowed-clusterings.js";

/** People in households of `home` and schools of 20; `start` of each. */
function panelOf(home: number, start: (person: number) => number, units = 400): Panel {
  const of = (size: number) => ({
    of: Int32Array.from({ length: units }, (_, i) => Math.floor(i / size)),
    count: Math.ceil(units / size),
  });
  return {
    kind: "panel",
    units,
    periods: { unit: "ordinal", ordinals: Int32Array.of(1, 2, 3, 4) },
    ids: Array.from({ length: units }, (_, i) => `u${i}`),
    firstTreated: Int32Array.from({ length: units }, (_, i) => start(i)),
    observed: new Uint8Array(4 * units).fill(1),
    measures: [],
    covariates: [],
    clusterings: [
      { name: "household", ...of(home) },
      { name: "school", ...of(20) },
      { name: "municipality", ...of(200) },
    ],
  };
}

const school = (i: number) => (Math.floor(i / 20) % 3 === 0 ? 2 + (Math.floor(i / 60) % 2) : NEVER);

describe("allowedClusterings", () => {
  it("warns where whole schools got the programme and people or households are independent", () => {
    const panel = panelOf(2, school);
    for (const used of ["person", "household"]) {
      const [only, ...rest] = allowedClusterings(panel, used);
      expect(rest).toEqual([]);
      expect(only).toMatchObject({ severity: "warning", params: { cluster: "school", used, clusters: 7 } });
    }
  });

  it("says nothing of the schools themselves, or of what they lie in", () => {
    expect(allowedClusterings(panelOf(2, school), "school")).toEqual([]);
    expect(allowedClusterings(panelOf(2, school), "municipality")).toEqual([]);
  });

  it("holds where a few moved in later", () => {
    const random = stream(1, "test/clusterings", 0);
    const late = panelOf(2, (i) => (random.uniform() < 0.03 ? NEVER : school(i)));
    expect(allowedClusterings(late, "person")[0]?.params.cluster).toBe("school");
  });

  it.each([
    ["one member of a household starts", 2, (i: number) => (i % 8 === 0 ? 2 : NEVER)],
    ["everybody lives alone", 1, (i: number) => (i % 3 === 0 ? 2 : NEVER)],
    ["people start by lot", 2, (i: number) => ((i * 7919) % 5 === 0 ? 2 : NEVER)],
    ["half a school starts", 3, (i: number) => (Math.floor(i / 20) % 3 === 0 && i % 2 === 0 ? 2 : NEVER)],
    ["everybody starts", 2, () => 3],
  ])("gives no false alarm where %s", (_name, home, start) => {
    const found = allowedClusterings(panelOf(home, start), "person");
    expect(found).toEqual([]);
  });

  it("says of one school alone that nothing tells it from the programme; of one small household nothing", () => {
    const one = allowedClusterings(
      panelOf(3, (i) => (i < 20 ? 2 : NEVER)),
      "person",
    );
    expect(one.map((p) => [p.code, p.params.cluster])).toEqual([["effects/assigned-to-one-cluster", "school"]]);
    const panel = panelOf(20, (i) => (i < 4 ? 2 : NEVER));
    const households = {
      name: "household",
      of: Int32Array.from({ length: 400 }, (_, i) => (i < 4 ? 0 : 1 + Math.floor(i / 20))),
      count: 21,
    };
    expect(allowedClusterings({ ...panel, clusterings: [households] }, "person")).toEqual([]);
  });
});
