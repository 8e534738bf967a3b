import { expect, test } from "vitest";
import { crossCheck } from "../cross-check.js";
import type { Study } from "../options/study-schema.js";
import { studySchema } from "../options/study-schema.js";
import { figureRules } from "./figure-rules.js";

const study = (report: object): Study =>
  studySchema.parse({
    kontrafakt: 1,
    title: "T",
    municipality: "M",
    programme: "P",
    cohort: {
      extract: "2025-01-31",
      from: "2017-01-01",
      to: "2024-12-31",
      people: { file: "people.csv", person: "id", born: "born", start: "start" },
      services: { file: "services.csv", person: "id", service: "s", from: "f", to: "t" },
      measures: { absence: { file: "absence.csv", person: "id", columns: "{year}-K{quarter}" } },
      outcomes: { placement: { service: "Placement" }, absence: { measure: "absence" } },
    },
    savings: {
      currency: "DKK",
      priceYear: 2024,
      prices: { file: "prices.csv" },
      programmeCost: { file: "cost.csv" },
      claim: { file: "claim.csv" },
      discount: { rate: 0.035, baseYear: 2021, source: "S" },
    },
    report,
  });

test("without owners every figure obeys report.smallCell", () => {
  const rules = figureRules(study({}));
  const usual = { smallCell: 5, dominance: [], pPercent: 10, rounding: 1 };
  expect([rules.people, rules.outcome("placement"), rules.file("absence.csv")]).toEqual([usual, usual, usual]);
  expect(rules.owners).toEqual([{ owner: null, files: ["people.csv", "services.csv", "absence.csv"], ...usual }]);
});

test("a figure made from several owners' files obeys the strictest of each rule", () => {
  const rules = figureRules(
    study({
      smallCell: 5,
      disclosure: {
        owners: [
          { name: "Danmarks Statistik", files: ["absence.csv"], smallCell: 10, dominance: { share: 0.5 } },
          { name: "Kommunen", files: ["people.csv", "services.csv"], smallCell: 3, rounding: 5, pPercent: 20 },
        ],
      },
    }),
  );
  expect(rules.outcome("placement")).toEqual({ smallCell: 3, dominance: [], pPercent: 20, rounding: 5 });
  expect(rules.outcome("absence")).toEqual({ smallCell: 10, dominance: [{ n: 1, share: 0.5 }], pPercent: 20, rounding: 5 });
  expect(rules.people).toEqual(rules.outcome("absence"));
  expect(rules.file("people.csv").smallCell).toBe(3);
  expect(rules.file("prices.csv").smallCell).toBe(5);
  expect(rules.owners.map((o) => o.owner)).toEqual(["Danmarks Statistik", "Kommunen"]);
});

test("an owner's file that the study does not read is a mistake", () => {
  const owners = [{ name: "DST", files: ["people.csv", "absense.csv"] }];
  const [problem, ...more] = crossCheck(study({ disclosure: { owners } }), (path) => ({ option: path.join(".") }));
  expect(more).toEqual([]);
  expect(problem).toMatchObject({
    code: "study/no-such-file",
    where: { option: "report.disclosure.owners.0.files.1" },
    params: { name: "absense.csv", hint: "did you mean absence.csv?" },
  });
});
