import type { Params } from "@kontrafakt/base";
import { isWeekPattern } from "../recode/week-pattern.js";
import type { CohortOptions } from "./cohort-shape.js";
import type { FilterOptions } from "./filter-options.js";
import { commonServices, type Draw, moneyOf, outcomeDraws, overlapsOf } from "./outcome-draws.js";
import { outcomeCount, outcomeServices } from "./outcome-options.js";
import { blockShape, type ServicesBlock, servicesBlocks } from "./services-options.js";

type Path = readonly (string | number)[];
type Add = (path: Path, code: `cohort/${string}`, params: Params) => void;

/** Rules of the services files and of the outcomes that count them. */
export function serviceProblems(options: CohortOptions, add: Add): void {
  const blocks = servicesBlocks(options.services);
  const isList = Array.isArray(options.services);
  for (const [k, block] of blocks.entries()) blockProblems(block, isList ? ["services", k] : ["services"], options, add);
  const seen = new Set<string>();
  for (const [k, { name }] of blocks.entries()) {
    if (name !== undefined && seen.has(name)) add(["services", k, "name"], "cohort/block-name-twice", { name });
    if (name !== undefined) seen.add(name);
  }
  const draws = outcomeDraws(options);
  for (const [name, outcome] of Object.entries(options.outcomes)) {
    const path = ["outcomes", name];
    const list = outcomeServices(outcome.service);
    const sources = [outcome.measure, outcome.service, outcome.refund].filter((source) => source !== undefined);
    if (sources.length !== 1) add(path, "cohort/outcome-of-what", { outcome: name });
    if (list.length === 0) {
      for (const option of ["count", "block", "overlaps", "amountFrom"] as const) {
        if (outcome[option] !== undefined) add([...path, option], "cohort/option-needs-service", { outcome: name, option });
      }
      if (outcome.where !== undefined) add([...path, "where"], "cohort/option-needs-service", { outcome: name, option: "where" });
      continue;
    }
    if (options.services === undefined) {
      add([...path, "service"], "cohort/services-needed", { outcome: name });
      continue;
    }
    if (outcomeCount(outcome) === "days" && outcome.unit !== undefined && outcome.unit !== "days")
      add([...path, "unit"], "cohort/services-count-days", { outcome: name, unit: outcome.unit });
    if (outcomeCount(outcome) !== "days" && outcome.unit === "days")
      add([...path, "unit"], "cohort/unit-is-not-days", { outcome: name, count: outcomeCount(outcome) });
    if (outcomeCount(outcome) !== "amount" && outcome.amountFrom !== undefined)
      add([...path, "amountFrom"], "cohort/amount-from-needs-amount", { outcome: name });
    for (const service of list) {
      if (service === options.programmeService)
        add([...path, "service"], "cohort/programme-is-outcome", { outcome: name, service });
    }
    filterProblems(outcome.where ?? {}, [...path, "where"], add);
    const draw = draws.find((d) => d.name === name) as Draw;
    drawProblems(draw, outcome.block, path, blocks, add);
    const other = draws.slice(0, draws.indexOf(draw)).find((d) => countsTwice(d, draw));
    if (other !== undefined) {
      const [service] = commonServices(other, draw);
      add([...path, "service"], "cohort/service-in-two-outcomes", { service, outcome: name, other: other.name });
    }
  }
}

/** Two outcomes that count the same of the same rows. Days beside the amount of a service are two things. */
function countsTwice(a: Draw, b: Draw): boolean {
  return a.count === b.count && a.blocks.some((k) => b.blocks.includes(k)) && commonServices(a, b).length > 0;
}

/** Rules of what an outcome or refund scheme draws from the blocks. */
export function drawProblems(
  draw: Draw,
  named: string | readonly string[] | undefined,
  path: Path,
  blocks: readonly ServicesBlock[],
  add: Add,
): void {
  const known = blocks.flatMap(({ name }) => name ?? []);
  for (const block of outcomeServices(named)) {
    if (known.includes(block)) continue;
    add([...path, "block"], "cohort/block-unknown", { outcome: draw.name, block, known: known.join(", ") || "none" });
    return;
  }
  if (draw.blocks.length === 0) {
    if (draw.count === "amount") add(path, "cohort/no-amounts", { outcome: draw.name });
    else add(path, "cohort/no-days", { outcome: draw.name, count: draw.count });
  }
  for (const k of draw.blocks) {
    const { spread } = blocks[k];
    if (draw.count !== "amount" || overlapsOf(draw, blocks[k]) === "sum") continue;
    if (moneyOf(blocks[k], draw.amountFrom) !== "amount") continue;
    if (blockShape(blocks[k]) !== "spells") add([...path, "overlaps"], "cohort/merge-needs-spells", { outcome: draw.name });
    else if (spread !== "days") add([...path, "overlaps"], "cohort/merge-needs-days", { outcome: draw.name, spread });
  }
}

function blockProblems(block: ServicesBlock, path: Path, options: CohortOptions, add: Add): void {
  const ways = (["from", "on", "weeks", "year"] as const).filter((way) => block[way] !== undefined);
  if (ways.length !== 1) add(path, "cohort/dated-how", { found: ways.join(", ") || "none" });
  else if ((block.to !== undefined) !== (block.from !== undefined)) add(path, "cohort/from-and-to", {});
  const isWeekly = block.weeks !== undefined;
  const named = [block.service, block.kind].filter((way) => way !== undefined).length;
  if (named !== (isWeekly ? 0 : 1)) add(path, isWeekly ? "cohort/weeks-name-services" : "cohort/service-or-kind", {});
  if (block.weeks !== undefined && !isWeekPattern(block.weeks))
    add([...path, "weeks"], "cohort/week-pattern", { found: block.weeks, year: "{year}", yy: "{yy}", week: "{week}" });
  for (const option of ["price", "amount", "payer"] as const) {
    if (isWeekly && block[option] !== undefined) add([...path, option], "cohort/weeks-have-none", { option });
  }
  if (block.year !== undefined && block.amount === undefined) add([...path, "amount"], "cohort/year-needs-amount", {});
  if (block.year !== undefined && block.price !== undefined) add([...path, "price"], "cohort/year-has-no-price", {});
  if (block.spread !== "days" && block.amount === undefined)
    add([...path, "spread"], "cohort/spread-needs-amount", { spread: block.spread });
  if (block.payer !== undefined && options.home === undefined) add(["home"], "cohort/home-needed", {});
  filterProblems(block.keep ?? {}, [...path, "keep"], add);
}

function filterProblems(filter: FilterOptions, path: Path, add: Add): void {
  for (const [header, condition] of Object.entries(filter)) {
    if (typeof condition !== "object" || Array.isArray(condition)) continue;
    const { from, to } = condition as { from?: string | number; to?: string | number };
    const isMixed = from !== undefined && to !== undefined && typeof from !== typeof to;
    if ((from === undefined && to === undefined) || isMixed) add([...path, header], "cohort/range-of-what", { header });
    else if (from !== undefined && to !== undefined && from > to)
      add([...path, header], "cohort/range-reversed", { header, from, to });
  }
}
