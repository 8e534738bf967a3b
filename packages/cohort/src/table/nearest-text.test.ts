import { expect, it } from "vitest";
import { nearestText } from "./nearest-text.js";

it("finds the text with the fewest edits, or none", () => {
  expect(nearestText("Fødselsdato", ["Fodselsdato", "Dato", "Født"])).toBe("Fodselsdato");
  expect(nearestText("fra", ["Til", "FRA"])).toBe("FRA");
  expect(nearestText("Beløb", ["Kommune", "x"])).toBeUndefined();
  expect(nearestText("a", [])).toBeUndefined();
});
