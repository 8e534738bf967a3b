import type { VerdictCode, Verification } from "@kontrafakt/savings";
import { expect, test } from "vitest";
import { exampleResults } from "../../../../test/report/example.js";
import { languageCodes, speak } from "../language.js";
import { sureText, verdictNotes, verdictText } from "./verdict-text.js";

const { savings, verification } = exampleResults();
const en = speak("en");
const plain = (text: string) => text.replaceAll("\u00a0", " ");

function judged(verdict: VerdictCode, lower: number, upper: number, more: Partial<Verification> = {}): Verification {
  const evaluated = { estimate: (lower + upper) / 2, se: 1, df: 100, lower, upper };
  return { ...verification, verdict, evaluated, evidence: undefined, claim: 36e6, ...more };
}

const cases: readonly [VerdictCode, number, number, RegExp][] = [
  ["reached", 37e6, 50e6, /lower limit of the interval, DKK 37\.0 million, is no less than the expected DKK 36\.0 million/],
  ["in-line", 14e6, 48e6, /DKK 14\.0 to 48\.0 million, lies above zero and takes in the expected/],
  ["smaller", 1e6, 20e6, /lies above zero but below the expected DKK 36\.0 million/],
  ["below-claim", -5e6, 20e6, /takes in zero and lies below the expected/],
  ["cannot-tell", -5e6, 48e6, /takes in both zero and the expected/],
  ["extra-cost", -20e6, -5e6, /lies below zero: spending rose/],
  ["too-early", -5e6, 48e6, /not all of those years have been observed/],
];

test.each(cases)("the sentence of %s says its rule", (verdict, lower, upper, pattern) => {
  expect(plain(verdictText(savings, judged(verdict, lower, upper), en))).toMatch(pattern);
});

test("every verdict has a name and a sentence in every language, and none accuses", () => {
  for (const code of languageCodes) {
    const speaker = speak(code);
    const said = cases.map(([verdict, lower, upper]) => verdictText(savings, judged(verdict, lower, upper), speaker));
    expect(new Set(said).size).toBe(cases.length);
    for (const text of [...said, ...Object.values(speaker.words.verdict)]) {
      expect(text).toMatch(/\S/);
      expect(text).not.toMatch(/promis|contradict|lovet|lovede|løfte|modsig|\.\.|undefined|NaN|null/i);
    }
  }
});

test("an interval that does not bear the verdict out is not said to", () => {
  const failed = judged("cannot-tell", 14e6, 48e6, {
    evidence: { method: "set", p: 0.04, draws: 999, exact: false, null: "sharp" },
  });
  const text = plain(verdictText(savings, failed, en));
  expect(text).toMatch(/lies above zero. But the permutation test.*p = 0\.040/);
  expect(text).not.toMatch(/takes in both zero/);
  const odd = plain(verdictText(savings, judged("reached", 14e6, 48e6), en));
  expect(odd).not.toMatch(/no less than/);
});

test("limits that differ from the claim by little do not print like it", () => {
  const text = plain(verdictText(savings, judged("smaller", 14e6, 35.98e6), en));
  expect(text).toMatch(/14\.00 to 35\.98 million, lies above zero but below the expected DKK 36\.00 million/);
});

test("caps are told, known or not", () => {
  const notes = verdictNotes(savings, judged("in-line", 14e6, 48e6, { caps: ["not-balanced", "other-cap"] }), en);
  expect(notes).toEqual([expect.stringMatching(/only if the comparison holds: .*declared limit; other-cap\.$/)]);
  expect(verdictNotes(savings, judged("in-line", 14e6, 48e6), en)).toEqual([]);
});

test("cannot be determined says whether this design could have told", () => {
  const could = judged("cannot-tell", -5e6, 48e6, { design: { se: 9e6, smallestDetectable: 25e6, couldHaveTold: true } });
  expect(verdictNotes(savings, could, en)[0]).toMatch(/should have been visible/);
  const couldNot = judged("cannot-tell", -5e6, 48e6, { design: { se: 19e6, smallestDetectable: 53e6, couldHaveTold: false } });
  expect(verdictNotes(savings, couldNot, en)[0]).toMatch(/should not be taken to mean that the programme fails/);
  const unknown = judged("cannot-tell", -5e6, 48e6, {
    design: { se: Number.NaN, smallestDetectable: Number.NaN, couldHaveTold: false },
  });
  expect(verdictNotes(savings, unknown, en)).toEqual([]);
});

test("no interval, no words about one", () => {
  const none = {
    ...verification,
    evaluated: { estimate: Number.NaN, se: Number.NaN, df: Number.NaN, lower: Number.NaN, upper: Number.NaN },
  };
  expect(sureText(savings, none, en)).toEqual([en.words.sure.none]);
  expect(sureText(savings, verification, en).map(plain)).toEqual([
    expect.stringContaining("DKK 14.0 to 48.0 million"),
    expect.stringContaining("DKK 12.1 to 50.4 million"),
  ]);
});

test("every cap that study and savings can set has its words", () => {
  for (const speaker of [en, speak("da")]) {
    for (const cap of ["not-balanced", "few-matched", "pre-trend", "not-measured", "rare-left-out"])
      expect(Object.keys(speaker.words.cap)).toContain(cap);
  }
});

test("a cashable saving agrees with its article in Danish", () => {
  const primary = { ...verification.primary, measure: "cashable" } as const;
  const da = speak("da");
  const told = judged("in-line", 14e6, 48e6, { primary });
  expect(verdictText(savings, told, da)).toMatch(/^Den samlede realiserbare besparelse i /);
  expect(sureText(savings, told, da).join(" ")).toMatch(/ligger den samlede realiserbare besparelse i /);
});
