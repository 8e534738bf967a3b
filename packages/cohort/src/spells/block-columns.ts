import type { Draw } from "../options/outcome-draws.js";
import { blockShape, type ServicesBlock } from "../options/services-options.js";
import type { ColumnRequest } from "../table/table-request.js";
import { filterColumns } from "./row-filter.js";

/** The columns of a block of services, by key. A weekly file's columns come beside, through `TableRequest.wide`. */
export function blockColumns(block: ServicesBlock, place: number, draws: readonly Draw[]): Map<string, ColumnRequest> {
  const columns = new Map<string, ColumnRequest>([
    ["person", { header: block.person, type: "category", required: true, identifier: true }],
  ]);
  const add = (key: string, header: string | undefined, request: Omit<ColumnRequest, "header">) => {
    if (header !== undefined) columns.set(key, { header, ...request });
  };
  add("service", block.service, { type: "category", required: true });
  const shape = blockShape(block);
  if (shape === "spells") {
    add("from", block.from, { type: "day", required: true });
    add("to", block.to, { type: "day", unreadable: "list" });
  } else if (shape === "events") add("from", block.on, { type: "day", required: true });
  else if (shape === "years") add("year", block.year, { type: "number", required: true });
  add("price", block.price, { type: "number" });
  add("amount", block.amount, { type: "number" });
  add("payer", block.payer, { type: "category" });
  const filters = [block.keep ?? {}, ...draws.filter((draw) => draw.blocks.includes(place)).map((draw) => draw.where)];
  return new Map([...columns, ...filterColumns(filters)]);
}
