import { dayFromIso } from "@kontrafakt/base";
import { expect, it } from "vitest";
import { canonicalIdentifier } from "./canonical-identifier.js";
import type { Family } from "./identifier.js";
import { identify } from "./identify.js";

const asOf = dayFromIso("2025-01-31");

it.each([
  ["250947-9989", "dk", "2509479989"],
  ["250947 9989", "dk", "2509479989"],
  ["101019012", "dk", "0101019012"],
  ["0203291wq3", "dk", "0203291WQ3"],
  ["020329-1WQ3", "dk", "0203291WQ3"],
  ["640823-3234", "se", "196408233234"],
  ["6408233234", "se", "196408233234"],
  ["640823+3234", "se", "186408233234"],
  ["19640823-3234", "se", "196408233234"],
  ["1012384", "se", undefined],
  ["640823-3235", "se", undefined],
  ["200369 14700", "no", "20036914700"],
  ["3851598730", "no", "03851598730"],
  ["2008 168329 10", "duf", "200816832910"],
  ["2008 168329 10", "no", "200816832910"],
  ["131052-308t", "fi", "131052-308T"],
  ["010594Y9032", "fi", "010594Y9032"],
  ["B10342", "dk", undefined],
  ["ukendt", "no", undefined],
  ["250947/9989", "dk", undefined],
] as const)("%s as %s is %s", (text, family, id) => {
  expect(canonicalIdentifier(text, family, { asOf })?.id).toBe(id);
});

it("reads what `identify` reads", () => {
  const texts: readonly [string, Family][] = [
    ["250947-9989", "dk"],
    ["196408233234", "se"],
    ["701063-2391", "se"],
    ["20036914700", "no"],
    ["200816832910", "duf"],
    ["010516B903X", "fi"],
  ];
  for (const [text, family] of texts)
    expect(canonicalIdentifier(text, family, { asOf })).toEqual(identify(text, { asOf }, family));
});
