import { expect, it } from "vitest";
import { maskIdentifiersIn } from "./mask-identifiers.js";

it.each([
  ["Underretning vedr. 250947-9989 og søster (2103009996).", "Underretning vedr. ######-#### og søster (##########)."],
  ["cpr2509479989", "cpr##########"],
  ["mistyped: 310299-1234", "mistyped: ######-####"],
  ["fnr 20036914712", "fnr ###########"],
  ["131052-308T", "######-###x"],
  ["0203291WQ3", "#######xx#"],
  ["sag_250947-9989.csv", "sag_######-####.csv"],
  ["212509479", "#########"],
  ["998877665", "998877665"],
  ["AB 010203-12345-X", "AB ######-#####-X"],
  ["ref 990099XYZ1", "ref 990099XYZ1"],
  ["101901234", "#########"],
  ["1234567890.55 kr", "##########.55 kr"],
  ["2024-01-31 12:30", "2024-01-31 12:30"],
  ["12345678", "12345678"],
  ["", ""],
])("%s", (text, masked) => {
  expect(maskIdentifiersIn(text)).toBe(masked);
});
