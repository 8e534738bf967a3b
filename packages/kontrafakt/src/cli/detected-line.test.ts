import { bytesSource, formatOptions, readTable } from "@kontrafakt/cohort";
import { expect, it } from "vitest";
import { detectedLine } from "./detected-line.js";

const read = (text: string) =>
  readTable(bytesSource("a.csv", new TextEncoder().encode(text)), {
    columns: {
      id: { header: "Id", type: "category" },
      n: { header: "Beløb", type: "number" },
      day: { header: "Dag", type: "day", optional: true },
    },
  });

it("is what could stand in the study, and reads the file the same", async () => {
  const { detected } = await read("Titel\nId;Beløb;Dag\na;1.234,5;01-02-2020\nb;NA;\n");
  const line = detectedLine(detected, "en");
  expect(line).toBe(
    'format: { kind: csv, encoding: utf-8, delimiter: ";", decimal: ",", thousands: ".", dates: dd-mm-yyyy, headerLine: 2, missing: ["", "NA"] }',
  );
  const json = line
    .slice("format: ".length)
    .replace(/([a-zA-Z]+): /g, '"$1": ')
    .replace(/: ([a-z][\w-]*)/g, ': "$1"');
  expect(formatOptions.parse(JSON.parse(json))).toMatchObject({ delimiter: ";", headerLine: 2, missing: ["", "NA"] });
});

it("tells what no option could say beside it", async () => {
  const { detected } = await read("Id,Beløb,Dag\na,1,01-02-2020\nb,2,2020-02-01\n");
  expect(detectedLine(detected, "da")).toMatch(/headerLine: 1 } # datoformer fundet: dd-mm-yyyy, yyyy-mm-dd$/);
  const book = { ...detected, kind: "xlsx", sheet: "2023", skippedSheets: ["Forside"], dates: "" } as const;
  expect(detectedLine(book, "en")).toContain('sheet: "2023"');
  expect(detectedLine(book, "en")).toMatch(/# sheets not read: Forside$/);
});
