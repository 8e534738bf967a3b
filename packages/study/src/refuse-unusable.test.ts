import { problem } from "@kontrafakt/base";
import { createLedger } from "@kontrafakt/cohort";
import { expect, test } from "vitest";
import type { Study } from "./options/study-schema.js";
import { refuseUnusable } from "./refuse-unusable.js";

const study = {
  cohort: {
    outcomes: { placement: { service: ["Home", "Family"] }, school: { service: "School" }, absence: { measure: "absence" } },
  },
} as unknown as Study;
const absent = (service: string, outcome: string) =>
  problem("cohort/service-absent", "warning", { file: "services.csv", column: "Kind" }, { service, outcome });

function given(rows: number, ...problems: ReturnType<typeof absent>[]) {
  const ledger = createLedger();
  ledger.open("services.csv", "services");
  for (let i = 0; i < rows; i++) ledger.read("services.csv");
  ledger.used("services.csv", rows);
  return () => refuseUnusable({ ledger: ledger.finish(), problems }, study);
}

test("a file without rows", () => {
  expect(given(0)).toThrow(/^services\.csv: the file has no header row, or no rows below it/);
  expect(given(1)).not.toThrow();
});

test("an outcome none of whose services any row has; one of two may be absent", () => {
  expect(given(1, absent("Home", "placement"))).not.toThrow();
  expect(given(1, absent("Home", "placement"), absent("School", "school"))).toThrow(
    /^services\.csv, column "Kind": no row has School, which outcome school counts.*$/,
  );
  expect(given(1, absent("Home", "placement"), absent("Family", "placement"))).toThrow(/Home[^\n]*\n.*Family/);
});

test("an outcome of which no row counts", () => {
  const nothing = problem("cohort/nothing-counted", "warning", { option: "cohort.outcomes.school" }, { outcome: "school" });
  expect(given(1, nothing)).toThrow(/^option cohort\.outcomes\.school: the files have the services of school, but no row/);
});
