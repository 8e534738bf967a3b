import { KontrafaktError, problemText } from "@kontrafakt/base";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { messages } from "../messages.js";
import { parseFormula, type Term } from "./parse-formula.js";

const text = (terms: readonly Term[]): string =>
  terms
    .map((term) =>
      term
        .map((f) => (f.kind === "name" ? f.name : f.kind === "power" ? `${f.name}^${f.degree}` : `s(${f.name},${f.df})`))
        .join(":"),
    )
    .join(" + ");

describe("parseFormula", () => {
  test.each([
    ["age", "age"],
    ["~ age + sex", "age + sex"],
    ["treat ~ age", "age"],
    ["age+age + sex", "age + sex"],
    ["poly(age, 2) + spline(`days in care`,3)", "age^2 + s(days in care,3)"],
    ["a*b", "a + b + a:b"],
    ["a*b:c", "a + b:c + a:b:c"],
    ["a*b*c", "a + b + a:b + c + a:c + b:c + a:b:c"],
    ["(a + b):c", "a:c + b:c"],
    ["sex:poly(age,2)", "sex:age^2"],
    ["a:b + b:a", "a:b"],
    ["placement[1,4] + `costs of care[1,4]` + placement[ 5 , 8 ]", "placement[1,4] + costs of care[1,4] + placement[5,8]"],
    ["history + .", "history + ."],
    ["køn=mand + århus_2 + x.y", "køn=mand + århus_2 + x.y"],
    ["poly + spline", "poly + spline"],
    ["`~` + `+`", "~ + +"],
  ])("%s", (formula, expected) => {
    expect(text(parseFormula(formula))).toBe(expected);
  });

  test.each([
    ["", "formula-end", 1, undefined],
    ["age +", "formula-end", 6, undefined],
    ["~", "formula-end", 2, undefined],
    ["age + + sex", "formula-name", 7, "+"],
    ["age sex", "formula-sign", 5, "sex"],
    ["age - sex", "formula-sign", 5, "-"],
    ["age ^ 2", "formula-sign", 5, "^"],
    ["1 + age", "formula-name", 1, "1"],
    ["log(age)", "formula-function", 1, "log"],
    ["poly(age)", "formula-number", 9, ")"],
    ["poly(age, 2.5)", "formula-number", 11, "2"],
    ["poly(age, 9)", "formula-number", 11, "9"],
    ["spline(age, 1)", "formula-number", 13, "1"],
    ["poly(2, 2)", "formula-name", 6, "2"],
    ["poly(age, 2 + sex", "formula-bracket", 13, "+"],
    ["(age + sex", "formula-end", 11, undefined],
    ["age)", "formula-sign", 4, ")"],
    ["age + `two words", "formula-end", 7, undefined],
    ["a ~ b ~ c", "formula-sign", 7, "~"],
    ["__proto__(a, 2)", "formula-function", 1, "__proto__"],
    ["constructor(a, 2)", "formula-function", 1, "constructor"],
  ])("refuses %j", (formula, code, position, found) => {
    let error: unknown;
    try {
      parseFormula(formula);
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(KontrafaktError);
    const [problem] = (error as KontrafaktError).problems;
    expect(problem).toMatchObject({
      code: `matching/${code}`,
      where: { option: "matching.score.formula" },
      params: { position },
    });
    if (found !== undefined) expect(problem.params.found).toBe(found);
    expect(problemText(problem, messages)).not.toContain("{");
  });

  test("whatever is written, it is read or refused at a place in it", () => {
    const piece = fc.constantFrom(
      "a",
      "b=1",
      "c[1,4]",
      "`d e`",
      "+",
      ":",
      "*",
      "(",
      ")",
      ",",
      "poly(",
      "spline(",
      "2",
      "~",
      ".",
      " ",
      "-",
      "æ",
      "😀",
      "`",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const formula = pieces.join("");
        try {
          expect(parseFormula(formula).length).toBeGreaterThan(0);
        } catch (error) {
          expect(error).toBeInstanceOf(KontrafaktError);
          const { position } = (error as KontrafaktError).problems[0].params;
          expect(position).toBeGreaterThan(0);
          expect(position).toBeLessThanOrEqual(formula.length + 1);
        }
      }),
      { numRuns: 600 },
    );
  });
});
