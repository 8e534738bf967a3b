import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { worldFiles } from "./files.js";
import { SEED } from "./seed.js";
import { makeWorld } from "./world.js";

const files = worldFiles(makeWorld(SEED, { truthPaths: 2 }));
const decode = (bytes: Uint8Array) => new TextDecoder("windows-1252", { fatal: true }).decode(bytes);

describe("worldFiles", () => {
  test("the committed files are the ones the generator writes", () => {
    for (const { name, bytes } of files) {
      expect(Buffer.compare(readFileSync(new URL(name, import.meta.url)), Buffer.from(bytes)), name).toBe(0);
    }
  });

  test("the committed truth names the faults that were planted", () => {
    const truth = JSON.parse(readFileSync(new URL("truth.json", import.meta.url), "utf8"));
    expect(truth.seed).toBe(SEED);
    expect(truth.faults).toEqual(files.flatMap((file) => file.faults));
  });

  test("all CSV together is at most 3 MB", () => {
    expect(files.reduce((sum, file) => sum + file.bytes.length, 0)).toBeLessThan(3e6);
  });

  test("lines end in CRLF, fields in semicolons, and Danish letters are single bytes", () => {
    for (const { name, bytes } of files) {
      const text = decode(bytes);
      expect(text.endsWith("\r\n"), name).toBe(true);
      expect(text.replaceAll("\r\n", "").includes("\n"), name).toBe(false);
    }
    expect(decode(files[0].bytes).includes("Ådalsskolen")).toBe(true);
    expect(files[0].bytes.includes(0x96)).toBe(true);
  });

  test("a planted fault stands on the row it is said to stand on", () => {
    const signs: Record<string, RegExp> = {
      "markup in an identifier": /^<script>/,
      "formula in a label": /;=cmd\|/,
      "birth date missing": /^B\d+;;/,
      "birth date in the future": /-2031;/,
      "impossible date": /;31-02-2021;/,
      "negative price": /;-\d+,\d\d;/,
      "odd case and spaces": /; {2}ANBRINGELSE ;/,
      "unknown service": /;Anbringlse;/,
      "totals row": /^I alt;/,
      "empty line": /^$/,
      "price is not a number": /;efter aftale;/,
      "paid by another municipality": /;Nordby$/,
      "not a number": /;syg;/,
      "more days than the period has": /;140;/,
      "negative value": /;-3;/,
      "spaces around an identifier": /^ B/,
      "ends after the extract": /;31-12-2030;/,
      "start of spell missing": /;;/,
      "unknown person": /^B9/,
    };
    let checked = 0;
    for (const { name, bytes, faults } of files) {
      const lines = decode(bytes).split("\r\n");
      for (const fault of faults) {
        const sign = signs[fault.reason];
        if (!sign) continue;
        expect(lines[fault.row - 1], `${name} ${fault.reason}`).toMatch(sign);
        checked++;
      }
    }
    expect(checked).toBeGreaterThanOrEqual(20);
  });
});
