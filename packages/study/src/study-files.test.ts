import { expect, it } from "vitest";
import type { Study } from "./options/study-schema.js";
import { studyFiles } from "./study-files.js";

it("names every file of every block, in the order of the options, and nothing that is none", () => {
  const study = {
    cohort: {
      people: {
        file: "people.csv",
        covariates: { file: "Fil", sex: { column: "Køn", label: { en: "Sex" } } },
        recode: { "K.øn": { codes: { file: "x" }, list: { file: "codes.csv", code: "a", value: "b" } } },
      },
      services: [{ file: ["2023.csv", "2024.csv"] }, { file: "old.csv" }],
      measures: { file: { file: "absence.csv", format: { missing: ["file"] } } },
      format: { missing: ["file"] },
    },
    savings: {
      prices: { file: "prices.csv" },
      refunds: { file: "refunds.csv" },
      budget: undefined,
      discount: { source: "file" },
    },
  } as unknown as Study;
  expect(studyFiles(study).map(({ role, file }) => [role, file])).toEqual([
    ["cohort.people", "people.csv"],
    ["cohort.people.recode.K.øn.list", "codes.csv"],
    ["cohort.services.0", "2023.csv"],
    ["cohort.services.0", "2024.csv"],
    ["cohort.services.1", "old.csv"],
    ["cohort.measures.file", "absence.csv"],
    ["savings.prices", "prices.csv"],
    ["savings.refunds", "refunds.csv"],
  ]);
  expect(studyFiles(study)[1].path).toEqual(["cohort", "people", "recode", "K.øn", "list"]);
});
