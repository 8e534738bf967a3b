import { dayFromIso, NO_DAY, type Params, periodOfDay } from "@kontrafakt/base";
import type { CohortOptions } from "./cohort-shape.js";
import { schemeDraws, usedSchemes } from "./outcome-draws.js";
import { outcomeCount, outcomeServices } from "./outcome-options.js";
import type { RefundOptions } from "./refund-options.js";
import { drawProblems } from "./service-problems.js";
import { servicesBlocks } from "./services-options.js";

type Path = readonly (string | number)[];
type Add = (path: Path, code: `cohort/${string}`, params: Params) => void;

/** Rules of the refund schemes and of the outcomes that are a part of one. */
export function refundProblems(options: CohortOptions, add: Add): void {
  const { outcomes, refunds } = options;
  const known = Object.keys(refunds).join(", ") || "none";
  const parts = new Map<string, string>();
  for (const [name, { refund, side, unit }] of Object.entries(outcomes)) {
    const path = ["outcomes", name];
    if (refund === undefined) {
      if (side !== undefined) add([...path, "side"], "cohort/side-needs-refund", { outcome: name });
      continue;
    }
    if (!Object.hasOwn(refunds, refund)) add([...path, "refund"], "cohort/refund-unknown", { outcome: name, refund, known });
    if (unit === "days") add([...path, "unit"], "cohort/refund-is-money", { outcome: name });
    const part = `${refund} ${side ?? "municipality"}`;
    const other = parts.get(part);
    if (other !== undefined) add([...path, "refund"], "cohort/refund-part-twice", { outcome: name, other, refund });
    parts.set(part, name);
  }
  const used = new Set(usedSchemes(options).map(([name]) => name));
  for (const [name, scheme] of Object.entries(refunds)) {
    const path = ["refunds", name];
    if (!used.has(name)) add(path, "cohort/refund-unused", { refund: name });
    schemeProblems(name, scheme, path, options, add);
  }
}

function schemeProblems(name: string, scheme: RefundOptions, path: Path, options: CohortOptions, add: Add): void {
  const { services, outcomes, rates, per } = scheme;
  if ((services === undefined) === (outcomes === undefined)) add(path, "cohort/refund-of-what", { refund: name });
  for (const option of ["block", "amountFrom"] as const) {
    if (services === undefined && scheme[option] !== undefined)
      add([...path, option], "cohort/refund-option-needs-services", { refund: name, option });
  }
  for (const outcome of outcomes ?? []) {
    const of = Object.hasOwn(options.outcomes, outcome) ? options.outcomes[outcome] : undefined;
    if (of === undefined || of.refund !== undefined || of.service === undefined || outcomeCount(of) !== "amount")
      add([...path, "outcomes"], "cohort/refund-outcome-no-amount", { refund: name, outcome });
  }
  if (services !== undefined && options.services === undefined)
    add([...path, "services"], "cohort/services-needed", { outcome: name });
  for (const service of outcomeServices(services)) {
    if (service === options.programmeService)
      add([...path, "services"], "cohort/programme-is-outcome", { outcome: name, service });
  }
  const draw = schemeDraws(options).find((d) => d.name === name);
  if (draw !== undefined && options.services !== undefined)
    drawProblems(draw, scheme.block, path, servicesBlocks(options.services), add);
  if (per === "household" && options.people.household === undefined)
    add([...path, "per"], "cohort/refund-needs-household", { refund: name });
  rates.forEach((rate, r) => {
    const at = [...path, "rates", r];
    if (r > 0 && !(rates[r - 1].from < rate.from))
      add([...at, "from"], "cohort/rates-not-ascending", { refund: name, before: rates[r - 1].from, year: rate.from });
    rate.steps.forEach((step, s) => {
      const before = rate.steps[s - 1]?.above;
      if (before !== undefined && !(before < step.above))
        add([...at, "steps", s, "above"], "cohort/steps-not-ascending", { refund: name, before, above: step.above });
    });
  });
  const from = dayFromIso(options.from);
  if (from === NO_DAY) return;
  const first = periodOfDay(from, "year");
  if (first < rates[0].from) add([...path, "rates"], "cohort/rates-begin-late", { refund: name, from: rates[0].from, first });
}
