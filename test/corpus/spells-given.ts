import type { CohortInput } from "@kontrafakt/cohort";
import type { CohortCase } from "./case.js";

export type Given = Partial<Omit<CohortInput, "people">> & { readonly people?: Partial<CohortInput["people"]> };

export const lines = (...rows: string[]) => `${rows.join("\n")}\n`;
/** Two people, a and b, born in 2010, in one household. */
export const people = lines("Id;Født;Start;Hus", "a;01-01-2010;;h", "b;01-01-2010;;h");
export const spells = { file: "services.csv", person: "Id", service: "Ydelse", from: "Fra", to: "Til" } as const;

export const study = ({ people: more, ...rest }: Given): CohortInput => ({
  extract: "2020-01-31",
  period: "quarter",
  from: "2019-01-01",
  to: "2019-12-31",
  people: { file: "people.csv", person: "Id", born: "Født", start: "Start", household: "Hus", ...more },
  services: spells,
  outcomes: { placement: { service: "Anbringelse" } },
  ...rest,
});

export const given = (
  name: string,
  why: string,
  files: Readonly<Record<string, string>>,
  cohort: Given,
  yields: CohortCase["yields"],
): CohortCase => ({ kind: "cohort", name, why, files: { "people.csv": people, ...files }, cohort: study(cohort), yields });

export const none = [0, 0, 0, 0];
