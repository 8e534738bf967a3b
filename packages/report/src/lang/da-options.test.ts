import { explainOption } from "@kontrafakt/study";
import { expect, test } from "vitest";
import { daOptions } from "./da-options.js";

test("every option with a Danish meaning is one of the study file, and no text has a full stop", () => {
  const unknown = Object.keys(daOptions).filter(
    (path) => explainOption(path.replace("services.*.", "services.").replaceAll("*", "x")).kind !== "explanation",
  );
  expect(unknown).toEqual([]);
  expect(Object.entries(daOptions).filter(([, text]) => /(?<!kr)\.$/.test(text))).toEqual([]);
});
