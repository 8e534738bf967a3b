import { bytesSource, readTable, spellsToPeriods } from "@kontrafakt/cohort";
import { bench, describe } from "vitest";

const rows = 200_000;
const header = "Id;Ydelse;Fra;Til;Pris;Kommune;a;b;c;d;e;f";
const lines = Array.from({ length: rows }, (_, i) => {
  const day = String((i % 28) + 1).padStart(2, "0");
  return `B${100_000 + (i % 50_000)};Ydelse ${i % 7};${day}-03-2019;${day}-11-2021;${i % 3000},50;Fjordby;1;2,5;3;tekst;5;x`;
});
const bytes = new TextEncoder().encode(`${header}\n${lines.join("\n")}\n`);

describe(`CSV of ${rows} rows × 12 (${(bytes.length / 1e6).toFixed(0)} MB)`, () => {
  bench(
    "to typed columns",
    async () => {
      await readTable(bytesSource("services.csv", bytes), {
        columns: {
          id: { header: "Id", type: "category", required: true, identifier: true },
          service: { header: "Ydelse", type: "category", required: true },
          from: { header: "Fra", type: "day", required: true },
          to: { header: "Til", type: "day" },
          price: { header: "Pris", type: "number" },
          payer: { header: "Kommune", type: "category" },
          a: { header: "a", type: "number" },
          b: { header: "b", type: "number" },
          c: { header: "c", type: "number" },
          d: { header: "d", type: "text" },
          e: { header: "e", type: "number" },
          f: { header: "f", type: "text" },
        },
      });
    },
    { iterations: 5, warmupIterations: 1 },
  );
});

describe("500,000 spells × 120 months", () => {
  const n = 500_000;
  const units = 100_000;
  const starts = Int32Array.from({ length: 121 }, (_, t) => 15_000 + 30 * t);
  const spells = {
    unit: Int32Array.from({ length: n }, (_, i) => (i * 7919) % units),
    outcome: new Int32Array(n),
    from: Int32Array.from({ length: n }, (_, i) => 15_000 + ((i * 104_729) % 3600)),
    to: Int32Array.from({ length: n }, (_, i) => 15_200 + ((i * 104_729) % 3600)),
  };
  bench(
    "to days a month",
    () => {
      spellsToPeriods(spells, units, 1, starts);
    },
    { iterations: 5, warmupIterations: 1 },
  );
});
