import { z } from "zod";
import { describeValue } from "./describe-value.js";
import { planShape } from "./plan/plan-shape.js";
import { inference, moneyResults } from "./results-fault-money.js";
import { count, group, interval, listOf, number, text, verdict, words } from "./results-shapes.js";

const limit = z.number().nullable();
const relative = z
  .looseObject({
    ratio: z.number(),
    counterfactual: z.number(),
    se: z.number(),
    lower: z.number(),
    upper: z.number(),
    fieller: z.looseObject({ shape: z.enum(["between", "outside", "everything"]), lower: limit, upper: limit }),
  })
  .optional();
const files = listOf({ file: text, read: count, used: count, listed: count, reasons: listOf({ code: text, rows: count }) });

/** What the outcomes of every design hold. */
const outcome = {
  name: text,
  label: words,
  unit: text,
  priced: z.boolean(),
  better: z.enum(["lower", "higher"]),
  mean: z.looseObject(interval),
  total: z.looseObject(interval),
  events: listOf({ ...interval, event: z.int(), n: count, role: text }),
  preTrend: group.nullable(),
  relative,
  inference,
};

const beside = {
  name: text,
  estimator: text,
  label: text,
  failed: text.optional(),
  units: count,
  rowsUsed: z.number().optional(),
  averages: listOf({
    type: z.enum(["simple", "dynamic", "group", "calendar"]),
    overall: z.looseObject(interval),
    parts: listOf({ ...interval, at: z.int(), n: count }),
  }),
  missingCells: z.int().optional(),
  randomisation: z.looseObject({ p: z.number(), draws: z.int() }).optional(),
  relative,
  inference,
  decomposition: z
    .looseObject({
      types: listOf({ type: text, weight: z.number(), estimate: number }),
      negative: z.looseObject({ cells: z.int(), of: z.int(), sum: z.number() }),
    })
    .optional(),
};

/** What results of every design hold. */
const common = {
  product: z.looseObject({ name: text, version: text }),
  seed: z.int(),
  study: group,
  title: words,
  municipality: words,
  programme: words,
  inputs: listOf({ role: text, file: text, sha256: text }),
  lock: z.looseObject({
    status: z.enum(["locked", "deviates", "not-locked"]),
    deviations: listOf({ what: text, locked: text, now: text }),
  }),
  periods: z.looseObject({ unit: text, labels: z.array(text), ordinals: z.array(z.int()) }),
  effects: z.looseObject({
    estimator: text,
    clusters: count,
    bounded: z.literal(true).optional(),
    terms: listOf({ outcome: text, kind: z.literal("total"), group: z.int(), year: z.int(), time: z.int() }),
    estimate: z.array(number),
    df: z.array(number),
    covariance: z.array(number),
  }),
  ...moneyResults,
  data: z.looseObject({ files: listOf({ file: text }) }),
  disclosure: z.looseObject({
    rules: listOf({
      owner: text.nullable(),
      files: z.array(text),
      smallCell: z.int(),
      pPercent: z.number(),
      rounding: z.int(),
    }),
    withheld: listOf({ reason: text, figures: z.int() }),
  }),
  problems: listOf({ code: text, severity: z.enum(["error", "warning", "note"]), where: group, params: group }),
};

const matched = z.looseObject({
  ...common,
  design: z.literal("matched"),
  flow: z.looseObject({ files, people: listOf({ code: text, people: count, treated: count }) }),
  waves: listOf({ label: text, ordinal: z.int(), starters: count, matched: count, controls: count, followUp: z.int() }),
  analysed: z.looseObject({ starters: count, matched: count, controls: count, unmatched: count }),
  balance: z.looseObject({
    rows: listOf({ covariate: text, matched: z.boolean(), smdBefore: number, smdAfter: number }),
    waves: z.array(group),
    threshold: number,
    passed: z.boolean(),
  }),
  matching: z.looseObject({
    method: text,
    target: z.enum(["att", "ate", "ato"]).optional(),
    independence: z.enum(["set", "unit"]),
    weights: z.enum(["sets", "estimated", "fixed"]),
    exclude: z.array(text).optional(),
    choice: z
      .looseObject({
        candidates: listOf({
          name: text,
          chosen: z.boolean(),
          failed: text.optional(),
          starters: count.optional(),
          worst: number.optional(),
        }),
      })
      .optional(),
    used: group.optional(),
    peak: z
      .looseObject({
        window: z.tuple([z.int(), z.int()]),
        year: z.int(),
        outcomes: listOf({ outcome: text, size: number, found: z.boolean() }),
      })
      .optional(),
  }),
  bracket: z
    .looseObject({
      gap: z.int(),
      declaredGap: z.int(),
      matched: count,
      outcomes: listOf({ outcome: text, mean: z.looseObject(interval), total: z.looseObject(interval) }),
      evaluated: z.looseObject(interval).optional(),
      verdict: verdict.optional(),
      agrees: z.boolean(),
    })
    .optional(),
  outcomes: listOf({
    ...outcome,
    paths: z.looseObject({
      event: z.array(z.int()),
      treated: z.array(number),
      comparison: z.array(number),
      rest: z.array(number),
    }),
    others: z
      .looseObject({ label: words, source: words, groups: z.int(), people: z.array(z.number()), values: z.array(number) })
      .optional(),
    beside: listOf(beside).optional(),
    naive: z.looseObject({ beforeAfter: number, treatedVersusRest: number }),
  }),
});

const groups = z.looseObject({
  ...common,
  design: z.literal("groups"),
  flow: z.looseObject({ files }),
  groups: z.looseObject({
    source: z.enum(["cells", "cross-sections", "moments", "effects-file"]),
    estimator: text,
    label: text,
    cohorts: listOf({ start: z.int().nullable(), label: text, units: count }),
    covariance: z.enum(["given", "assumed", "conservative"]),
  }),
  outcomes: listOf(outcome),
});

const { verification: _, ...unverified } = common;

const plan = z.looseObject({
  ...unverified,
  design: z.literal("plan"),
  plan: planShape,
  outcomes: listOf(outcome),
});

/** results.json as written: what every reader takes for granted. Fields beyond these are kept as they are. */
const resultsSchema = z.discriminatedUnion("design", [matched, groups, plan]).superRefine(({ effects }, context) => {
  const cells = effects.terms.length;
  const needed = { estimate: cells, df: cells, covariance: (cells * (cells + 1)) / 2 };
  for (const name of ["estimate", "df", "covariance"] as const) {
    const { length } = effects[name];
    if (length === needed[name]) continue;
    const message = `has ${length} values where ${cells} terms need ${needed[name]}`;
    context.addIssue({ code: "custom", path: ["effects", name], message });
  }
});

/** The first thing wrong with a results file, in words; undefined if nothing is. */
export function resultsFault(value: unknown): string | undefined {
  const issue = resultsSchema.safeParse(value).error?.issues[0];
  if (issue === undefined) return undefined;
  const path = issue.path.map((p, i) => (typeof p === "number" ? `[${p}]` : i === 0 ? String(p) : `.${String(p)}`)).join("");
  if (issue.code === "custom") return `${path} ${issue.message}`;
  let here = value;
  for (const step of issue.path) here = (here as Record<PropertyKey, unknown>)[step];
  return here === undefined ? `it has no ${path}` : `${path} is not what it should be (${describeValue(here)})`;
}
