import { dayFromIso, isoFromDay } from "@kontrafakt/base";
import { describe, expect, it } from "vitest";
import type { Family, IdentifierKind } from "./identifier.js";
import { identify } from "./identify.js";
import { maskIdentifiersIn } from "./mask-identifiers.js";

/** Published as test numbers or as examples by the authority named; none belongs to a person. */
const published: readonly [source: string, family: Family, kind: IdentifierKind, ...numbers: string[]][] = [
  ["MedCom, nationale test-CPR-numre (no modulus 11)", "dk", "dk-cpr", "250947-9989", "210300-9996", "2509479989"],
  ["MedCom and Sundhedsdatastyrelsen, test citizens", "dk", "dk-cpr", "0504899756", "2202789083"],
  ["Sundhedsdatastyrelsen, examples of X-eCPR", "dk", "dk-replacement", "0203291WQ3", "1308781OS6", "3101057JC9"],
  ["Skatteverket, SKV 704", "se", "se-personnummer", "640823-3234", "19640823-3234", "196408233234", "6408233234"],
  ["Skatteverket, SKV M 2010:3", "se", "se-samordningsnummer", "701063-2391"],
  [
    "Skatteverket, Testpersonnummer (CC0), 2000–2001",
    "se",
    "se-personnummer",
    ..."200001012384 200001011493 200001012392 200001018928 200001022383 200001081975 200001317585 200003017282".split(" "),
    ..."200002292399 200002292381 200003312394 200004302386 200006302384 200012312385 200101012391 200102282399 200103312385 200106259005".split(
      " ",
    ),
  ],
  ["Skatteetaten, fødselsnummer.csv: 1964", "no", "no-fodselsnummer", "20036914700", "29020073150"],
  ["Skatteetaten, fødselsnummer.csv: 2032", "no", "no-fodselsnummer", "30108299939"],
  ["Skatteetaten, fødselsnummer.csv: D 2032", "no", "no-d-number", "55102499947"],
  [
    "Skatteetaten, fødselsnummer.csv and Test-Norge: synthetic",
    "no",
    "no-synthetic",
    ..."30908299902 03851598730 41819077906 41819077302".split(" "),
    ..."16822548834 11812448848 19872347995 01818098452 01879997514 21829196422 29929598952".split(" "),
  ],
  ["Folkehelseinstituttet, Fhi.NINCheck: SyntPop", "no", "no-synthetic", "31739556891"],
  ["Fagsenter for pasientrapporterte data, rapwhale: H and FH", "no", "no-h-number", "01410199935"],
  ["Fagsenter for pasientrapporterte data, rapwhale: FH", "no", "no-fh-number", "88888888831"],
  ["Folkehelseinstituttet, Fhi.NINCheck: FH", "no", "no-fh-number", "81212121223", "94545456561"],
  ["Folkehelseinstituttet, Fhi.NINCheck: DUF", "duf", "no-duf", "200112345609", "201017238203", "200816832910", "2008 168329 10"],
  ["Digi- ja väestötietovirasto, examples", "fi", "fi-hetu", "131052-308T", "100190-999P", "100190Y999P"],
  [
    "Digi- ja väestötietovirasto, made-up test persons",
    "fi",
    "fi-hetu",
    ..."010594Y9032 010594Y9021 020594X903P 020594X902N 030594W903B 030694W9024 040594V9030 040594V902Y 050594U903M 050594U902L".split(
      " ",
    ),
    ..."010516B903X 010516B902W 020516C903K 020516C902J 030516D9037 030516D9026 010501E9032 020502E902X 020503F9037 020504A902E 020504B904H".split(
      " ",
    ),
  ],
];

describe("numbers published for tests are accepted", () => {
  it.each(
    published.flatMap(([source, family, kind, ...numbers]) => numbers.map((number) => [source, number, family, kind] as const)),
  )("%s: %s", (_, number, family, kind) => {
    expect(identify(number, {}, family)).toMatchObject({ kind, valid: true });
    expect(identify(` ${number} `)).toMatchObject({ valid: true });
    expect(maskIdentifiersIn(`før ${number}, efter`)).toBe(`før ${number.replace(/\d/g, "#").replace(/\p{L}/gu, "x")}, efter`);
  });
});

const asOf = dayFromIso("2025-01-31");
const born = (text: string, family?: Family) => {
  const found = identify(text, { asOf }, family);
  return [found?.bornDay === undefined ? undefined : isoFromDay(found.bornDay), found?.sex, found?.id];
};

describe("what a number tells", () => {
  it.each([
    // CPR-kontoret's table of the seventh digit, each cell at both its ends.
    ["010100-0008", "dk", "1900-01-01", "female"],
    ["311299-3997", "dk", "1999-12-31", "male"],
    ["010136-4006", "dk", "2036-01-01", "female"],
    ["010137-4001", "dk", "1937-01-01", "male"],
    ["010157-5002", "dk", "2057-01-01", "female"],
    ["010158-8001", "dk", "1858-01-01", "male"],
    ["010100-9001", "dk", "2000-01-01", "male"],
    ["010137-9002", "dk", "1937-01-01", "female"],
    ["670809-4004", "dk", "2009-08-07", "female"],
  ] as const)("%s", (text, family, day, sex) => {
    expect(born(text, family)).toEqual([day, sex, text.replace("-", "")]);
  });

  it("a Swedish number's century by its separator and the day of the file, one text however it is written", () => {
    expect(born("640823-3234")).toEqual(["1964-08-23", "male", "196408233234"]);
    for (const text of ["6408233234", "196408233234", "19640823-3234"]) expect(born(text, "se")).toEqual(born("640823-3234"));
    expect(born("640823+3234")).toEqual(["1864-08-23", "male", "186408233234"]);
    expect(born("000101-2384", "se")[0]).toBe("2000-01-01");
    expect(born("701063-2391")).toEqual(["1970-10-03", "male", "197010632391"]);
    expect(identify("640823-3234")).toMatchObject({ id: "6408233234" });
    expect(identify("640823-3234")).not.toHaveProperty("bornDay");
  });

  it("a Norwegian number of 2032 tells neither century nor sex, and is no number before that year", () => {
    expect(identify("30108299939")).toEqual({ kind: "no-fodselsnummer", valid: true, id: "30108299939" });
    expect(identify("30108299939", { asOf })?.valid).toBe(false);
    expect(born("20036914700")).toEqual(["1969-03-20", "male", "20036914700"]);
    expect(identify("20036914712")?.valid).toBe(false);
    expect(identify("29020105729")?.valid ?? false).toBe(false);
  });

  it("a Finnish number, whose mark is part of it", () => {
    expect(born("131052-308T")).toEqual(["1952-10-13", "female", "131052-308T"]);
    expect(born("010516b903x")).toEqual(["2016-05-01", "male", "010516B903X"]);
    expect(identify("100190-999P")?.id).not.toBe(identify("100190Y999P")?.id);
  });

  it("blanks and dashes of all kinds around and within", () => {
    for (const text of ["250947 9989", "250947–9989", "250947 - 9989", "\t250947\u20119989 ", "250947\u00a09989"])
      expect(identify(text, {}, "dk")?.id).toBe("2509479989");
  });

  it.each(["", "B10342", "12345678", "3112991", "310299-1234x", "abc", "320199-1234", "2024-01-31", "12:30:45", "1234567890123"])(
    "%s is none",
    (text) => expect(identify(text)).toBeUndefined(),
  );
});
