import type { CellsOptionsInput, CohortInput } from "@kontrafakt/cohort";

export const file = (...lines: string[]) => lines.join("\n");
export const people = file("Id;Født;Start", "a;01-01-2010;", "b;01-01-2010;01-05-2022");

/** Two persons over 2022, by quarter. */
export const cohort = (measure: object, more: Partial<CohortInput> = {}): CohortInput => ({
  extract: "2023-01-31",
  period: "quarter",
  from: "2022-01-01",
  to: "2022-12-31",
  people: { file: "people.csv", person: "Id", born: "Født", start: "Start" },
  measures: { m: { file: "m.csv", person: "Id", ...measure } as NonNullable<CohortInput["measures"]>[string] },
  outcomes: { m: { measure: "m", unit: "points" } },
  ...more,
});
export const files = (...lines: string[]) => ({ "people.csv": people, "m.csv": file(...lines) });
export const long = { period: "Periode", value: "Værdi" };

export const cells: CellsOptionsInput = {
  file: "cells.csv",
  period: "År",
  group: "Kommune",
  groups: { Fjordby: "2021", Nordby: "never" },
  n: "Antal",
  outcomes: { days: { mean: "Snit", sd: "SD" } },
};
