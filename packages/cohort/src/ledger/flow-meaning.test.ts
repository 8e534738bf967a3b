import { expect, it } from "vitest";
import { messages } from "../messages.js";
import { flowMeaning } from "./flow-meaning.js";

const steps = Object.keys(messages).filter((code) => code.startsWith("cohort/flow-") && !code.endsWith("-means"));

it.each(steps)("%s says what it does to the answer, unless nobody can leave", (code) => {
  const meaning = flowMeaning(code);
  if (code === "cohort/flow-read") expect(meaning).toBeUndefined();
  else expect(messages[meaning ?? ""]).toMatch(/answer|compared/);
});

it("knows no other code", () => {
  expect(flowMeaning("toString")).toBeUndefined();
});
