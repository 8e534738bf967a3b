import { dayFromIso, isoFromDay } from "@kontrafakt/base";
import { describe, expect, it } from "vitest";
import { findIdentifiers } from "./find-identifiers.js";

/** Uniform integers below a bound (Lehmer's generator, seeded). */
function uniform(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48271) % 2147483647;
    return Math.floor((state / 2147483647) * below);
  };
}

function digits(random: (below: number) => number, count: number): string {
  let text = "";
  for (let i = 0; i < count; i++) text += random(10);
  return text;
}

/** Days one after another as ddmmyy and yymmdd. */
function dates(count: number): readonly (readonly [danish: string, swedish: string])[] {
  return Array.from({ length: count }, (_, i) => {
    const [year, month, day] = isoFromDay(dayFromIso("2001-01-01") + 17 * i).split("-");
    return [day + month + year.slice(2), year.slice(2) + month + day];
  });
}

/** A check digit found by trying all ten, so that it owes nothing to the rule tested. */
function swedish(date: string, serial: string): string {
  const weighted = [...date, ...serial].map((d, i) => String(Number(d) * (i % 2 === 0 ? 2 : 1)));
  const sum = [...weighted.join("")].reduce((total, d) => total + Number(d), 0);
  return `${date}${serial}${(1000 - sum) % 10}`;
}

it.each([10, 11, 12])(
  "columns of %d random digits are called identifiers at most once in a thousand for each family",
  (length) => {
    const random = uniform(7 + length);
    const columns = 400;
    let found = 0;
    for (let c = 0; c < columns; c++) {
      found += findIdentifiers(Array.from({ length: 40 }, () => digits(random, length))).length;
    }
    const most = columns * 2 * 0.001;
    expect(found).toBeLessThanOrEqual(most + 3 * Math.sqrt(most));
  },
);

describe("columns of identifiers are found", () => {
  const random = uniform(3);
  const danish = dates(30).map(([date]) => date + digits(random, 4));
  const swedes = dates(30).map(([, date]) => swedish(date, `98${random(10)}`));
  const found = (cells: Parameters<typeof findIdentifiers>[0]) =>
    findIdentifiers(cells).map(({ kind, whole, count, share }) => [kind, whole, count, Math.round(100 * share)]);

  it("Danish, with and without a hyphen, and as numbers that lost their leading zero", () => {
    expect(found(danish)[0]).toEqual(["dk-cpr", true, 30, 100]);
    expect(found(danish.map((n) => `${n.slice(0, 6)}-${n.slice(6)}`))[0]).toEqual(["dk-cpr", true, 30, 100]);
    const [stripped] = found(danish.map((n) => String(Number(n))));
    expect(stripped[0]).toBe("dk-cpr");
    expect(stripped[3]).toBeGreaterThan(90);
  });

  it("Swedish ones are told from Danish by the share that holds, also where each alone could be both", () => {
    expect(found(swedes)[0]).toEqual(["se-personnummer", true, 30, 100]);
    expect(found(swedes.map((n) => `20${n}`))[0]).toEqual(["se-personnummer", true, 30, 100]);
    expect(found(danish)[0][0]).toBe("dk-cpr");
  });

  it("in free text, one of them written with a hyphen is enough", () => {
    const notes = Array.from({ length: 200 }, (_, i) => `Samtale nr. ${i} om skolestart, ref. 2024-${100 + i}`);
    expect(found(notes)).toEqual([]);
    notes[120] = "Mor oplyser, at søster (210300-9996) også er underrettet om.";
    expect(found(notes)[0]).toEqual(["dk-cpr", false, 1, 1]);
  });

  it("one Swedish number alone, which could be a Danish replacement number too", () => {
    expect(found(["640823-3234"])[0][0]).toBe("se-personnummer");
  });

  it("repeated cells count as often as rows have them, and once as evidence", () => {
    expect(
      found([
        ["250947-9989", 40],
        ["ukendt", 60],
      ])[0],
    ).toEqual(["dk-cpr", true, 40, 40]);
    expect(found([["2509479989", 1000]])).toEqual([]);
  });

  it.each([
    ["case numbers", Array.from({ length: 50 }, (_, i) => `2024-${10_000 + i}`)],
    ["ids of a system", Array.from({ length: 50 }, (_, i) => `B${10_342 + i}`)],
    ["EAN numbers of thirteen digits", Array.from({ length: 50 }, (_, i) => `57980${10_000_000 + 7919 * i}`)],
    ["dates", Array.from({ length: 50 }, (_, i) => `2024-01-${10 + (i % 20)}`)],
    ["time stamps of twelve digits", dates(50).map(([, date], i) => `20${date}${1000 + i}`)],
    ["amounts", Array.from({ length: 50 }, (_, i) => `${1234 * i + 17},50`)],
    ["phone numbers with a country code", Array.from({ length: 50 }, () => `+45${20 + random(70)}${digits(random, 6)}`)],
    ["UUIDs", Array.from({ length: 50 }, () => `${digits(random, 8)}-4f1a-9b2c-8d3e-${digits(random, 6)}ab12cd`)],
  ])("%s are not", (_, cells) => {
    expect(findIdentifiers(cells)).toEqual([]);
  });
});
