import type { GroupCheck } from "@kontrafakt/study";
import { expect, test } from "vitest";
import { groupCheckLines } from "./group-check-lines.js";

const check = {
  kind: "group-check",
  source: "cells",
  covariance: "conservative",
  cohorts: [
    { start: 8084, label: "2021Q1", units: 1219 },
    { start: null, label: "never", units: 655 },
  ],
  outcomes: [{ name: "placement", unit: "days" }],
  flow: { files: [{ file: "cells.csv", read: 168, used: 160, listed: 8, reasons: [{ code: "x", listed: true, rows: 8 }] }] },
  problems: [],
  internal: { detected: [], ledger: {} },
} as unknown as GroupCheck;

test("a check of groups names cohorts and what is known of their covariance, and nobody as matched", () => {
  expect(groupCheckLines(check, "en")).toEqual([
    "Files",
    "  cells.csv: 168 rows read, 160 used, 8 left out",
    "        8  x",
    "Cohorts",
    expect.stringContaining("No person is in them."),
    "  start 2021 Q1: 1,219 people",
    "  never start: 655 people",
    expect.stringContaining("allow for the worst"),
    "Outcomes",
    "  placement, in days",
    "",
    expect.stringMatching(/^Nobody is matched, and no effect was estimated\./),
  ]);
  expect(groupCheckLines(check, "da")).toContain("  start 2021-K1: 1.219 personer");
});
