import { describe, expect, test } from "vitest";
import { discountFactors } from "../account/discount-factors.js";
import { countries, type ParameterOptions } from "../options/parameter-options.js";
import { smallOptions } from "../small-study.fixture.js";
import { compareParameters } from "./compare-parameters.js";
import { discountOf } from "./discount-of.js";
import { editionsOf, packOf } from "./pack-of.js";
import { parameterProblems, parametersUsed } from "./parameters-used.js";

const options = (country: ParameterOptions["country"], more: Partial<ParameterOptions> = {}) =>
  smallOptions({ parameters: { country, ...more }, discount: { baseYear: 2021 } });

describe("packs", () => {
  test("are in order, each parameter once, with a source and steps from the base year on", () => {
    for (const country of countries) {
      const editions = editionsOf(country);
      expect(editions.map((e) => e.vintage)).toEqual(editions.map((e) => e.vintage).sort());
      for (const { country: own, parameters } of editions) {
        expect(own).toBe(country);
        expect(new Set(parameters.map((p) => p.name)).size).toBe(parameters.length);
        for (const { value, source } of parameters) {
          expect(source).toMatch(/\d{4}|ASEK|Finansministeriet/);
          if (typeof value === "number") continue;
          expect(value[0].fromYear).toBe(0);
          expect(value.every((step, i) => i === 0 || step.fromYear > value[i - 1].fromYear)).toBe(true);
        }
      }
    }
  });

  test("what has no checked source is never used unasked", () => {
    for (const country of countries) {
      for (const { vintage } of editionsOf(country)) {
        const used = parametersUsed(options(country, { vintage }))?.parameters.filter((p) => p.used) ?? [];
        expect(used.every((p) => p.verified)).toBe(true);
      }
    }
  });

  test("the newest edition is taken where none is named; another is refused with those known", () => {
    expect(packOf("DK").vintage).toBe("2023-06");
    expect(packOf("DK", "2017").parameters[1]).toMatchObject({ name: "taxDistortion", value: 0.1 });
    expect(() => packOf("DK", "2022")).toThrow(/no edition 2022 .* known are 2013, 2017, 2021, 2023-06/);
  });
});

describe("discount rates", () => {
  // Denmark 3.5% to year 35, 2.5% to year 70, then 1.5%; UK 3.5% to year 30, 3% to year 75, then 2.5%.
  test.each([
    [
      "DK",
      [
        [35, 0.035],
        [35, 0.025],
        [10, 0.015],
      ],
    ],
    [
      "UK",
      [
        [30, 0.035],
        [45, 0.03],
        [10, 0.025],
      ],
    ],
  ] as const)("%s: steps run forward from the base year", (country, stretches) => {
    const years = stretches.reduce((sum, [length]) => sum + length, 0);
    const factors = discountFactors(
      discountOf(options(country)),
      Array.from({ length: years + 1 }, (_, t) => 2021 + t),
    );
    let [expected, t] = [1, 0];
    expect(factors[0]).toBe(1);
    for (const [length, rate] of stretches) {
      for (let i = 0; i < length; i++) {
        expected /= 1 + rate;
        expect(factors[++t]).toBeCloseTo(expected, 12);
      }
    }
  });

  test("UK: the factor of year 31 is that of year 30 over 1.03", () => {
    const [thirty, next] = discountFactors(discountOf(options("UK")), [2051, 2052]);
    expect(next).toBeCloseTo(thirty / 1.03, 14);
  });

  test("a study's own rate comes first; without any the study is told both ways out", () => {
    const own = smallOptions({ parameters: { country: "DK" } });
    expect(discountOf(own)).toEqual({ rate: 0.035, baseYear: 2021, source: "test" });
    expect(parametersUsed(own)?.parameters.find((p) => p.name === "discountRate")?.used).toBe(false);
    expect(() => discountOf(smallOptions({ discount: { baseYear: 2021 } }))).toThrow(/no discount rate/);
  });

  test("a rate without a checked source is used only when confirmed", () => {
    expect(() => discountOf(options("NO"))).toThrow(
      /discount rate of 2021, 0.04 \(0–40\), 0.03 \(41–75\), 0.02 \(76–\), is not checked/,
    );
    expect(discountOf(options("NO", { confirmed: ["discountRate"] })).source).toContain("R-109/21");
    expect(discountOf(options("SE", { vintage: "2009" })).rate).toBe(0.04);
  });
});

describe("parameters used", () => {
  test("tell edition, source, what is used, and what the newest would change", () => {
    const used = parametersUsed(options("DK", { vintage: "2021" }));
    expect(used).toMatchObject({ country: "DK", vintage: "2021" });
    expect(used?.parameters.map((p) => [p.name, p.used])).toEqual([
      ["discountRate", true],
      ["taxDistortion", true],
    ]);
    expect(used?.newer).toEqual({
      vintage: "2023-06",
      changes: [
        { name: "taxDistortion", from: 0.1, to: 0 },
        { name: "priceConversion", from: null, to: 1.28 },
      ],
    });
    expect(parametersUsed(options("DK"))?.newer).toBeNull();
    expect(parametersUsed(smallOptions())).toBeUndefined();
  });

  test("a name confirmed must be one of the edition's", () => {
    expect(() => parametersUsed(options("UK", { confirmed: ["optimismBias"] }))).toThrow(
      /have no optimismBias; they are discountRate, taxDistortion/,
    );
  });

  test("an older edition warns with what changes, one without a checked source is noted", () => {
    expect(parameterProblems(options("DK"))).toEqual([]);
    expect(parameterProblems(options("DK", { vintage: "2021" }))).toMatchObject([
      {
        code: "savings/parameters-newer",
        severity: "warning",
        params: { newer: "2023-06", changes: "taxDistortion 0.1 → 0; priceConversion – → 1.28" },
      },
    ]);
    expect(parameterProblems(options("UK", { vintage: "2022" })).map((p) => [p.code, p.severity])).toEqual([
      ["savings/parameters-newer", "warning"],
      ["savings/parameters-not-confirmed", "note"],
    ]);
    expect(parameterProblems(options("NO", { confirmed: ["discountRate", "taxDistortion"] }))).toEqual([]);
    // Norway's circular of 2021 changes none of these.
    expect(parameterProblems(options("NO", { vintage: "2014", confirmed: ["discountRate", "taxDistortion"] }))).toEqual([]);
  });
});

test("a comparison names what changed, came and went", () => {
  expect(compareParameters(packOf("DK", "2013"), packOf("DK", "2017"))).toEqual([{ name: "taxDistortion", from: 0.2, to: 0.1 }]);
  expect(compareParameters(packOf("DK"), packOf("DK", "2021"))).toEqual([
    { name: "taxDistortion", from: 0, to: 0.1 },
    { name: "priceConversion", from: 1.28, to: null },
  ]);
  const [change] = compareParameters(packOf("DK", "2017"), packOf("DK", "2021"));
  expect(change).toMatchObject({
    name: "discountRate",
    from: [{ rate: 0.04 }, { rate: 0.03 }, { rate: 0.02 }],
    to: [{ rate: 0.035 }, { rate: 0.025 }, { rate: 0.015 }],
  });
});
