import { expect, it } from "vitest";
import { booleanWord } from "./boolean-words.js";

it.each("ja j jo yes y sand sandt sann sant tosi kyllä k já satt true 1 1,0 1.00 x ✓ ja.".split(" "))("%s means yes", (word) => {
  expect(booleanWord(word)).toBe(1);
});

it.each("nej n nei ei e no falsk falskt usand usant usann epätosi ósatt false 0 0,0 nej!".split(" "))("%s means no", (word) => {
  expect(booleanWord(word)).toBe(0);
});

it.each(["", "ved ikke", "2", "10", "ja nej", "constructor", "janej"])('"%s" means neither', (word) => {
  expect(booleanWord(word)).toBe(-1);
});
