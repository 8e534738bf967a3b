import { expect, it } from "vitest";
import { headerScore, headerWords, isPersonalHeader } from "./header-score.js";
import { type ColumnRole, roleTerms } from "./role-terms.js";

it.each<[string, ColumnRole]>([
  ["BorgerID", "person"],
  ["CPR-nr.", "person"],
  ["Personnummer", "person"],
  ["Fødselsdato", "born"],
  ["Födelsedatum", "born"],
  ["FODSELSDATO", "born"],
  ["Fra dato", "from"],
  ["Från", "from"],
  ["FOM", "from"],
  ["Til", "to"],
  ["Till och med", "to"],
  ["t.o.m.", "to"],
  ["Ydelse", "service"],
  ["Insats", "service"],
  ["Tiltak", "service"],
  ["Kommun", "municipality"],
  ["Forudsat besparelse", "claimed"],
])("%s names %s outright", (header, role) => {
  expect(headerScore(header, role).score).toBe(1);
});

it("knows a term within a longer header, less surely", () => {
  expect(headerScore("Dato fra", "from").score).toBe(0.75);
  expect(headerScore("Antal dage fra fødslen", "from").score).toBe(0.6);
  expect(headerScore("Sidste skolegang", "school").score).toBe(0.45);
  expect(headerScore("Tilbud", "to").score).toBe(0);
});

it("splits headers into words", () => {
  expect(headerWords("BorgerID")).toEqual(["borger", "id"]);
  expect(headerWords("Pris_pr. dag")).toEqual(["pris", "pr", "dag"]);
  expect(headerWords("  ")).toEqual([]);
});

it("knows what names a person, and what only sounds so", () => {
  expect(["Fornavn", "Borgers adresse", "Telefon", "Efternamn"].map(isPersonalHeader)).toEqual([true, true, true, true]);
  expect(["Skolenavn", "Ydelsesnavn", "constructor"].map(isPersonalHeader)).toEqual([false, false, false]);
});

it("no header is named outright by two roles that one file would have side by side", () => {
  const beside: readonly (readonly ColumnRole[])[] = [
    ["person", "born", "died", "household", "school", "referral"],
    ["person", "service", "from", "to", "price", "payer"],
    ["consequence", "payer", "year", "unit", "low", "high", "priceYear", "cashable", "source"],
    ["account", "adopted", "adjusted", "actual", "reason"],
  ];
  for (const roles of beside) {
    const seen = new Map<string, ColumnRole>();
    for (const role of roles) {
      for (const term of roleTerms.get(role) ?? []) {
        const key = term.replace(/\W/g, "");
        expect(seen.get(key) ?? role, `${term} in ${role}`).toBe(role);
        seen.set(key, role);
      }
    }
  }
});
