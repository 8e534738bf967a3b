import { expect, it } from "vitest";
import { fileKind } from "./file-kind.js";

const bytes = (text: string) => Uint8Array.from(text, (c) => c.charCodeAt(0));

it.each([
  ["Id;Beløb\n", "csv"],
  ["\xef\xbb\xbfId;Bel", "csv"],
  ["\xff\xfeI\0d\0;\0B\0e\0", "csv"],
  ["\x1f\x8b\x08\0", "gzip"],
  ["PK\x03\x04", "xlsx"],
  ["PAR1\x15\x04", "parquet"],
  ["ARROW1\0\0", "arrow"],
  ["\xff\xff\xff\xff\x78\0\0\0\x10\0\0\0", "arrow"],
  ["\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old-workbook"],
  ["%PDF-1.4", "PDF"],
  ["$FL2@(#)", "SPSS"],
  ["", "csv"],
])("%j is %s", (start, kind) => {
  expect(fileKind(bytes(start))).toBe(kind);
});
