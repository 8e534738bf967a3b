import { type Column, readTable, type Source, type Table, type TableRequest } from "@kontrafakt/cohort";
import { stream } from "@kontrafakt/numerics";
import { hashSource } from "@kontrafakt/study";

const two = (n: number) => (n < 10 ? `0${n}` : String(n));

/** A file of spells, in pieces of 10,000 rows: id, first day, amount with a decimal comma, kind of service. */
export function* bigFile(rows: number): Generator<Uint8Array> {
  const encoder = new TextEncoder();
  yield encoder.encode("Id;Fra;Beløb;Ydelse\r\n");
  for (let block = 0; block * 10_000 < rows; block++) {
    const { integer } = stream(42, "determinism/big-file", block);
    let text = "";
    for (let i = 0; i < 10_000 && block * 10_000 + i < rows; i++) {
      const day = `${two(1 + integer(28))}-${two(1 + integer(12))}-${2010 + integer(15)}`;
      text += `B${integer(300_000)};${day};${integer(5000)},${integer(10)};${integer(50) === 0 ? "" : `Ydelse ${integer(40)} på`}\r\n`;
    }
    yield encoder.encode(text);
  }
}

export const bigRequest: TableRequest = {
  columns: {
    id: { header: "Id", type: "category", required: true, identifier: true },
    from: { header: "Fra", type: "day" },
    amount: { header: "Beløb", type: "number" },
    service: { header: "Ydelse", type: "category" },
  },
};

/** What a small file of any kind is read as. */
export const smallRequest: TableRequest = {
  columns: {
    id: { header: "Id", type: "category", required: true },
    amount: { header: "Beløb", type: "number" },
    day: { header: "Dag", type: "day" },
  },
};

/** SHA-256 of a table's columns, bit for bit, with its levels and line numbers. */
export async function hashOfTable(source: Source, request: TableRequest): Promise<string> {
  const table = await readTable(source, request);
  return hashSource({ name: "columns", open: async () => columnBytes(table) });
}

function columnBytes({ columns, origin }: Table): ReadableStream<Uint8Array> {
  const bytesOf = (values: Int32Array | Float64Array) => new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
  return new ReadableStream({
    start(controller) {
      const add = (bytes: Uint8Array) => bytes.length > 0 && controller.enqueue(bytes);
      add(bytesOf(origin));
      for (const [key, column] of columns as ReadonlyMap<string, Column>) {
        add(new TextEncoder().encode(`${key} ${column.type}`));
        add(bytesOf(column.values));
        if (column.type === "category") add(new TextEncoder().encode(column.levels.join("\n")));
      }
      controller.close();
    },
  });
}
