import { expect, test } from "vitest";
import { maskAllTexts } from "./mask-all-texts.js";

test("no text and no name keeps an identifier, wherever in a value it stands; numbers and hashes stay", () => {
  const sha256 = `0101901234${"a".repeat(54)}`;
  expect(
    maskAllTexts({
      title: { sv: "Fallet 20110218-9808" },
      codes: { "010190-1234": ["Dreng", "samtal med 0101901234"] },
      inputs: [{ file: "people.csv", sha256 }],
      accounts: ["5.28.20", "5282001002"],
      year: 2024,
      estimate: [0.5, 101901234],
      none: null,
      left: undefined,
    }),
  ).toEqual({
    title: { sv: "Fallet ########-####" },
    codes: { "######-####": ["Dreng", "samtal med ##########"] },
    inputs: [{ file: "people.csv", sha256 }],
    accounts: ["5.28.20", "5282001002"],
    year: 2024,
    estimate: [0.5, 101901234],
    none: null,
    left: undefined,
  });
});
