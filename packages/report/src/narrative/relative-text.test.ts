import type { Relative } from "@kontrafakt/study";
import { expect, test } from "vitest";
import { speak } from "../language.js";
import { relativeNotes, relativeText } from "./relative-text.js";

const [en, da] = [speak("en"), speak("da")];
const plain = (text: string) => text.replaceAll("\u00a0", " ");
const relative = (shape: Relative["fieller"]["shape"], lower: number | null, upper: number | null, ratio = -0.12): Relative => ({
  ratio,
  counterfactual: 20,
  se: 0.04,
  lower: -0.2,
  upper: -0.04,
  fieller: { shape, lower, upper },
});

test("a share with Fieller's limits", () => {
  const share = relative("between", -0.204, -0.0401);
  expect(relativeText(share, en)).toBe("−12% (−20 to −4)");
  expect(plain(relativeText(share, da))).toBe("−12 % (−20 til −4)");
  expect(relativeText(relative("between", -0.0512, 0.0123, -0.02), en)).toBe("−2.0% (−5.1 to +1.2)");
});

test("unbounded limits are told in words", () => {
  expect(relativeText(relative("outside", -1.5, 3), en)).toBe("−12% (below −150 or above +300)");
  expect(plain(relativeText(relative("outside", -1.5, 3), da))).toBe("−12 % (under −150 eller over +300)");
  expect(relativeText(relative("everything", null, null), en)).toBe("−12% (no limits)");
  expect(relativeNotes([{ relative: relative("everything", null, null) }], en)).toHaveLength(2);
  expect(relativeNotes([{ relative: relative("between", -1, 0) }, {}], da)).toHaveLength(1);
});

test("there is no share of nothing", () => {
  expect(relativeText(undefined, en)).toBe("–");
  expect(relativeText({ ...relative("between", -1, 0), counterfactual: 0 }, en)).toBe("–");
  expect(relativeText({ ...relative("between", -1, 0), counterfactual: -3 }, da)).toBe("–");
  expect(relativeNotes([{}], en)).toEqual([]);
});
