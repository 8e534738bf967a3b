import type { KontrafaktError } from "@kontrafakt/base";
import fc from "fast-check";
import { expect, it } from "vitest";
import { byteDecoder, type Encoding } from "./byte-decoder.js";

function inPieces(bytes: Uint8Array, cuts: readonly number[], declared?: Encoding): { text: string; encoding: Encoding } {
  const decoder = byteDecoder("a.csv", declared);
  const ends = [...cuts.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length];
  let text = "";
  ends.forEach((end, i) => {
    text += decoder.decode(bytes.subarray(i === 0 ? 0 : ends[i - 1], end));
  });
  return { text: text + decoder.decode(undefined), encoding: decoder.encoding() };
}
const letters = fc.string({ unit: fc.constantFrom("a", ";", "\n", "ø", "Å", "–", "€", "𝛼"), maxLength: 60 });
const cuts = fc.array(fc.nat(150), { maxLength: 8 });

it("reads UTF-8 whatever the pieces", () => {
  fc.assert(
    fc.property(letters, cuts, (text, at) => {
      expect(inPieces(new TextEncoder().encode(text), at)).toEqual({ text, encoding: "utf-8" });
    }),
  );
});

it("reads Windows-1252 whatever the pieces, where its bytes are not UTF-8", () => {
  const latin = fc.string({ unit: fc.constantFrom("a", "b", ";", "æ", "Ø", "å"), maxLength: 60 });
  fc.assert(
    fc.property(latin, cuts, (body, at) => {
      const text = `${body}xøx`;
      const bytes = Uint8Array.from(text, (c) => c.charCodeAt(0));
      expect(inPieces(bytes, at)).toEqual({ text, encoding: "windows-1252" });
    }),
  );
  expect(inPieces(Uint8Array.of(0x80, 0x96, 0x20), [1]).text).toBe("€– ");
  expect(inPieces(Uint8Array.of(0x61, 0xf8), []).text).toBe("aø");
});

it("refuses bytes that are not of the encoding", () => {
  const code = (work: () => unknown) => {
    try {
      work();
    } catch (error) {
      return (error as KontrafaktError).problems[0].code;
    }
  };
  const mixed = Uint8Array.from([...new TextEncoder().encode("ø"), 0x61, 0xf8, 0x61]);
  expect(code(() => inPieces(mixed, [2]))).toBe("cohort/mixed-encodings");
  expect(code(() => inPieces(Uint8Array.of(0xf8, 0x61), [], "utf-8"))).toBe("cohort/not-in-encoding");
  expect(inPieces(mixed, [], "windows-1252").text).toBe("Ã¸aøa");
});
