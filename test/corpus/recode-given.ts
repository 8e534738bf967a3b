import type { CohortInput } from "@kontrafakt/cohort";

/** Two years of a small municipality; whatever a case is about is put on top. */
export const people: CohortInput["people"] = { file: "people.csv", person: "Id", born: "Født", start: "Start" };
export const services = { file: "services.csv", person: "Id", service: "Ydelse", from: "Fra", to: "Til" };
export const study = (own: Partial<CohortInput>): CohortInput => ({
  extract: "2025-01-31",
  period: "year",
  from: "2023-01-01",
  to: "2024-12-31",
  people,
  outcomes: { absence: { measure: "absence" } },
  measures: { absence: { file: "absence.csv", person: "Id", columns: "{year}" } },
  ...own,
});
export const placements = (own: Partial<CohortInput>) =>
  study({ measures: {}, outcomes: { placement: { service: "Anbringelse" } }, ...own });
export const lines = (...rows: string[]) => `${rows.join("\n")}\n`;

export const absence = lines("Id;2023;2024", "1;10;20", "2;0;5", "3;1;2");
export const plain = lines("Id;Født;Start", "1;01-05-2014;", "2;02-06-2015;", "3;03-07-2016;");
export const list = { file: "paragraffer.csv", code: "Kode", value: "Navn", from: "Fra", to: "Til" };
export const background = (header: string, ...cells: string[]) =>
  lines(`Id;Født;Start;${header}`, ...cells.map((cell, i) => `${i + 1};0${i + 1}-05-2014;;${cell}`));
export const withPeople = (own: Partial<CohortInput["people"]>) => study({ people: { ...people, ...own } });
