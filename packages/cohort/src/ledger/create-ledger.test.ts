import { describe, expect, it } from "vitest";
import { createLedger } from "./create-ledger.js";

describe("a ledger", () => {
  it("lists a row once, notes it as often as there is something to say, in order of file and row", () => {
    const ledger = createLedger();
    const file = ledger.open("a.csv", "people");
    for (let i = 0; i < 3; i++) ledger.read(file);
    ledger.note(file, 4, "cohort/open-ended", "Til");
    expect(ledger.list(file, 2, "cohort/unknown-person", "Id", "x".repeat(200))).toBe(true);
    expect(ledger.list(file, 2, "cohort/duplicate-row")).toBe(false);
    ledger.note(file, 4, "cohort/overlap");
    ledger.used(file, 2);
    ledger.flow({ code: "cohort/flow-read", people: 3, treated: 1 });
    const done = ledger.finish();
    expect(done.files).toEqual([{ name: "a.csv", rowsRead: 3, rowsUsed: 2, rowsListed: 1 }]);
    expect(Array.from(done.row)).toEqual([2, 4, 4]);
    expect(Array.from(done.listed)).toEqual([1, 0, 0]);
    expect(Array.from(done.code, (k) => done.codes[k])).toEqual(["cohort/unknown-person", "cohort/open-ended", "cohort/overlap"]);
    expect(done.detail[0]).toHaveLength(80);
    expect(structuredClone(done)).toEqual(done);
  });

  it("does not close while rows are unaccounted for", () => {
    const ledger = createLedger();
    ledger.read(ledger.open("a.csv", "people"));
    expect(() => ledger.finish()).toThrow("1 rows read are not 0 used and 0 listed");
  });

  it("masks national identifiers wherever they stand: in the name of a file, a column or what stood in a cell", () => {
    const ledger = createLedger();
    const file = ledger.open("sag 250947-9989.csv", "people");
    ledger.read(file);
    ledger.note(file, 2, "cohort/out-of-range", "210300-9996", `mor 2509479989 og ${"x".repeat(150)} 210300-9996`);
    ledger.used(file, 1);
    const done = ledger.finish();
    expect(done.files[0].name).toBe("sag ######-####.csv");
    expect(done.column).toEqual(["######-####"]);
    expect(done.detail[0]).toMatch(/^mor ########## og x+…$/);
    expect(done.detail[0]).toHaveLength(80);
  });
});
