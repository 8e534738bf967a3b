import type { CohortInput } from "@kontrafakt/cohort";

/** Four quarters of 2019; files by the names that exports have. */
export const cohort = (more: Partial<CohortInput> = {}, people: Partial<CohortInput["people"]> = {}): CohortInput => ({
  extract: "2020-01-31",
  period: "quarter",
  from: "2019-01-01",
  to: "2019-12-31",
  people: { file: "people.csv", person: "Id", born: "Født", start: "Start", ...people },
  services: { file: "services.csv", person: "Id", service: "Ydelse", from: "Fra", to: "Til" },
  home: "Fjordby",
  programmeService: "Støtte",
  outcomes: { placement: { service: "Anbringelse" } },
  ...more,
});
export const file = (...lines: string[]) => lines.join("\n");
export const services = (...lines: string[]) => file("Id;Ydelse;Fra;Til", ...lines);
export const people = (...lines: string[]) => file("Id;Født;Start", ...lines);
export const residence = { file: "residence.csv", person: "Id", from: "Fra", to: "Til", municipality: "Kommune" };
export const stays = (...lines: string[]) => file("Id;Fra;Til;Kommune", ...lines);
export const absence = { file: "absence.csv", person: "Elev", columns: "{year}-K{quarter}" };
