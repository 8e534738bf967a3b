import { expect, it } from "vitest";
import { maskIdentifier } from "./mask-identifier.js";

it.each([
  ["B10342", "B#####"],
  ["010203-1234", "######-####"],
  ["Søren Ågård", "xxxxx xxxxx"],
  ["AB12CD", "xx##xx"],
  ["<script>alert(1)</script>", "<xxxxxx>xxxxx(#)</xxxxxx>"],
  ["٠١٢٣-A", "####-x"],
  ["", ""],
  ["7".repeat(100), "#".repeat(40)],
])("%s shows as %s", (text, mask) => {
  expect(maskIdentifier(text)).toBe(mask);
});
