import { expect, it } from "vitest";
import { readTable } from "../table/read-table.js";
import { bytesSource } from "../table/source.js";

const read = (dates: readonly string[], form?: "mm/dd/yyyy") =>
  readTable(bytesSource("spells.csv", new TextEncoder().encode(`id,from\n${dates.map((d, i) => `p${i},${d}\n`).join("")}`)), {
    columns: { id: { header: "id", type: "category" }, from: { header: "from", type: "day", optionalCells: true } },
    ...(form && { format: { dates: form } }),
    strict: false,
  } as never);

it("a file with the month first is refused with the option to set, and read where the study says so", async () => {
  const american = ["02/28/2021", "03/04/2021", "12/24/2020", "07/31/2022"];
  await expect(read(american)).rejects.toThrow(/spells\.csv, row 2, column "from": .*02\/28\/2021.*dates: mm\/dd\/yyyy/);
  expect((await read(american, "mm/dd/yyyy")).rows).toBe(4);
});
