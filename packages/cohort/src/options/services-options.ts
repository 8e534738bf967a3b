import { z } from "zod";
import { file, format, header, name, person } from "./common.js";
import { filterOptions } from "./filter-options.js";
import { ids } from "./link-options.js";
import { recodeOptions } from "./recode-options.js";

/** One file of services: spells (`from`, `to`), events (`on`), weekly codes (`weeks`) or amounts a calendar year (`year`). */
const servicesBlockOptions = z.strictObject({
  name: name.describe("name of this block, by which an outcome's `block` can choose it").optional(),
  file,
  person,
  ids,
  service: header.describe("header of the kind of service").optional(),
  kind: z.string().trim().min(1).describe("kind of service of every row, where the file has no column for it").optional(),
  from: header.describe("header of the first day of the spell").optional(),
  to: header.describe("header of the last day of the spell, which counts; blank while it goes on").optional(),
  on: header.describe("header of the day of an event, in place of from and to").optional(),
  year: header.describe("header of the calendar year of an amount, in place of from and to").optional(),
  weeks: z
    .string()
    .trim()
    .min(1)
    .describe(
      "headers of weekly codes, one column an ISO week, such as y_{yy}{week}: {year} or {yy} and {week}. The code is the kind of service",
    )
    .optional(),
  price: header.describe("header of the price a day, kr; money for `count: amount`, otherwise only checked").optional(),
  amount: header.describe("header of the amount of the row, kr; money for `count: amount`").optional(),
  spread: z
    .enum(["days", "start", "end"])
    .describe("where the row's amount falls: evenly on its days, whole on its first day, or whole on its last")
    .default("days"),
  reversals: z
    .enum(["money", "booking"])
    .describe(
      "what a negative amount that equals a booking takes out of it: its money, so that its days still count, or the whole booking",
    )
    .default("money"),
  payer: header.describe("header of the municipality that pays; it overrides residence for observation").optional(),
  basis: z
    .enum(["decided", "effectuated", "invoiced"])
    .describe("what the rows are: what was decided, what was carried out, or what was invoiced. One outcome never mixes them")
    .optional(),
  overlaps: z
    .enum(["merge", "sum"])
    .describe(
      "spells that overlap: merge (a day once) or sum. Default merge; sum for amounts and for counting events. An outcome may say otherwise",
    )
    .optional(),
  keep: filterOptions.describe("rows that are read, by header: a value, a list, or {from, to}; others are listed").optional(),
  massShare: z
    .number()
    .gt(0)
    .max(1)
    .describe("least share of all first (or last) days on one date for it to be flagged as a system migration")
    .default(0.02),
  format,
  recode: recodeOptions,
});

export const servicesOptions = z.union([
  servicesBlockOptions,
  z.array(servicesBlockOptions).min(1).describe("several files of services"),
]);

export type ServicesBlock = z.infer<typeof servicesBlockOptions>;
export type ServicesOptions = z.infer<typeof servicesOptions>;

/** The blocks of services as a list. */
export function servicesBlocks(services: ServicesOptions | undefined): readonly ServicesBlock[] {
  return services === undefined ? [] : Array.isArray(services) ? services : [services as ServicesBlock];
}

/** How a block dates its rows. */
type BlockShape = "spells" | "events" | "weeks" | "years";

export function blockShape(block: ServicesBlock): BlockShape {
  return block.on !== undefined ? "events" : block.weeks !== undefined ? "weeks" : block.year !== undefined ? "years" : "spells";
}
