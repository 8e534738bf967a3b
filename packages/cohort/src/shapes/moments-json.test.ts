import { expect, it } from "vitest";
import { cohortMoments } from "./cohort-moments.js";
import { momentsJson, readMoments } from "./moments-json.js";
import { NEVER, type Panel } from "./panel.js";
import { publishableMoments } from "./publishable-moments.js";

/** Ten of each cohort, two periods; values by cohort and person. */
function panelOf(value: (i: number, t: number) => number, units = 20): Panel {
  const cells = Array.from({ length: units * 2 }, (_, c) => value(Math.floor(c / 2), c % 2));
  return {
    kind: "panel",
    units,
    periods: { unit: "year", ordinals: Int32Array.of(2020, 2021) },
    ids: Array.from({ length: units }, (_, i) => `p${i}`),
    firstTreated: Int32Array.from({ length: units }, (_, i) => (i < 10 ? 2021 : NEVER)),
    observed: Uint8Array.from(cells, (y) => (Number.isNaN(y) ? 0 : 1)),
    measures: [{ name: "days", unit: "days", values: Float64Array.from(cells) }],
    covariates: [{ name: "sex", values: Float64Array.from({ length: units }, (_, i) => (i % 10 < 2 ? 1 : 0)) }],
    clusterings: [{ name: "school", of: Int32Array.from({ length: units }, (_, i) => Math.floor((i % 10) / 5)), count: 2 }],
  };
}
const varied = (i: number, t: number) => 1 + i / 7 + t;

it.each<[string, object]>([
  ["plain", {}],
  ["clustered", { cluster: "school", shard: "Fjordby" }],
  ["stratified", { strata: ["sex"] }],
])("goes through JSON to the same bits: %s", async (_, options) => {
  const m = await cohortMoments(
    panelOf((i, t) => (i === 3 && t === 1 ? Number.NaN : varied(i, t) / 3)),
    options,
  );
  const text = momentsJson(m);
  expect(readMoments(text)).toEqual(m);
  expect(momentsJson(readMoments(text))).toBe(text);
  expect(structuredClone(m)).toEqual(m);
});

it.each<[string, (json: string) => string, RegExp]>([
  ["no JSON", () => "{", /no JSON/],
  ["another kind", (json) => json.replace("cohort-moments", "panel"), /kind/],
  ["a later version", (json) => json.replace('"version": 1', '"version": 2'), /version/],
  ["too few numbers", (json) => json.replace(/"shift": \[[^\]]*\]/, '"shift": [1]'), /shift has 1 values where 2 are needed/],
  ["a stratum that is not there", (json) => json.replace(/"stratum": 0/, '"stratum": 3'), /stratum is 3 of 1/],
])("refuses %s", async (_, change, message) => {
  const json = momentsJson(await cohortMoments(panelOf(varied)));
  expect(() => readMoments(change(json), "moments.json")).toThrow(message);
});

const publish = async (value: (i: number, t: number) => number, options: object = {}) =>
  publishableMoments(await cohortMoments(panelOf(value), options), 5);

it("lets pass sums over enough people", async () => {
  await expect(publish(varied)).resolves.toBeDefined();
  await expect(publish(varied, { cluster: "school" })).resolves.toBeDefined();
  await expect(publish(() => 0)).resolves.toBeDefined();
});

it.each<[string, (i: number, t: number) => number, object, RegExp]>([
  ["an arm of two", varied, { strata: ["sex"] }, /cohort 2021 \(sex=1\) has fewer than 5/],
  ["a period of four", (i, t) => (t === 1 && i < 6 ? Number.NaN : varied(i, t)), {}, /fewer than 5 people with days in 2021/],
  ["a difference of one", (i, t) => (t === 1 && i === 0 ? Number.NaN : varied(i, t)), {}, /difference of two sums/],
  ["three who have any", (i, t) => (i % 10 < 3 ? varied(i, t) : 0), {}, /anything but 0/],
  ["three who have none", (i, t) => (i % 10 < 3 ? 0 : varied(i, t)), {}, /all but fewer than 5/],
  ["all alike", (i, t) => (i < 10 ? 7 : varied(i, t)), {}, /has the same days/],
  ["a cluster of four", (i, t) => (i === 0 ? Number.NaN : varied(i, t)), { cluster: "school" }, /a cluster of cohort 2021/],
])("refuses %s", async (_, value, options, message) => {
  await expect(publish(value, options)).rejects.toThrow(message);
});

it("passes once who is incomplete is dropped", async () => {
  const gap = (i: number, t: number) => (t === 1 && i === 0 ? Number.NaN : varied(i, t));
  await expect(publish(gap, { incomplete: "drop" })).resolves.toBeDefined();
});
