import { expect, test } from "vitest";
import { exampleResults } from "../../../../test/report/example.js";
import { speak } from "../language.js";
import { everyShare } from "./shares-text.js";
import { sharesText, sureText } from "./verdict-text.js";

const { savings, verification } = exampleResults();
const en = speak("en");

test("shares of the net with other sources are told apart from those of the observed saving", () => {
  expect(everyShare(savings, en)).toBe(
    "The uncertainty (variance) of the discounted net of all public payers, assumed years included, comes from the effect (81%), the prices (12%) and how long the effect lasts (7%).",
  );
  expect(sharesText(savings, en)).toBe("");
  const observed = { ...savings, lines: savings.lines.filter((l) => l.basis === "observed") };
  expect(everyShare(observed, en)).not.toMatch(/assumed years/);
});

test("effect and prices alone are those of the observed saving, and stand beside its interval", () => {
  const two = {
    ...savings,
    shares: [
      { source: "effect", share: 0.91, error: 0.01 },
      { source: "price", share: 0.09, error: 0.01 },
    ] as const,
  };
  expect(everyShare(two, en)).toBe("91% of the uncertainty comes from the effect, 9% from the prices.");
  expect(sureText(two, verification, en).at(-1)).toBe(everyShare(two, en));
  expect(everyShare({ ...savings, shares: [] }, en)).toBe("");
});
