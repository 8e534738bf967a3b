import { expect, it } from "vitest";
import { mendSheet } from "./mend-sheet.js";

it("makes texts of error cells and leaves the rest alone", () => {
  expect(mendSheet('<c r="A1" t="e"><v>#N/A</v></c><c r="B1" s="2" t="e"/><c r="C1" t="s"/>')).toBe(
    '<c r="A1" t="str"><v>#N/A</v></c><c r="B1" s="2" t="str"/><c r="C1" t="s"/>',
  );
  expect(mendSheet('<cols><col min="1"/></cols><x:c r="A1" t=\'e\'/>')).toBe(
    '<cols><col min="1"/></cols><x:c r="A1" t=\'str\'/>',
  );
});

it("gives addresses to cells that have none", () => {
  const cells = "<c/>".repeat(28);
  const mended = mendSheet(`<sheetData><row r="3"><c t="n"><v>1</v></c><c r="D3"/><c/></row><row>${cells}</row></sheetData>`);
  expect(mended).toContain('<row r="3"><c r="A3" t="n"><v>1</v></c><c r="D3"/><c r="E3"/></row>');
  expect([...mended.matchAll(/<c r="([A-Z]+4)"\/>/g)].map(([, address]) => address).slice(-3)).toEqual(["Z4", "AA4", "AB4"]);
});
