// Values of terms against their definitions written out; exact.
import { describe, expect, test } from "vitest";
import type { Variable } from "../waves/risk-set.js";
import { columnName, expandTerms, isPlain, termColumns } from "./expand-terms.js";

const of = (...values: number[]) => Float64Array.from(values);
const variables: Variable[] = [
  { name: "age", values: of(10, 20, 30, 40) },
  { name: "sex=K", values: of(1, 0, 1, 0) },
  { name: "place=a", values: of(1, 0, 0, 0) },
  { name: "place=b", values: of(0, 1, 0, 0) },
  { name: "costs[1,4]", values: of(5, 0, 2, 1), outcome: "costs", window: [1, 4] },
  { name: "costs[5,8]", values: of(4, 4, 0, 1), outcome: "costs", window: [5, 8] },
];
const names = (formula: string | undefined, terms: Parameters<typeof expandTerms>[0]["terms"] = []) =>
  expandTerms({ formula, terms }, variables).map(columnName);

describe("expandTerms", () => {
  test("without a formula every variable, in order; terms come after", () => {
    expect(names(undefined)).toEqual(variables.map((v) => v.name));
    expect(names(undefined, [{ power: "age", degree: 3 }, { interaction: ["age", "sex"] }]).slice(6)).toEqual([
      "age^2",
      "age^3",
      "age×sex=K",
    ]);
  });

  test("formula and object form of the same score are the same columns", () => {
    const formula = expandTerms({ formula: ". + poly(age, 2) + spline(age, 3) + sex:place", terms: [] }, variables);
    const object = expandTerms(
      { formula: undefined, terms: [{ power: "age", degree: 2 }, { spline: "age", df: 3 }, { interaction: ["place", "sex"] }] },
      variables,
    );
    expect(object).toEqual(formula);
  });

  test("a power or spline of a category is refused; of everything, 0/1 variables stay plain", () => {
    const code = (run: () => unknown): unknown => {
      try {
        return run();
      } catch (error) {
        return (error as { problems: { code: string; where: unknown }[] }).problems[0];
      }
    };
    const refused = { code: "matching/term-of-category", params: { variable: "sex" } };
    expect(code(() => names("poly(sex, 2)"))).toMatchObject({ ...refused, where: { option: "matching.score.formula" } });
    expect(code(() => names("age", [{ spline: "sex", df: 3 }]))).toMatchObject({
      ...refused,
      where: { option: "matching.score.terms" },
    });
    expect(names("poly(., 2)").filter((name) => name.includes("="))).toEqual(["sex=K", "place=a", "place=b"]);
  });

  test("a category stands for its levels, history for its windows; levels of one category have no product", () => {
    expect(names("place")).toEqual(["place=a", "place=b"]);
    expect(names("history")).toEqual(["costs[1,4]", "costs[5,8]"]);
    expect(names("place:place")).toEqual(["place=a", "place=b"]);
    expect(names("sex:place")).toEqual(["sex=K×place=a", "sex=K×place=b"]);
    expect(names("place:sex")).toEqual(["sex=K×place=a", "sex=K×place=b"]);
    expect(names("age:poly(age, 2)")).toEqual(["age", "age×age^2"]);
    expect(names("spline(age, 3)")).toEqual(["age", "spline(age,3)[2]", "spline(age,3)[3]"]);
    expect(names("place=a + costs[5,8]")).toEqual(["place=a", "costs[5,8]"]);
  });

  test("an unknown name is refused with the names there are; a variable that nobody has is skipped", () => {
    expect(() => names("age + hight")).toThrow(/"hight"; it has: age, sex=K, place=a/);
    expect(() => names(undefined, [{ power: "hight", degree: 2 }])).toThrow(/matching\.score\.terms/);
    const columns = expandTerms({ formula: "age + gone:age + home", terms: [] }, variables, ["gone", "home=x"]);
    expect(columns.map(columnName)).toEqual(["age"]);
  });
});

describe("termColumns", () => {
  test("powers of the standardised variable, products of values as they are", () => {
    const columns = expandTerms({ formula: "poly(age, 3) + age:sex + costs[1,4]:costs[5,8]", terms: [] }, variables);
    expect(columns.map(isPlain)).toEqual([true, false, false, false, false]);
    const { variables: made, short } = termColumns(columns, variables);
    const sd = Math.sqrt(125);
    expect(made.every((v) => v.term)).toBe(true);
    expect(short).toEqual([]);
    expect(made.map((v) => v.name)).toEqual(["age^2", "age^3", "age×sex=K", "costs[1,4]×costs[5,8]"]);
    [-15, -5, 5, 15].forEach((d, i) => {
      expect(made[0].values[i]).toBeCloseTo((d / sd) ** 2, 14);
      expect(made[1].values[i]).toBeCloseTo((d / sd) ** 3, 14);
    });
    expect(Array.from(made[2].values)).toEqual([10, 0, 30, 0]);
    expect(Array.from(made[3].values)).toEqual([20, 0, 0, 1]);
  });

  test("a spline of a variable with few values is short of columns, and says so", () => {
    const few: Variable[] = [
      { name: "age", values: of(1, 2, 3, 4, 5, 6, 7, 8) },
      { name: "siblings", values: of(0, 1, 1, 1, 1, 1, 1, 2) },
    ];
    const { variables: made, short } = termColumns(expandTerms({ formula: "spline(siblings, 4):age", terms: [] }, few), few);
    expect(short).toEqual([{ variable: "siblings", asked: 4, columns: 2 }]);
    expect(made.map((v) => v.name)).toEqual(["age×siblings", "age×spline(siblings,4)[2]"]);
  });
});
