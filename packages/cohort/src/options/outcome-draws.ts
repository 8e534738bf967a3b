import { looseText } from "../text/loose-text.js";
import type { CohortOptions } from "./cohort-shape.js";
import type { FilterOptions } from "./filter-options.js";
import { type CountKind, outcomeCount, outcomeServices } from "./outcome-options.js";
import type { RefundOptions } from "./refund-options.js";
import { blockShape, type ServicesBlock, servicesBlocks } from "./services-options.js";

/** What an outcome, or a refund scheme's gross amount, draws from the services files. */
export interface Draw {
  /** The outcome or the scheme. */
  readonly name: string;
  readonly scheme: boolean;
  readonly services: readonly string[];
  readonly where: FilterOptions;
  readonly count: CountKind;
  /** Places of the blocks whose rows count, ascending. */
  readonly blocks: readonly number[];
  readonly overlaps: "merge" | "sum" | undefined;
  readonly amountFrom: "amount" | "price" | undefined;
}

/** Where a draw's money stands in a block: the row's amount, the price a day, or nowhere. */
export function moneyOf(block: ServicesBlock, amountFrom: Draw["amountFrom"]): "amount" | "price" | undefined {
  const amount = block.amount !== undefined && amountFrom !== "price";
  const price = block.price !== undefined && blockShape(block) !== "years" && amountFrom !== "amount";
  return amount ? "amount" : price ? "price" : undefined;
}

/** Whether a block has what a count needs: money for amounts, days for all else. */
function blockServes(block: ServicesBlock, count: CountKind, amountFrom: Draw["amountFrom"]): boolean {
  return count === "amount" ? moneyOf(block, amountFrom) !== undefined : blockShape(block) !== "years";
}

/** Whether a draw takes a block's overlapping spells once or each by itself. */
export function overlapsOf(draw: Pick<Draw, "count" | "overlaps">, block: ServicesBlock): "merge" | "sum" {
  const declared = draw.overlaps ?? block.overlaps;
  if (declared !== undefined) return declared;
  const single = blockShape(block) === "events" && ["count", "started", "ended"].includes(draw.count);
  return draw.count === "amount" || single ? "sum" : "merge";
}

type Asked = Pick<RefundOptions, "block" | "amountFrom">;

function drawn(options: CohortOptions, name: string, services: readonly string[], asked: Asked, more: Partial<Draw>): Draw {
  const count = more.count ?? "amount";
  const { block, amountFrom } = asked;
  const named = block === undefined ? undefined : typeof block === "string" ? [block] : block;
  const blocks = servicesBlocks(options.services).flatMap((b, k) => {
    const chosen = named === undefined || (b.name !== undefined && named.includes(b.name));
    return chosen && blockServes(b, count, amountFrom) ? [k] : [];
  });
  return { name, services, blocks, amountFrom, count, where: {}, overlaps: undefined, scheme: false, ...more };
}

/** The draws of the outcomes over services, in the order of the study. */
export function outcomeDraws(options: CohortOptions): Draw[] {
  return Object.entries(options.outcomes).flatMap(([name, outcome]) => {
    const services = outcomeServices(outcome.service);
    if (services.length === 0) return [];
    const { where = {}, overlaps } = outcome;
    return [drawn(options, name, services, outcome, { count: outcomeCount(outcome), where, overlaps })];
  });
}

/** The draws of the refund schemes that name services. */
export function schemeDraws(options: CohortOptions): Draw[] {
  return Object.entries(options.refunds).flatMap(([name, scheme]) => {
    const services = outcomeServices(scheme.services);
    return services.length === 0 ? [] : [drawn(options, name, services, scheme, { scheme: true })];
  });
}

/** The draws behind an outcome: its own, or those of the refund scheme it is a part of. */
export function drawsBehind(options: CohortOptions, outcome: string): readonly Draw[] {
  const { refund } = options.outcomes[outcome];
  const own = outcomeDraws(options);
  if (refund === undefined) return own.filter((draw) => draw.name === outcome);
  const scheme = Object.hasOwn(options.refunds, refund) ? options.refunds[refund] : undefined;
  return scheme?.outcomes !== undefined
    ? own.filter((draw) => scheme.outcomes?.includes(draw.name))
    : schemeDraws(options).filter((draw) => draw.name === refund);
}

/** Services of which two draws may take the same rows: named by both, and no condition of one rules out the other's. */
export function commonServices(a: Draw, b: Draw): string[] {
  if (disjoint(a.where, b.where)) return [];
  const other = new Set(b.services.map(looseText));
  return a.services.filter((service) => other.has(looseText(service)));
}

/** Services of which two outcomes, each by the draws behind it, may take the same rows. */
export function sharedServices(a: readonly Draw[], b: readonly Draw[]): string[] {
  return a.flatMap((x) => b.flatMap((y) => commonServices(x, y)));
}

/** Whether no row can meet both filters, for a condition on one column that they both have. */
function disjoint(a: FilterOptions, b: FilterOptions): boolean {
  return Object.keys(a).some((header) => {
    if (!Object.hasOwn(b, header)) return false;
    const [x, y] = [a[header], b[header]];
    const [xs, ys] = [listed(x), listed(y)];
    if (xs !== undefined && ys !== undefined) return !xs.some((value) => ys.includes(value));
    if (xs !== undefined || ys !== undefined) return false;
    const [p, q] = [x, y] as { from?: string | number; to?: string | number }[];
    return before(p.to, q.from) || before(q.to, p.from);
  });
}

function listed(condition: FilterOptions[string]): string[] | undefined {
  if (Array.isArray(condition)) return condition.map((value) => looseText(String(value)));
  return typeof condition === "object" ? undefined : [looseText(String(condition))];
}

function before(end: string | number | undefined, start: string | number | undefined): boolean {
  return end !== undefined && start !== undefined && typeof end === typeof start && end < start;
}

/** The refund schemes that some outcome is a part of. */
export function usedSchemes({ outcomes, refunds }: CohortOptions): [string, RefundOptions][] {
  const used = new Set(Object.values(outcomes).map(({ refund }) => refund));
  return Object.entries(refunds).filter(([name]) => used.has(name));
}
