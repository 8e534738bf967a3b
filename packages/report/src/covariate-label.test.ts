import type { BalanceRow } from "@kontrafakt/matching";
import type { MatchedResults } from "@kontrafakt/study";
import { expect, test } from "vitest";
import { covariateLabel } from "./covariate-label.js";
import { speak } from "./language.js";

const covariates = {
  education: { column: "Mors uddannelse", label: { en: "Mother's education", da: "Mors uddannelse" } },
  sex: "Køn",
  age: { type: "age" },
};
const results = { study: { language: "da", cohort: { people: { covariates } } }, outcomes: [] } as unknown as MatchedResults;
const label = (covariate: string, language: "da" | "en") => covariateLabel({ covariate } as BalanceRow, results, speak(language));

test("a covariate goes under its label, else the heading of its column in the study's language, else its name", () => {
  expect(label("education=faglig", "en")).toBe("Mother's education: faglig");
  expect(label("education=faglig", "da")).toBe("Mors uddannelse: faglig");
  expect(label("sex=Pige", "da")).toBe("Køn: Pige");
  expect(label("sex=Pige", "en")).toBe("sex: Pige");
  expect(label("__proto__=x", "en")).toBe("__proto__: x");
});

test("a missing value's indicator says so where the study keeps people without the covariate", () => {
  const said = (people: object, covariate: string) =>
    covariateLabel(
      { covariate } as BalanceRow,
      { study: { language: "da", cohort: { people } }, outcomes: [] } as unknown as MatchedResults,
      speak("da"),
    );
  expect(said({ covariates, missingCovariates: "indicator" }, "sex=missing")).toBe("Køn, mangler");
  expect(said({ covariates, missingCovariates: "indicator" }, "education=missing")).toBe("Mors uddannelse, mangler");
  expect(said({ covariates: { sex: { column: "Køn", missing: "indicator" } } }, "sex=missing")).toBe("Køn, mangler");
  expect(
    said({ covariates: { sex: { column: "Køn", missing: "exclude" } }, missingCovariates: "indicator" }, "sex=missing"),
  ).toBe("Køn: missing");
  expect(said({ covariates: { year: { type: "birthYear" } } }, "year")).toBe("fødselsår");
  expect(said({ covariates: { born: { type: "born" } } }, "born")).toBe("fødselsdag");
});
