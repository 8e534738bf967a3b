import { type Context, fail } from "@kontrafakt/base";
import { messages } from "../messages.js";
import type { Source } from "../table/source.js";
import type { TableRequest } from "../table/table-request.js";
import { type Bytes, firstBytes, plainBytes } from "./byte-reader.js";
import type { Feed } from "./feed.js";
import { type FileKind, type FoundKind, fileKind } from "./file-kind.js";
import { gunzipBytes } from "./gunzip-bytes.js";
import { refuseOldWorkbook } from "./refuse-old-workbook.js";
import { textFeed } from "./text-feed.js";

const HEAD = 64;

/**
 * Opens a file as what its first bytes say it is, whatever its name; a workbook may give several feeds, one a sheet. The libraries
 * for workbooks, Parquet and Arrow are loaded only when such a file is opened.
 */
export async function openFeeds(source: Source, request: TableRequest, context: Context | undefined): Promise<readonly Feed[]> {
  const { kind: asked, compression: packed } = request.format ?? {};
  let bytes = plainBytes(source);
  let found = await kindOf(bytes, source.name);
  const gzip = packed === undefined ? found === "gzip" : packed === "gzip";
  if (gzip) {
    bytes = gunzipBytes(bytes);
    found = await kindOf(bytes, source.name);
  }
  const compression = gzip ? "gzip" : "none";
  const kind = asked ?? (isRead(found) ? found : await refuseKind(found, bytes, context));
  if (kind === "csv") return [await textFeed(bytes, compression, request, context)];
  if (kind === "xlsx") return (await import("./xlsx-feeds.js")).xlsxFeeds(bytes, compression, request, context);
  if (kind === "arrow") return [await (await import("./arrow-feed.js")).arrowFeed(bytes, compression, context)];
  return [await (await import("./parquet-feed.js")).parquetFeed(bytes, gzip ? undefined : source, compression, context)];
}

async function kindOf(bytes: Bytes, file: string): Promise<FoundKind> {
  const start = await firstBytes(bytes, HEAD);
  if (start.length === 0) fail("cohort/file-empty", { file }, {}, messages);
  return fileKind(start);
}

const isRead = (found: FoundKind): found is FileKind =>
  found === "csv" || found === "xlsx" || found === "parquet" || found === "arrow";

async function refuseKind(found: FoundKind, bytes: Bytes, context: Context | undefined): Promise<never> {
  if (found === "old-workbook") return refuseOldWorkbook(bytes, context);
  return fail("cohort/is-other-kind", { file: bytes.name }, { kind: found }, messages);
}
