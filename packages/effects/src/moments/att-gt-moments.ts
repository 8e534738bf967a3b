import { fail, type Problem, problem } from "@kontrafakt/base";
import { ALWAYS, type CohortMoments, NEVER, pairSums } from "@kontrafakt/cohort";
import { attGtCells } from "../att-gt/att-gt-cells.js";
import { cellKeys } from "../att-gt/cell-keys.js";
import { constantCells } from "../att-gt/constant-cells.js";
import type { Effects, Fit, SampleUse } from "../effects-value.js";
import { withCovariance } from "../inference/with-covariance.js";
import { messages } from "../messages.js";
import { type AttGtOptions, type AttGtOptionsInput, attGtOptions } from "../options/att-gt-options.js";
import { parseOptions } from "../options/parse-options.js";
import { momentFit } from "./moment-fit.js";

/**
 * Group-time effects from sums by cohort made anywhere: read from a file, merged from several places, from aggregated cells or
 * cross-sections. Nothing depends on the number of people, so another base, window or control costs nothing.
 *
 * Strata (of discrete covariates) make parallel trends conditional: an ATT is the mean of those of the strata by the treated's shares at t, which
 * is what regression, weighting and doubly robust estimation all give on indicators of every stratum, so `method` changes nothing.
 * Where people lack periods, means are of whoever has the period (`incomplete: crossSection`), the covariance counts those who have both.
 * Where cells tell nothing of products between periods, every standard error is the largest possible and terms move as one: sums and means
 * with weights of one sign are covered, differences between effects are not (a problem says so). A correlation declared as one number counts
 * as known for one outcome; nothing is declared between outcomes, so that several together have the largest standard errors of sums.
 * `refit` takes one weight a cluster where there are sums by cluster, and refuses otherwise.
 * Source: Callaway & Sant'Anna 2021, doi:10.1016/j.jeconom.2020.12.001.
 * @throws KontrafaktError on options that need persons, unknown names, or where nobody is treated or a control
 */
export function attGtMoments(moments: CohortMoments, input: AttGtOptionsInput = {}): Fit {
  const options = parseOptions(attGtOptions, input);
  const fit = (compat: AttGtOptions["compat"]) => fitOf(moments, { ...options, compat });
  return withCovariance(fit(options.compat), options.inference, options.compat, () => fit("did"));
}

function fitOf(moments: CohortMoments, options: AttGtOptions): Fit {
  refusePersons(moments, options);
  const names = moments.outcomes.map(({ name }) => name);
  const outcomes = (options.outcomes ?? names).map((name) => {
    const k = names.indexOf(name);
    if (k < 0) fail("effects/no-outcome", { option: "outcomes" }, { name, names: names.join(", ") || "none" }, messages);
    return k;
  });
  const problems: Problem[] = [...moments.problems];
  const { group, periods } = groupsOf(moments, options, problems);
  const used = moments.arms.filter((_, a) => group[a] !== ALWAYS);
  if (moments.source === "panel" && used.some((arm) => !arm.complete)) refuseIncomplete(moments, options);
  const groups = Int32Array.from(new Set(group.filter((g) => g !== NEVER && g !== ALWAYS))).sort();
  const [first, last] = [moments.periods.ordinals[0], periods[periods.length - 1]];
  if (groups.length === 0) fail("effects/no-treated", {}, { from: first, to: last }, messages);
  const cells = attGtCells(groups, periods, options, moments.periods.unit);
  const controls = options.control === "never" ? "never" : "not yet";
  const fit = momentFit(
    { moments, group, groups, periods, outcomes, cells, control: options.control, compat: options.compat },
    {
      estimator: `attGt, cohort moments, ${controls} treated, ${options.base} base`,
      use: sampleUse(moments, group, periods.length, outcomes[0]),
      problems,
    },
  );
  const T = moments.periods.ordinals.length;
  const own = outcomes.map((k) => ({ ...moments.outcomes[k], values: moments.shift.subarray(k * T, (k + 1) * T) }));
  const keys = cellKeys(own, cells, periods);
  const told = (effects: Effects): Effects => ({
    ...effects,
    problems: [...effects.problems, ...constantCells(effects, keys, own)],
  });
  return { effects: told(fit.effects), refit: fit.refit, withLevels: () => told((fit.withLevels as () => Effects)()) };
}

function refusePersons(moments: CohortMoments, { covariates, timeVarying, cluster }: AttGtOptions): void {
  if (covariates.length > 0)
    fail("effects/moments-covariates", { option: "covariates" }, { names: covariates.join(", ") }, messages);
  if (timeVarying.length > 0)
    fail("effects/moments-covariates", { option: "timeVarying" }, { names: timeVarying.join(", ") }, messages);
  const name = moments.clusters?.name ?? "unit";
  if (cluster !== name) {
    const code = moments.clusters ? "effects/moments-other-cluster" : "effects/moments-no-cluster";
    fail(code, { option: "cluster" }, { cluster, name }, messages);
  }
}

function refuseIncomplete(moments: CohortMoments, { incomplete }: AttGtOptions): void {
  if (incomplete === "crossSection") return;
  const cohorts = moments.arms.filter((arm) => !arm.complete).length;
  const code = incomplete === "pairwise" ? "effects/moments-pairwise" : "effects/moments-incomplete";
  fail(code, { option: "incomplete" }, { cohorts }, messages);
}

/** Groups of the arms as the estimator sees them, and the periods it uses: as `attGt` does with persons. */
function groupsOf(moments: CohortMoments, { anticipation, control }: AttGtOptions, problems: Problem[]) {
  const all = moments.periods.ordinals;
  const first = all[0];
  let last = all[all.length - 1];
  const group = Int32Array.from(moments.arms, ({ firstTreated: g }) => (g !== ALWAYS && g > last + anticipation ? NEVER : g));
  if (!group.includes(NEVER)) {
    if (control === "never") fail("effects/no-never-treated", { option: "control" }, {}, messages);
    const latest = group.reduce((a, b) => Math.max(a, b), ALWAYS);
    const from = latest - anticipation;
    problems.push(problem("effects/last-group-as-control", "warning", {}, { group: latest, from }));
    for (let a = 0; a < group.length; a++) if (group[a] === latest) group[a] = NEVER;
    last = from - 1;
  }
  let always = 0;
  moments.arms.forEach(({ units }, a) => {
    if (group[a] > first + anticipation) return;
    group[a] = ALWAYS;
    always += units;
  });
  if (always > 0) problems.push(problem("effects/always-treated", "warning", {}, { count: always }));
  const periods = all.filter((t) => t <= last);
  if (periods.length < 2) fail("effects/one-period", {}, { periods: periods.length }, messages);
  return { group, periods };
}

function sampleUse(moments: CohortMoments, group: Int32Array, periods: number, outcome: number): SampleUse {
  const V = moments.shift.length;
  const T = moments.periods.ordinals.length;
  const use = { units: 0, unitsGiven: 0, rows: 0, rowsGiven: 0 };
  moments.arms.forEach((arm, a) => {
    use.unitsGiven += arm.units;
    if (group[a] !== ALWAYS) use.units += arm.units;
    for (let t = 0; t < T; t++) {
      const { n } = pairSums(arm, V, outcome * T + t, outcome * T + t);
      use.rowsGiven += n;
      if (group[a] !== ALWAYS && t < periods) use.rows += n;
    }
  });
  return use;
}
