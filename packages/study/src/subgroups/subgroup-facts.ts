import { KontrafaktError, type Problem, problem } from "@kontrafakt/base";
import type { Panel } from "@kontrafakt/cohort";
import { type Effects, waveEffects } from "@kontrafakt/effects";
import { type Comparison, type Matched, TREATED } from "@kontrafakt/matching";
import type { MoneyFiles, StudyFacts } from "@kontrafakt/savings";
import type { FigureRules } from "../disclosure/figure-rules.js";
import { outcomePeople } from "../disclosure/outcome-people.js";
import { isRare } from "../disclosure/published-outcome.js";
import { takeTerms } from "../disclosure/small-cells.js";
import type { Tally } from "../disclosure/tally.js";
import type { Study } from "../options/study-schema.js";
import { type CovariateValues, covariateValues } from "./covariate-values.js";
import { keptStarters } from "./kept-starters.js";
import { countedRows, restrictComparison } from "./restrict-comparison.js";

type Subgroups = NonNullable<StudyFacts["subgroups"]>;

/**
 * Effects on the priced outcomes among the starters with each value of the covariates in `savings.subgroups`: the matched comparison restricted
 * to them, estimated as the study estimates the whole, in the cells that the whole has. Nothing is matched anew.
 *
 * Values of few starters are left out, and so much more that what the whole has beside the subgroups is no few either (`keptStarters`). An
 * outcome that few of one value have is left out of every value of the covariate: it would be the whole's less the others'.
 *
 * @param whole effects of everyone that are told
 */
export function subgroupFacts(
  panel: Panel,
  { comparison }: Matched,
  study: Study,
  money: Pick<MoneyFiles, "prices">,
  whole: Effects,
  rules: FigureRules,
  tally: Tally,
): { readonly subgroups: Subgroups; readonly problems: Problem[] } {
  const priced = new Set(money.prices.filter((p) => !Number.isNaN(p.amount)).map((p) => p.consequence));
  const outcomes = [...new Set(whole.terms.map((t) => t.outcome))].filter((name) => priced.has(name));
  const given: Given = { panel, comparison, study, outcomes, whole, rules, tally, problems: [] };
  const names = outcomes.length === 0 ? [] : [...new Set(study.savings.subgroups)];
  const subgroups = names.flatMap((covariate) => {
    const known = covariateValues(panel, covariate);
    if (known !== undefined) return ofCovariate(given, covariate, known);
    given.problems.push(problem("study/subgroup-one-value", "warning", { option: "savings.subgroups" }, { covariate }));
    return [];
  });
  return { subgroups, problems: given.problems };
}

interface Given {
  readonly panel: Panel;
  readonly comparison: Comparison;
  readonly study: Study;
  readonly outcomes: readonly string[];
  readonly whole: Effects;
  readonly rules: FigureRules;
  readonly tally: Tally;
  readonly problems: Problem[];
}

