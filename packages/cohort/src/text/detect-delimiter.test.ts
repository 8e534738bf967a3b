import { expect, it } from "vitest";
import { readTable } from "../table/read-table.js";
import { bytesSource } from "../table/source.js";

it("the sep= line that a spreadsheet writes for itself is passed over, and rows keep their line numbers", async () => {
  const table = await readTable(bytesSource("a.csv", new TextEncoder().encode("sep=;\nid;n\na;1,5\nb;2\n")), {
    columns: { id: { header: "id", type: "category" }, n: { header: "n", type: "number" } },
  } as never);
  expect(Array.from(table.origin)).toEqual([3, 4]);
  expect(Array.from(table.columns.get("n")?.values ?? [])).toEqual([1.5, 2]);
});
