import { canonicalJson, fail } from "@kontrafakt/base";
import { z } from "zod";
import { messages } from "../messages.js";
import { type CohortMoments, variableCount } from "./moments.js";

/** Format version of moments in JSON. */
const VERSION = 1;

const int = z.int();
/** A number as canonical JSON writes it: NaN is null. */
const numbers = z.array(z.union([z.number(), z.null()])).transform((list) => Float64Array.from(list, (x) => x ?? Number.NaN));
const ordinals = z.array(int).transform((list) => Int32Array.from(list));
const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const products = z.strictObject({ ww: numbers, wwy: numbers, wwyy: numbers });

const momentsSchema = z.strictObject({
  kind: z.literal("cohort-moments"),
  version: z.literal(VERSION),
  source: z.enum(["panel", "cross-sections", "cells"]),
  periods: z.strictObject({ unit: z.enum(["month", "quarter", "year", "ordinal"]), ordinals }),
  outcomes: z.array(z.strictObject({ name: z.string(), unit: z.string() })),
  strata: z.array(z.string()),
  shift: numbers,
  arms: z.array(
    z.strictObject({
      firstTreated: int,
      stratum: int,
      units: z.number(),
      complete: z.boolean(),
      n: numbers,
      w: numbers,
      wy: numbers,
      nonZero: numbers,
      products: products.optional(),
    }),
  ),
  covariance: z.enum(["given", "assumed", "conservative"]),
  correlation: z.tuple([z.number(), z.number()]).optional(),
  clusters: z
    .strictObject({
      name: z.string(),
      labels: z.array(z.string()),
      cluster: ordinals,
      arm: ordinals,
      n: numbers,
      w: numbers,
      wy: numbers,
    })
    .optional(),
  problems: z.array(
    z.strictObject({
      kind: z.literal("problem"),
      code: z.string(),
      severity: z.enum(["error", "warning", "note"]),
      where: z.strictObject({
        file: z.string().optional(),
        row: int.optional(),
        column: z.string().optional(),
        option: z.string().optional(),
        line: int.optional(),
        character: int.optional(),
      }),
      params: z.record(z.string(), value),
    }),
  ),
});

/** Moments as JSON whose bytes depend on their value alone, to be exchanged; `readMoments` reads them back to the same bits. */
export function momentsJson(m: CohortMoments): string {
  return canonicalJson({ ...m, version: VERSION });
}

/** @throws KontrafaktError where the text holds no moments, or arrays of the wrong length */
export function readMoments(text: string, file?: string): CohortMoments {
  const where = file === undefined ? {} : { file };
  const refuse = (fault: string): never => fail("cohort/moments-unreadable", where, { fault }, messages);
  let raw: unknown;
  try {
    raw = JSON.parse(text);
  } catch {
    return refuse("it is no JSON");
  }
  const parsed = momentsSchema.safeParse(raw);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return refuse(`${issue.path.join(".")} ${issue.message}`.trim());
  }
  const { version: _, ...read } = parsed.data;
  const m = read as CohortMoments;
  const fault = lengthFault(m);
  return fault === undefined ? m : refuse(fault);
}

function lengthFault(m: CohortMoments): string | undefined {
  const V = variableCount(m);
  const pairs = (V * (V + 1)) / 2;
  const wrong = (what: string, values: ArrayLike<number>, length: number) =>
    values.length === length ? undefined : `${what} has ${values.length} values where ${length} are needed`;
  if (m.periods.ordinals.some((o, t, all) => t > 0 && o <= all[t - 1])) return "periods are not in order";
  const found = [wrong("shift", m.shift, V)];
  m.arms.forEach((arm, a) => {
    const at = `arms.${a}`;
    const { complete, products: p } = arm;
    const count = complete ? 1 : p ? pairs : V;
    const sums = complete || !p ? V : V * V;
    found.push(wrong(`${at}.n`, arm.n, count), wrong(`${at}.w`, arm.w, count), wrong(`${at}.wy`, arm.wy, sums));
    found.push(wrong(`${at}.nonZero`, arm.nonZero, V));
    if (p) {
      found.push(wrong(`${at}.products.ww`, p.ww, count), wrong(`${at}.products.wwy`, p.wwy, sums));
      found.push(wrong(`${at}.products.wwyy`, p.wwyy, pairs));
    } else if (m.clusters === undefined) found.push(`${at} has neither products nor clusters`);
    if (m.strata[arm.stratum] === undefined) found.push(`${at}.stratum is ${arm.stratum} of ${m.strata.length}`);
  });
  const { clusters } = m;
  if (clusters !== undefined) {
    const rows = clusters.cluster.length;
    found.push(wrong("clusters.arm", clusters.arm, rows));
    for (const name of ["n", "w", "wy"] as const) found.push(wrong(`clusters.${name}`, clusters[name], rows * V));
    if (clusters.cluster.some((c) => clusters.labels[c] === undefined)) found.push("a cluster has no label");
    if (clusters.arm.some((a) => m.arms[a] === undefined)) found.push("a cluster has no arm");
  }
  return found.find((fault) => fault !== undefined);
}
