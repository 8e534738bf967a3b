import { bytesSource, profileSource } from "@kontrafakt/cohort";
import { expect, test } from "vitest";
import { profileLines } from "./profile-lines.js";

test("years stand as years, whole numbers without decimals, counts with the language's marks", async () => {
  const rows = Array.from({ length: 1200 }, (_, i) => `${2019 + (i % 6)};${i % 4};${(i % 7) + 0.5};${i % 12 ? "Nej" : "Ja"}`);
  const text = ["År;Antal børn;Vægt;Flag", ...rows].join("\n").replaceAll(".5;", ",5;");
  const profile = await profileSource(bytesSource("a.csv", new TextEncoder().encode(text)));
  const lines = profileLines(profile, "da").join("\n");
  expect(lines).toMatch(/År .* 2019 til 2024 /);
  expect(lines).toMatch(/Antal børn .* 0 til 3/);
  expect(lines).toMatch(/Vægt .* 0,50? til 6,50?/);
  expect(lines).toContain("Nej (1.100), Ja (100)");
});

test("one row and one column are not several", async () => {
  const profile = await profileSource(bytesSource("a.csv", new TextEncoder().encode("x\n1\n")));
  expect(profileLines(profile, "da")[0]).toMatch(/^a\.csv: 1 række, 1 kolonne/);
  expect(profileLines(profile, "en")[0]).toMatch(/^a\.csv: 1 row, 1 column(?!s)/);
});