function ofCovariate(given: Given, covariate: string, { values, of }: CovariateValues): Subgroups {
  const { comparison, rules, tally, problems } = given;
  const { smallCell, rounding } = rules.people;
  const waves = Array.from(comparison.waves);
  const everyone = treatedBy(comparison, waves, values.length, of);
  const enough = everyone.map((n) => n.reduce((a, b) => a + b, 0) >= Math.max(2, smallCell));
  const estimable = values.map((_, v) => (enough[v] ? estimableWaves(given, waves, v, of) : waves.map(() => 0)));
  const matched = comparison.role.reduce((n, role, r) => n + (role === TREATED && comparison.weight[r] > 0 ? 1 : 0), 0);
  const kept = keptStarters(estimable, matched, smallCell);
  const told = values.flatMap((value, v) => {
    const size = kept[v].reduce((a, b) => a + b, 0);
    if (size === 0) return [];
    const sub = restrictComparison(comparison, (wave, own) => own === v && kept[v][waves.indexOf(wave)] > 0, of);
    return [{ value, size, sub, counted: countedRows(sub) }];
  });
  const left = values.length - told.length;
  if (left > 0) {
    tally.add("few", left);
    problems.push(
      problem("study/subgroup-left-out", "note", { option: "savings.subgroups" }, { covariate, threshold: smallCell }),
    );
  }
  const rare = given.outcomes.filter((name) =>
    told.some(({ counted }) => isRare(outcomePeople(given.panel, counted, name), rules.outcome(name))),
  );
  if (rare.length > 0 && told.length > 0) {
    tally.add("few", told.length);
    problems.push(
      problem("study/subgroup-rare", "warning", { option: "savings.subgroups" }, { covariate, outcomes: rare.join(", ") }),
    );
  }
  const outcomes = given.outcomes.filter((name) => !rare.includes(name));
  if (outcomes.length === 0) return [];
  const apart = areApart(
    given,
    told.map(({ counted }) => counted),
  );
  return told.map(({ value, size, sub }) => {
    const fit = waveEffects(given.panel, sub, given.study.effects, outcomes).effects;
    const shared = cellsOf(given.whole);
    const keep = fit.terms.flatMap((t, k) => (shared.has(cellKey(t)) && !Number.isNaN(fit.estimate[k]) ? [k] : []));
    const rounded = rounding > 1 ? Math.max(rounding, Math.round(size / rounding) * rounding) : size;
    if (rounding > 1) tally.add("rounded");
    return {
      covariate,
      value,
      starters: rounding > 1 ? `≈${rounded}` : size,
      size: rounded,
      effects: takeTerms(fit, keep),
      apart,
    };
  });
}

/** Matched starters by value and wave. */
function treatedBy(
  { unit, wave, role, weight }: Comparison,
  waves: readonly number[],
  values: number,
  of: Int32Array,
): number[][] {
  const counts = Array.from({ length: values }, () => waves.map(() => 0));
  unit.forEach((u, r) => {
    if (role[r] === TREATED && weight[r] > 0 && of[u] >= 0) counts[of[u]][waves.indexOf(wave[r])]++;
  });
  return counts;
}

/** Starters with the value who keep a comparison, in the waves where they have every cell from the start on that the whole has. */
function estimableWaves(
  { panel, comparison, study, outcomes, whole }: Given,
  waves: readonly number[],
  value: number,
  of: Int32Array,
): number[] {
  const sub = restrictComparison(comparison, (_, own) => own === value, of);
  if (sub.unit.length === 0) return waves.map(() => 0);
  const after = (effects: Effects) => effects.terms.filter((t) => (t.event ?? -1) >= 0 && outcomes.includes(t.outcome));
  let found: Set<string>;
  try {
    found = cellsOf(waveEffects(panel, sub, study.effects, outcomes).effects);
  } catch (error) {
    // No cell could be estimated among so few.
    if (error instanceof KontrafaktError) return waves.map(() => 0);
    throw error;
  }
  const lacking = new Set(after(whole).flatMap((t) => (found.has(cellKey(t)) ? [] : [t.group])));
  const matched = treatedBy(sub, waves, value + 1, of)[value];
  return waves.map((wave, g) => (lacking.has(wave) ? 0 : matched[g]));
}

const cellKey = ({ outcome, group, time }: Effects["terms"][number]) => JSON.stringify([outcome, group, time]);

function cellsOf({ terms, estimate }: Effects): Set<string> {
  return new Set(terms.flatMap((t, k) => (Number.isNaN(estimate[k]) ? [] : [cellKey(t)])));
}

/** Whether no person, and no cluster taken as dependent, is compared in two of the subgroups, nor weights are estimated from all of them. */
function areApart({ panel, study, comparison }: Given, parts: readonly Comparison[]): boolean {
  if (comparison.estimation !== undefined) return false;
  const clustering = panel.clusterings.find((c) => c.name === study.effects.cluster);
  const seen = new Map<string, number>();
  return parts.every(({ unit }, part) =>
    unit.every((u) => {
      const cluster = clustering === undefined || clustering.of[u] < 0 ? `u${u}` : `c${clustering.of[u]}`;
      const first = seen.get(cluster) ?? part;
      seen.set(cluster, first);
      return first === part;
    }),
  );
}
