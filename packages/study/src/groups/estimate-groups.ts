import { fail, type Problem } from "@kontrafakt/base";
import { ALWAYS, type CohortMoments, type CrossSections, NEVER } from "@kontrafakt/cohort";
import { type Effects, type Fit, fitEstimator, type Term } from "@kontrafakt/effects";
import { coarseDegrees } from "../disclosure/coarse-degrees.js";
import type { FigureRules } from "../disclosure/figure-rules.js";
import { withTotalSpend } from "../disclosure/rare-outcomes.js";
import { takeTerms } from "../disclosure/small-cells.js";
import { few } from "../disclosure/tell.js";
import { takeFit } from "../inference/take-fit.js";
import { messages } from "../messages.js";
import type { GroupStudy } from "../options/group-study-schema.js";
import { withPeriods } from "../with-periods.js";
import { atOption, withOption } from "./at-option.js";
import type { GroupData } from "./group-data.js";
import { isRareInGroups } from "./rare-groups.js";
import { withoutCohorts } from "./without-cohorts.js";

/** Effects of a study of groups, and those of them that may be told. */
export interface GroupEstimate {
  /** The cells that may be told and have an estimate, ready to be fitted again; absent for effects from a file. */
  readonly fit?: Fit;
  /** Cells that may be told, with their joint covariance; outcomes that few have are among them. */
  readonly effects: Effects;
  /** The same with the mean of the treated beside each, where the estimator has it. */
  readonly levels?: Effects;
  /** Outcomes that so few people have that nothing of them may be told. */
  readonly rare: readonly string[];
  /** Cells left out for their few people. */
  readonly left: number;
  readonly problems: readonly Problem[];
}

/**
 * Group-time effects from sums or rows, or those that a file holds. Cohorts that few people are in are left out of the data first.
 *
 * @throws KontrafaktError where nothing can be estimated, or what is left is too few people's to be told
 */
export async function estimateGroups(groups: GroupData, study: GroupStudy, rules: FigureRules): Promise<GroupEstimate> {
  const { smallCell } = rules.people;
  const { data, cohorts, source, outcomes, periods } = groups;
  const small = cohorts.filter(({ units }) => few(units, smallCell)).map(({ start }) => start);
  const where = { option: "report.smallCell" };
  if (small.includes(NEVER)) fail("study/groups-few-controls", where, { threshold: smallCell }, messages);
  const treated = cohorts.filter(({ start }) => start !== NEVER);
  if (treated.length > 0 && treated.every(({ start }) => small.includes(start)))
    fail("study/groups-no-cells", where, { threshold: smallCell }, messages);
  const out = new Set(few(groups.always, smallCell) ? [...small, ALWAYS] : small);
  const told = data.kind === "effects" ? data : withoutCohorts(data, out);
  const found: Awaited<ReturnType<typeof fitted>> = told.kind === "effects" ? { effects: told } : await fitted(told, study);
  const isCell = ({ kind, group }: Term) => kind === "cell" && group !== undefined;
  const isTold = (t: Term) => isCell(t) && t.n >= smallCell && !small.includes(t.group as number);
  const effects = keep(found.effects, isTold);
  if (effects.terms.length === 0) fail("study/groups-no-cells", where, { threshold: smallCell }, messages);
  const names = [...new Set(effects.terms.map(({ outcome }) => outcome))];
  const option = "groups.estimator";
  const unfitted = data.kind === "effects" ? 0 : small.length * outcomes.length * (periods.ordinals.length - 1);
  return {
    effects: smallCell > 1 && clustersArePeople(told, study) ? coarseDegrees(effects) : effects,
    ...(found.fit && { fit: takeFit(found.fit, placesOf(found.fit.effects, isTold)) }),
    ...(found.levels && { levels: keep(found.levels, isTold) }),
    rare: withTotalSpend(
      names.filter((name) => isRareInGroups({ source, data: told }, name, rules.outcome(name))),
      names,
      study.savings,
    ),
    left: found.effects.terms.filter(isCell).length - effects.terms.length + unfitted,
    problems:
      data.kind === "effects"
        ? []
        : found.effects.problems
            .filter((p) => !groups.problems.some((q) => isSame(p, q)))
            .map((p) => ({ ...atOption(option, p), params: withPeriods(p, groups.periods.unit) })),
  };
}

/** Effects carry what was said of their data, which is told with the data already. */
function isSame(a: Problem, b: Problem): boolean {
  return a.code === b.code && JSON.stringify(a.params) === JSON.stringify(b.params);
}

/** Whether degrees of freedom count people, and not places or what others have let out. */
export function clustersArePeople(data: GroupData["data"], { groups: { estimator } }: GroupStudy): boolean {
  if (data.kind === "effects") return false;
  if (data.kind === "cohort-moments") return data.source !== "cells" && data.clusters === undefined;
  return estimator?.estimator !== "attGt" || estimator.cluster === "unit" || estimator.cluster === "person";
}

async function fitted(
  data: CohortMoments | CrossSections,
  { groups }: GroupStudy,
): Promise<{ readonly effects: Effects; readonly levels?: Effects; readonly fit?: Fit }> {
  const { estimator } = groups;
  if (estimator === undefined) return fail("study/groups-estimator-missing", { option: "groups" }, {}, messages);
  const fit = await withOption("groups.estimator", () => fitEstimator(data, estimator), data.periods.unit);
  const { inference } = fit.effects;
  if (inference?.covariance === "none") {
    const where = { option: "groups.estimator.cluster" };
    fail("study/groups-one-treated-cluster", where, { cluster: inference.by.join(", ") }, messages);
  }
  return { effects: fit.effects, levels: fit.withLevels?.(), fit };
}

function keep(effects: Effects, wanted: (term: Term) => boolean): Effects {
  return takeTerms(effects, placesOf(effects, wanted));
}

const placesOf = ({ terms }: Effects, wanted: (term: Term) => boolean): number[] =>
  terms.flatMap((term, k) => (wanted(term) ? [k] : []));
