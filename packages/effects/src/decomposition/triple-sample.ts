import { fail } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import { type AttGtSample, attGtSample } from "../att-gt/att-gt-sample.js";
import { messages } from "../messages.js";
import { attGtOptions } from "../options/att-gt-options.js";
import type { TripleDifferenceOptions } from "../options/triple-difference-options.js";

/** Units of a panel, those the programme is for and those beside them. */
export interface TripleSample extends AttGtSample {
  /** 1 where the unit is eligible. */
  readonly eligible: Uint8Array;
  readonly periodsGiven: number;
}

/** Chooses units as attGt does, those without a value of eligibility left out. @throws KontrafaktError where there is no third difference */
export function tripleSample(panel: Panel, options: TripleDifferenceOptions): TripleSample {
  const { eligible: name, outcomes, covariates, control, anticipation, base, incomplete, cluster } = options;
  const measured = panel.covariates.find((c) => c.name === name);
  const where = { option: "eligible" };
  if (!measured) {
    const names = panel.covariates.map((c) => c.name).join(", ") || "none";
    return fail("effects/no-covariate", where, { name, names }, messages);
  }
  if (covariates.includes(name)) fail("effects/eligible-covariate", { option: "covariates" }, { name }, messages);
  const count = measured.values.reduce((sum, v) => sum + (v === 0 || v === 1 || Number.isNaN(v) ? 0 : 1), 0);
  if (count > 0) fail("effects/eligible-values", where, { name, count }, messages);
  // Units without a value are left out with those that lack a covariate.
  const asCovariate = attGtOptions.parse({
    ...(outcomes && { outcomes }),
    covariates: [...covariates, name],
    control,
    anticipation,
    base,
    incomplete,
    cluster,
  });
  const sample = attGtSample(panel, asCovariate);
  const at = sample.covariates.indexOf(name) + 1;
  const k = sample.k - 1;
  const x = Float64Array.from({ length: sample.n * k }, (_, c) => {
    const j = c % k;
    return sample.x[Math.floor(c / k) * sample.k + (j < at ? j : j + 1)];
  });
  const eligible = Uint8Array.from(sample.unit, (i) => measured.values[i]);
  if (!eligible.includes(1) || !eligible.includes(0)) fail("effects/eligible-all", where, { name }, messages);
  return {
    ...sample,
    covariates: sample.covariates.filter((c) => c !== name),
    x,
    k,
    eligible,
    periodsGiven: panel.periods.ordinals.length,
  };
}
