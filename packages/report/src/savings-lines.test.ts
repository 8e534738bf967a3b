import { expect, test } from "vitest";
import { exampleResults } from "../../../test/report/example.js";
import { speak } from "./language.js";
import { claimLead } from "./narrative/section-leads.js";
import { allPayersName } from "./savings-lines.js";

const example = exampleResults();
const en = speak("en");
const share = (payer: string, kind: "municipality" | "citizen") =>
  ({ payer, kind, horizon: "observed", cost: 0, gain: 0.5 }) as const;

test("a total beside citizens is called that of public payers; alone, either kind is all there is", () => {
  const named = (...kinds: ("municipality" | "citizen")[]) =>
    allPayersName({ payerShares: kinds.map((kind, i) => share(`${i}`, kind)) }, en.words);
  expect(named("municipality", "citizen")).toBe("all public payers");
  expect(named("municipality", "municipality")).toBe("all payers");
  expect(named("citizen")).toBe("all payers");
  expect(named()).toBe("all payers");
});

test("a cashable claim is held against what is cashable, and says so", () => {
  const primary = { ...example.verification.primary, measure: "cashable" } as const;
  const told = claimLead({ ...example, verification: { ...example.verification, primary } }, en)[0];
  expect(told).toMatch(/Evaluated, the cashable part alone: /);
  expect(claimLead(example, en)[0]).toMatch(/Evaluated: /);
});
