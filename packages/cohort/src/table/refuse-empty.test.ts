import { type KontrafaktError, problem } from "@kontrafakt/base";
import { expect, it } from "vitest";
import { createLedger } from "../ledger/create-ledger.js";
import { refuseEmpty } from "./refuse-empty.js";

it("names files whose ids meet nobody's before the reasons of single rows", () => {
  const ledger = createLedger();
  const account = ledger.open("people.csv", "people");
  ledger.read(account, 2);
  ledger.used(account, 2);
  const linked = [
    problem(
      "cohort/ids-written-otherwise",
      "warning",
      { file: "residence.csv", column: "Id" },
      { percent: 0, better: 100, rules: "zeros" },
    ),
    problem("cohort/person-without-rows", "warning", { file: "residence.csv" }, { count: 2 }),
  ];
  try {
    refuseEmpty([account], ledger.finish(), linked);
  } catch (error) {
    expect((error as KontrafaktError).problems.map(({ code, severity }) => [code, severity])).toEqual([
      ["cohort/nobody-left", "error"],
      ["cohort/ids-written-otherwise", "error"],
    ]);
    return;
  }
  expect.fail("nobody was left");
});
