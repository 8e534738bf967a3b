import { bytesSource, readTable, type TableRequest } from "@kontrafakt/cohort";
import { columnFromArray, dateDay, dictionary, float64, tableFromColumns, tableToIPC, utf8 } from "@uwdata/flechette";
import { parquetWriteBuffer } from "hyparquet-writer";
import { bench, describe } from "vitest";
import { workbook } from "../corpus/bytes/make-bytes.js";

const make = (rows: number) => ({
  ids: Array.from({ length: rows }, (_, i) => `B${100_000 + (i % 50_000)}`),
  services: Array.from({ length: rows }, (_, i) => `Ydelse ${i % 7}`),
  days: Array.from({ length: rows }, (_, i) => new Date(Date.UTC(2015, 0, 1 + (i % 3000)))),
  prices: Array.from({ length: rows }, (_, i) => (i % 4000) + 0.5),
});
const request: TableRequest = {
  columns: {
    id: { header: "Id", type: "category", required: true, identifier: true },
    service: { header: "Ydelse", type: "category" },
    from: { header: "Fra", type: "day" },
    price: { header: "Pris", type: "number" },
  },
};
const once = { iterations: 3, warmupIterations: 1, time: 0 };

describe("1,000,000 rows × 4", () => {
  const { ids, services, days, prices } = make(1_000_000);
  const parquet = new Uint8Array(
    parquetWriteBuffer({
      columnData: [
        { name: "Id", data: ids, type: "STRING" },
        { name: "Ydelse", data: services, type: "STRING" },
        { name: "Fra", data: days, type: "TIMESTAMP" },
        { name: "Pris", data: prices, type: "DOUBLE" },
      ],
    }),
  );
  const arrow = tableToIPC(
    tableFromColumns({
      Id: columnFromArray(ids, dictionary(utf8())),
      Ydelse: columnFromArray(services, dictionary(utf8())),
      Fra: columnFromArray(days, dateDay()),
      Pris: columnFromArray(prices, float64()),
    }),
    { format: "file" },
  ) as Uint8Array;
  bench(
    `Parquet (${(parquet.length / 1e6).toFixed(0)} MB)`,
    async () => void (await readTable(bytesSource("a", parquet), request)),
    once,
  );
  bench(
    `Arrow (${(arrow.length / 1e6).toFixed(0)} MB)`,
    async () => void (await readTable(bytesSource("a", arrow), request)),
    once,
  );
});

describe("100,000 rows × 4", async () => {
  const { ids, services, days, prices } = make(100_000);
  const xlsx = await workbook([
    "Ark1",
    ["Id", "Ydelse", "Fra", "Pris"],
    ...ids.map((id, i) => [id, services[i], days[i], prices[i]]),
  ]);
  bench(`XLSX (${(xlsx.length / 1e6).toFixed(0)} MB)`, async () => void (await readTable(bytesSource("a", xlsx), request)), once);
});
