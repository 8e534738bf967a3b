import { expect, test } from "vitest";
import { speak } from "./language.js";

const en = speak("en");
const da = speak("da");
const plain = (text: string) => text.replaceAll("\u00a0", " ");

test("money as each language writes it", () => {
  expect(plain(en.money(31.2e6, "DKK"))).toBe("DKK 31.2 million");
  expect(plain(da.money(31.2e6, "DKK"))).toBe("31,2 mio. kr.");
  expect(plain(en.money(-412_345, "SEK"))).toBe("SEK −412,000");
  expect(plain(da.money(1240, "DKK"))).toBe("1.200 kr.");
  expect(plain(da.money(31.2e6, "EUR"))).toBe("31,2 mio. EUR");
  expect(en.money(null, "DKK")).toBe("–");
});

test("different amounts never look the same while three decimals can tell them apart", () => {
  expect(en.moneys([35.96e6, 36e6], "DKK").map(plain)).toEqual(["DKK 35.96 million", "DKK 36.00 million"]);
  expect(plain(en.moneyRange(14e6, 35.96e6, "DKK", [36e6]))).toBe("DKK 14.00 to 35.96 million");
  expect(en.moneys([5e6, 5e6], "DKK").map(plain)).toEqual(["DKK 5.0 million", "DKK 5.0 million"]);
});

test("a range shares its currency where both ends have one scale", () => {
  expect(plain(da.moneyRange(14e6, 48e6, "DKK"))).toBe("14,0 til 48,0 mio. kr.");
  expect(plain(da.moneyRange(-200_000, 48e6, "DKK"))).toBe("−200.000 kr. til 48,0 mio. kr.");
});

test("periods, dates, years and p-values", () => {
  expect(en.period("2021Q3")).toBe("2021 Q3");
  expect(da.period("2021Q3")).toBe("2021-K3");
  expect(da.period("2021-07")).toBe("2021-07");
  expect(en.date("2025-01-31")).toBe("31 January 2025");
  expect(da.date("2025-01-31")).toBe("31. januar 2025");
  expect(en.years([2024, 2021, 2023, 2022])).toBe("2021–2024");
  expect(en.years([2021, 2023])).toBe("2021 and 2023");
  expect(en.years([2021])).toBe("2021");
  expect(da.p(0.0342)).toBe("p = 0,034");
  expect(da.p(0.00001)).toBe("p < 0,001");
});

test("texts fall back to another language, units to themselves", () => {
  expect(da.text({ en: "Absence", da: "Fravær" })).toBe("Fravær");
  expect(da.text({ sv: "Frånvaro" })).toBe("Frånvaro");
  expect(da.text("Absence")).toBe("Absence");
  expect([en.unit("days"), da.unit("days"), da.unit("__proto__"), da.unit("toString")]).toEqual([
    "days",
    "dage",
    "__proto__",
    "toString",
  ]);
});

test("withheld counts stay text", () => {
  expect(en.count("<5")).toBe("<5");
  expect(da.count(12345)).toBe("12.345");
});
