import { problem } from "@kontrafakt/base";
import { explainOption } from "@kontrafakt/study";
import { expect, test } from "vitest";
import { codeLabel } from "./code-label.js";
import { speak } from "./language.js";
import { kindsText, optionMeanings, problemText } from "./problem-text.js";

test("place and sentence in the language; an unknown code shows itself", () => {
  const p = problem(
    "savings/not-measured",
    "warning",
    { file: "prices.csv", row: 7, column: "Pris" },
    { payer: "Staten", consequence: "placement" },
  );
  expect(problemText(p, "en")).toMatch(/^prices\.csv, row 7, column "Pris": Staten pays for placement/);
  expect(problemText(p, "da")).toMatch(/^prices\.csv, række 7, kolonne "Pris": Staten/);
  expect(problemText(problem("x/__proto__", "note"), "da")).toBe("x/__proto__");
  expect(problemText(problem("__proto__", "note"), "da")).toBe("__proto__");
});

test("amounts are written as the language writes money, told apart where they differ", () => {
  const params = { account: "5.28.20", payer: "Familie", year: 2023, consequence: "x", computed: 89358795, booked: 97600000 };
  const p = problem("savings/account-differs", "warning", {}, { ...params, currency: "DKK", percent: -8 });
  const plain = (language: "en" | "da") => problemText(p, language).replaceAll("\u00a0", " ");
  expect(plain("en")).toContain("come to DKK 89.4 million, booked were DKK 97.6 million, a difference of -8%");
  expect(plain("da")).toContain("giver 89,4 mio. kr., bogført er 97,6 mio. kr., en forskel på");
});

test("what a study file holds and should hold is said in Danish words, and what the user wrote as it is", () => {
  const said = (code: string, params: Record<string, string>) => problemText(problem(code, "error", {}, params), "da");
  expect(said("study/wrong-type", { expected: "a text, a whole number or a list", found: 'the text "this or that"' })).toBe(
    'forventede en tekst, et helt tal eller en liste, fandt teksten "this or that"',
  );
  expect(said("study/too-small", { relation: "at least", limit: "1", found: "the number 0" })).toBe(
    "skal være mindst 1, fandt tallet 0",
  );
  expect(said("study/not-one-of", { expected: "days or constructor", found: "a list of 2" })).toBe(
    "forventede days eller constructor, fandt en liste med 2",
  );
  const hinted = (hint: string) => said("study/no-such-outcome", { name: "x", hint });
  expect(hinted("did you mean dage?")).toMatch(/; mente du dage\?$/);
  expect(hinted("there is a, b and c")).toMatch(/; der er a, b og c$/);
  expect(hinted("there is none")).toMatch(/; der er ingen$/);
});

test("a label is the sentence without particulars or advice", () => {
  expect(codeLabel("cohort/too-few-fields", speak("en"))).toBe("the row has fewer fields than the header");
  expect(codeLabel("cohort/unknown-code", speak("en"))).toBe("cohort/unknown-code");
});

test("every option with a Danish meaning is one of the study's", () => {
  const unknown = Object.keys(optionMeanings("da")).filter((path) => {
    const plain = path.replace(/^cohort\.services\.\*/, "cohort.services");
    return explainOption(plain).kind !== "explanation";
  });
  expect(unknown).toEqual([]);
});

test("a place in a workbook is its sheet and cell", () => {
  const p = problem("study/row-without-name", "error", { file: "study.xlsx", sheet: "outcomes", cell: "A4" });
  expect(problemText(p, "en")).toMatch(/^study\.xlsx, sheet "outcomes", cell A4: /);
  expect(problemText(p, "da")).toMatch(/^study\.xlsx, ark "outcomes", celle A4: /);
});

test("measured fractions have a comma in Danish", () => {
  const peak = problem("matching/peak-at-referral", "warning", {}, { outcome: "absence", size: 0.3, gap: 4 });
  expect(problemText(peak, "da")).toMatch(/havde ændret sig 0,3 standardafvigelser .*history\.gap: 4 /);
  expect(problemText(peak, "en")).toMatch(/had changed by 0\.3 standard deviations/);
});

test("an empty cell and a minus are said in Danish", () => {
  const empty = problem("savings/amount-missing", "error", {}, { found: "nothing" });
  expect(problemText(empty, "da")).toMatch(/fandt intet;/);
  expect(problemText(empty, "en")).toMatch(/found nothing;/);
  expect(problemText(problem("savings/cost-negative", "error", {}, { found: -100 }), "da")).toMatch(/fandt \u2212100;/);
  const rule = problem("study/not-allowed", "error", {}, { reason: "until must not be before from" });
  expect(problemText(rule, "da")).toMatch(/until må ikke ligge før from/);
  const unknown = problem("savings/primary-unknown", "error", {}, { what: "payer", found: "Stat", known: "Staten" });
  expect(problemText(unknown, "da")).toMatch(/ingen betaler »Stat«/);
  const form = problem("study/not-one-of", "error", {}, { expected: "none, constant or exponential", found: "nothing" });
  expect(problemText(form, "da")).toBe("forventede none, constant eller exponential, fandt intet");
  expect(kindsText("a whole number, at least 1", "da")).toBe("et helt tal, mindst 1");
});

test("official parameters have the names of their table", () => {
  const changes = "discountRate 0.04 (0–35), 0.03 (36–) → 0.035; taxDistortion 0.1 → 0";
  const newer = problem("savings/parameters-newer", "warning", {}, { country: "DK", vintage: "2017", newer: "2023-06", changes });
  expect(problemText(newer, "da")).toContain("diskonteringsrente 0,04 (0–35), 0,03 (36–) → 0,035; skatteforvridning 0,1 → 0");
  expect(problemText(newer, "en")).toContain("discount rate 0.04 (0–35), 0.03 (36–) → 0.035; tax distortion 0.1 → 0");
});
