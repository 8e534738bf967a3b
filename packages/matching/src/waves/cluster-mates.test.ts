import { ALWAYS, NEVER, type Panel } from "@kontrafakt/cohort";
import { expect, it } from "vitest";
import { clusterMates } from "./cluster-mates.js";

const panel = { units: 4, firstTreated: Int32Array.of(5, NEVER, 7, NEVER) } as Panel;

it("are the others of a household, and the first of them to start", () => {
  const { firstStart, of } = clusterMates(panel, [{ name: "household", of: Int32Array.of(0, 0, 0, -1), count: 1 }]);
  expect([...firstStart]).toEqual([7, 5, 5, NEVER]);
  expect([of(0), of(3)]).toEqual([[1, 2], []]);
});

it("are of the day of the start where clusters change, whatever the cluster of the base day", () => {
  const exposed = Int32Array.of(NEVER, NEVER, ALWAYS, 5);
  const { firstStart, of } = clusterMates(panel, [{ name: "class", of: Int32Array.of(0, 0, 1, 1), count: 2, exposed }]);
  expect([...firstStart]).toEqual([NEVER, NEVER, ALWAYS, 5]);
  expect(of(0)).toEqual([1]);
});
