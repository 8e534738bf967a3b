import type { KeyFigures } from "@kontrafakt/savings";
import { expect, test } from "vitest";
import { exampleResults } from "../../../../test/report/example.js";
import { speak } from "../language.js";
import { internalRateText, paybackYear, ratioText } from "./ratio-text.js";
import { keyFiguresOf, noRateText, societyLines, switchingLines, worthLead } from "./worth-text.js";

const results = exampleResults();
const { savings } = results;
const [en, da] = [speak("en"), speak("da")];
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const seen = keyFiguresOf(savings, "public", "observed") as KeyFigures;

test("net present value first, with prices uncertain too, then what came back, then with what is assumed", () => {
  expect(worthLead(savings, en).map(plain)).toEqual([
    expect.stringMatching(
      /in the observed years, the net present value is DKK 15\.7 million \(DKK −376,000 to DKK 31\.8 million\)\.$/,
    ),
    expect.stringMatching(/^With uncertain prices as well: DKK -?/),
    "Each DKK paid for the programme gave DKK 2.17 back.",
    expect.stringMatching(/^With what is assumed after the observed years, it is DKK 33\.2 million/),
  ]);
  expect(plain(worthLead(savings, da)[2])).toBe("Hver krone, indsatsen kostede, gav 2,17 kr. igen.");
  expect(worthLead({ ...savings, figures: [] }, en)).toEqual([]);
});

test("ratios: an interval, a set outside of two limits, none at all, and no cost", () => {
  expect(ratioText({ estimate: 2, lower: 1, upper: 3, shape: "between" }, en)).toBe("2.00 (1.00 to 3.00)");
  expect(ratioText({ estimate: 2, lower: -1, upper: 1, shape: "outside" }, en)).toBe("2.00 (below −1.00 or above 1.00)");
  expect(ratioText({ estimate: 2, lower: Number.NaN, upper: Number.NaN, shape: "all" }, en)).toBe(
    "2.00 (no limits can be given)",
  );
  expect(ratioText(null, en)).toBe("no cost");
  expect(ratioText({ estimate: 2, lower: 2, upper: 2, shape: "between" }, en)).toBe("2.00");
});

test("an internal rate and a payback that are not there say so, and why", () => {
  expect(internalRateText({ rate: 0.041, reason: "found" }, en)).toBe("4.1%");
  expect(internalRateText({ rate: 7.03, reason: "found" }, en)).toBe("over 100%");
  expect(internalRateText({ rate: null, reason: "several-rates" }, en)).toBe("none");
  expect(
    noRateText(
      savings.figures.filter((f) => f.horizon === "observed"),
      en,
    ),
  ).toBe("No internal rate: the yearly net never changes sign (Staten); several rates fit (Skole).");
  expect(noRateText([seen], en)).toBe("");
  expect(paybackYear(null, en)).toBe("not within the horizon");
});

test("society's bottom line names its rule, and that the purse gains too", () => {
  const [npv, rule, tax, mvpf] = societyLines(savings, en).map(plain);
  expect(npv).toMatch(/^For society as a whole, the net present value in the observed years is DKK 21\.2 million/);
  expect(rule).toMatch(/rules of Denmark \(parameters in the edition of 2021\)/);
  expect(tax).toBe("Public money is counted as costing 10% more than its amount (tax distortion).");
  expect(mvpf).toMatch(/the public purse gains too/);
  const value = { estimate: 0.12, lower: 0.11, upper: 0.14, shape: "between" } as const;
  const losing = savings.figures.map((f) => (f.account === "society" ? { ...f, marginalValueOfPublicFunds: value } : f));
  expect(societyLines({ ...savings, figures: losing }, en).at(-1)).toMatch(/lose 0\.12 for each unit that the purse gains/);
  expect(societyLines({ ...savings, parameters: undefined }, en)[1]).toMatch(/names no country's parameters/);
});

test("switching values in the user's terms; those that nothing solves last, and none for months where none are missing", () => {
  const lines = switchingLines(seen, results, en).map(plain);
  expect(lines).toEqual([
    "118 starters instead of 228",
    "Out-of-home placement: 18.7 fewer days per starter instead of 36.2",
    "Out-of-home placement: a price of DKK 1,700 per unit (days) instead of DKK 3,400",
    "A programme cost of DKK 29.1 million instead of DKK 13.4 million",
  ]);
  const below = { ...seen, netPresentValue: { ...seen.netPresentValue, estimate: -1 } };
  expect(switchingLines(below, results, en).at(-1)).toMatch(/^Even an effect that lasts sixty years more/);
  const none = (["starters", "price"] as const).map((input) => ({
    input,
    consequence: "placement",
    unit: "",
    now: 1,
    value: null,
  }));
  expect(switchingLines({ ...seen, switching: none }, results, en)).toEqual([
    "It stays above zero with any number of starters.",
    "It stays above zero at any price of one of these: Out-of-home placement.",
  ]);
  expect(switchingLines({ ...below, switching: none }, results, en)).toEqual([
    "No number of starters makes it break even.",
    "Not even a price of 0 for one of these makes it break even: Out-of-home placement.",
  ]);
  const more = [{ input: "effect", consequence: "placement", unit: "days", now: -2, value: 5 }] as const;
  expect(switchingLines({ ...seen, switching: more }, results, en)).toEqual([
    "Out-of-home placement: a change of −5.00 days per starter instead of +2.00",
  ]);
});
