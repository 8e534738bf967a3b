import type { Context } from "@kontrafakt/base";
import type { FormatOptions } from "../options/format-options.js";
import type { TableRequest } from "../table/table-request.js";
import { byteDecoder } from "../text/byte-decoder.js";
import { decodeText } from "../text/decode-text.js";
import { detectDelimiter } from "../text/detect-delimiter.js";
import { detectUtf16 } from "../text/detect-utf16.js";
import { readRecords } from "../text/read-records.js";
import type { Bytes } from "./byte-reader.js";
import type { Feed } from "./feed.js";

/** Delimited text. */
export async function textFeed(
  bytes: Bytes,
  compression: Feed["compression"],
  request: TableRequest,
  context: Context | undefined,
): Promise<Feed> {
  const format: Partial<FormatOptions> = request.format ?? {};
  const declared = format.encoding ?? (await detectUtf16(bytes));
  let encoding = declared ?? "utf-8";
  let delimiter: string | undefined = format.delimiter;
  return {
    kind: "csv",
    compression,
    sheet: "",
    name: bytes.name,
    text: () => ({ encoding, delimiter: delimiter ?? "" }),
    async read(sink) {
      const decoder = byteDecoder(bytes.name, declared);
      const chunks = decodeText(bytes, decoder, context, `read ${bytes.name}`);
      const choose = (sample: string) => {
        delimiter ??= detectDelimiter(sample, request);
        return delimiter;
      };
      const fast = { ready: sink.settled, fields: sink.fields };
      await readRecords(bytes.name, chunks, choose, sink.record, fast);
      encoding = decoder.encoding();
    },
  };
}
