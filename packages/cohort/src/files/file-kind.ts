/** Kinds that are read. */
export type FileKind = "csv" | "xlsx" | "parquet" | "arrow";

/** What the first bytes of a file say it is. `csv` is anything without a mark of its own. */
export type FoundKind = FileKind | "gzip" | OtherKind;

/** Kinds that are told by name and not read. */
export type OtherKind = (typeof marks)[number][0];

const marks = [
  ["old-workbook", "d0cf11e0a1b11ae1"],
  ["PDF", "255044462d"],
  ["7z", "377abcaf271c"],
  ["rar", "526172211a07"],
  ["bzip2", "425a68"],
  ["xz", "fd377a585a00"],
  ["zstd", "28b52ffd"],
  ["SQLite", "53514c69746520666f726d6174203300"],
  ["SPSS", "24464c32"],
  ["SPSS", "24464c33"],
  ["Stata", "3c73746174615f6474613e"],
  ["SAS", "000000000000000000000000c2ea8160"],
  ["R", "524458330a"],
  ["R", "524458320a"],
  ["R", "580a000000"],
  ["Avro", "4f626a01"],
  ["ORC", "4f5243"],
  ["PNG", "89504e470d0a1a0a"],
  ["JPEG", "ffd8ff"],
  ["encrypted Parquet", "50415245"],
] as const;

const read: readonly (readonly [FileKind | "gzip", string])[] = [
  ["gzip", "1f8b"],
  ["xlsx", "504b0304"],
  ["xlsx", "504b0506"],
  ["parquet", "50415231"],
  ["arrow", "4152524f5731"],
];

/** The kind of a file by its first 32 bytes. */
export function fileKind(start: Uint8Array): FoundKind {
  const hex = Array.from(start.subarray(0, 32), (byte) => byte.toString(16).padStart(2, "0")).join("");
  for (const [kind, mark] of read) if (hex.startsWith(mark)) return kind;
  for (const [kind, mark] of marks) if (hex.startsWith(mark)) return kind;
  return isArrowStream(start) ? "arrow" : "csv";
}

/** An Arrow stream begins with −1 and the length of its schema message, a flatbuffer shorter than 16 MiB. */
function isArrowStream(start: Uint8Array): boolean {
  if (start.length < 12 || start[0] !== 255 || start[1] !== 255 || start[2] !== 255 || start[3] !== 255) return false;
  const length = start[4] + 256 * start[5] + 65536 * start[6] + 16777216 * start[7];
  return length > 0 && length < 1 << 24 && length % 8 === 0;
}
