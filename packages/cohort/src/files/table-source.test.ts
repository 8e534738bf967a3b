import { table } from "arquero";
import { expect, it } from "vitest";
import { readTable } from "../table/read-table.js";
import type { Table } from "../table/table.js";
import { tableSource } from "./table-source.js";

const values = (read: Table, key: string) => {
  const column = read.columns.get(key);
  if (column?.type !== "category") return Array.from(column?.values ?? []);
  return Array.from(column.values, (code) => (code < 0 ? null : column.levels[code]));
};

it("reads an Arquero table as a file is read, with its filter and order", async () => {
  const given = table({
    Id: ["b", "a", "c", null],
    n: [1.1, null, 3, 4],
    day: [new Date("2020-02-29"), new Date("1950-01-01"), null, null],
    mixed: ["x", 1, true, null],
    yes: [true, false, null, true],
  });
  const source = tableSource("notebook", given.filter((d: { n: number | null }) => d.n !== 3).orderby("Id"));
  const read = await readTable(source, {
    columns: {
      id: { header: "Id", type: "category" },
      n: { header: "n", type: "number" },
      day: { header: "day", type: "day" },
      mixed: { header: "mixed", type: "text" },
      yes: { header: "yes", type: "category" },
    },
  });
  expect(values(read, "id")).toEqual([null, "a", "b"]);
  expect(values(read, "n")).toEqual([4, Number.NaN, 1.1]);
  expect(values(read, "day")).toEqual([-0x80000000, -7305, 18321]);
  expect(values(read, "mixed")).toEqual([null, "1", "x"]);
  expect(values(read, "yes")).toEqual(["true", "false", "true"]);
  expect(read.detected).toMatchObject({ kind: "arrow", header: ["Id", "n", "day", "mixed", "yes"] });
  expect(read.file).toBe("notebook");
});
