import type { Savings } from "@kontrafakt/savings";
import { expect, test } from "vitest";
import { exampleResults } from "../../../../test/report/example.js";
import { speak } from "../language.js";
import { gainLines, gainSentence } from "./gained-text.js";
import { paybackText } from "./payback-text.js";

const { savings } = exampleResults();
const en = speak("en");
const plain = (text: string) => text.replaceAll("\u00a0", " ");

function only(measure: "gross" | "cost", payer: string, estimate: number, half: number): Savings["lines"][number] {
  const figure = { estimate, se: half / 2, df: 100, lower: estimate - half, upper: estimate + half };
  return { basis: "observed", measure, payer, year: null, consequence: null, discounted: false, figure };
}

test("break-even: estimate, lower band and draws each say their own", () => {
  expect(paybackText(savings, en)).toEqual([
    expect.stringMatching(/best estimate is from 2023, but that is not certain: .* in the observed years \(to 2024\)/),
    expect.stringMatching(/^By the end of 2024 the programme has paid back in 96% of/),
  ]);
  const sure = { ...savings, breakEven: { ...savings.breakEven, surelyBy: 2024 } };
  expect(paybackText(sure, en)[0]).toMatch(/has paid for itself from 2023\.$/);
  expect(paybackText(sure, en)[1]).toMatch(/From 2024 even the lower limit/);
});

test("no break-even within the observed years names the net so far", () => {
  const lines = savings.lines.map((l) => (l.measure === "cumulativeNet" ? { ...l, figure: { ...l.figure, estimate: -3e6 } } : l));
  const never = { ...savings, lines, breakEven: { year: null, surelyBy: null, share: [] } };
  expect(paybackText(never, en).map(plain)).toEqual([
    "Not within the observed years: by 2024 the net so far is DKK −3.0 million.",
  ]);
  expect(paybackText({ ...never, years: [2021, 2024], lines: [] }, en)).toEqual(["Not within the observed years (to 2024)."]);
  expect(paybackText({ ...never, years: [] }, en)).toEqual([]);
});

test("each payer's gain beside what it paid, the greatest first", () => {
  const lines = gainLines(savings, en).map((g) => plain(g.text));
  expect(lines[0]).toBe(
    "Familie og Børn: estimated saving DKK 20.2 million, paid DKK 12.3 million, net DKK 7.9 million (the net interval takes in zero)",
  );
  expect(lines[2]).toBe("Staten: estimated saving DKK 4.3 million");
  expect(gainSentence(savings, en)).toMatch(/^Staten gained without paying/);
});

test("a payer whose interval takes in zero, one that spent more, and one not measured", () => {
  const some: Savings = {
    ...savings,
    payers: ["A", "B", "C", "D"],
    lines: [only("gross", "A", 2e6, 3e6), only("gross", "B", -4e6, 1e6), only("cost", "A", 1e6, 0), only("gross", "D", 9e6, 1e6)],
  };
  const lines = gainLines(some, en).map((g) => plain(g.text));
  expect(lines[1]).toMatch(/^A: estimated saving DKK 2\.0 million.*\(the saving's interval takes in zero\)$/);
  expect(lines[2]).toBe("B: estimated extra cost DKK 4.0 million");
  expect(lines[3]).toBe("C: not measured");
  expect(gainSentence(some, en)).toMatch(/^D gained without paying/);
  const none = { ...some, payers: ["A", "B"] };
  expect(gainSentence(none, en)).toBe(en.words.gained.none);
  expect(gainLines(none, en)[0].text).not.toContain("interval");
});
