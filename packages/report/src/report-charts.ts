import type { MatchedResults, Results } from "@kontrafakt/study";
import type { Chart } from "./chart.js";
import { breakEvenShare } from "./charts/break-even-share.js";
import { claimChart } from "./charts/claim.js";
import { cumulativeNetChart } from "./charts/cumulative-net.js";
import { estimatorsChart } from "./charts/estimators.js";
import { eventStudy } from "./charts/event-study.js";
import { gapChart } from "./charts/gap.js";
import { inferenceChart } from "./charts/inference.js";
import { lovePlot } from "./charts/love-plot.js";
import { naiveChart } from "./charts/naive.js";
import { outcomeEffects } from "./charts/outcome-effects.js";
import { pathsChart } from "./charts/paths.js";
import { payersChart } from "./charts/payers.js";
import { payersByYear } from "./charts/payers-by-year.js";
import { peopleFlow } from "./charts/people-flow.js";
import { periodBalanceChart } from "./charts/period-balance.js";
import { savingsByYear } from "./charts/savings-by-year.js";
import { scoreOverlapChart } from "./charts/score-overlap.js";
import { uncertaintyChart } from "./charts/shares.js";
import { subgroupsChart } from "./charts/subgroups.js";
import type { EventAxes } from "./charts/theme.js";
import { tornadoChart } from "./charts/tornado.js";
import { waterfallChart } from "./charts/waterfall.js";
import { waveBalanceChart } from "./charts/wave-balance.js";
import { codeLabel } from "./code-label.js";
import { covariateLabel, covariateName } from "./covariate-label.js";
import { inferenceGroups } from "./inference-rows.js";
import type { Speaker } from "./language.js";
import { effectsLevel } from "./levels.js";
import { waveLabel } from "./narrative/balance-lines.js";
import { gapLines } from "./narrative/gap-text.js";
import { inputName } from "./narrative/input-name.js";
import { paybackText } from "./narrative/payback-text.js";
import { everyShare } from "./narrative/shares-text.js";
import { verdictText } from "./narrative/verdict-text.js";
import { type Outcome, periodWords, perPersonPeriod } from "./outcome-words.js";
import { upperFirst } from "./upper-first.js";

/** Charts of the report of any study, by place. Event studies are one an outcome that is not withheld, in the order of `results.outcomes`. */
export interface CommonCharts {
  readonly claim: Chart;
  /** From the expected saving to lower spending, and why they differ: none or one each, as are those below. */
  readonly waterfall: readonly Chart[];
  readonly gap: readonly Chart[];
  readonly outcomes: Chart;
  readonly events: readonly Chart[];
  readonly savings: Chart;
  readonly cumulative: Chart;
  readonly breakEven: Chart;
  readonly uncertainty: Chart;
  /** What one uncertain input at a time does to the net. */
  readonly tornado: readonly Chart[];
  /** Savings per starter by group, where the study asks for it. */
  readonly subgroups: readonly Chart[];
  readonly payers: Chart;
  /** Net by year of each, where there are several. */
  readonly payersByYear: readonly Chart[];
  /** Limits by several methods, one a figure, where the study asks for them. */
  readonly inference: readonly Chart[];
}

/** Charts of the report of matched people. Paths and estimators are one an outcome that is told. */
export interface MatchedCharts extends CommonCharts {
  readonly flow: Chart;
  readonly love: Chart;
  /** What is left of differences by wave and by period, and the overlap of scores, where it is told. */
  readonly balance: readonly Chart[];
  readonly paths: readonly Chart[];
  readonly simpler: Chart;
  /** Other estimators, where the study asks for them. */
  readonly estimators: readonly Chart[];
}

/** In the order of the report. */
export function commonCharts(results: Results, speaker: Speaker): CommonCharts {
  const { savings, verification } = results;
  const { subgroups = [] } = savings;
  const told = results.outcomes.filter((o) => o.withheld === undefined);
  const methods = inferenceGroups(results, speaker).map((group, i) => inferenceChart(group, i, speaker));
  return {
    claim: claimChart(savings, verification, verdictText(savings, verification, speaker), speaker),
    waterfall: verification.waterfall.length > 0 ? [waterfallChart(verification, savings, speaker)] : [],
    gap: gapLines(results, speaker).length > 0 ? [gapChart(verification, savings, speaker)] : [],
    outcomes: outcomeEffects(told, (o) => perPersonPeriod(results, o, speaker), speaker),
    events: named(told.map((o, i) => eventStudy(o, axes(results, o, i, speaker), speaker))),
    savings: savingsByYear(savings, speaker),
    cumulative: cumulativeNetChart(savings, paybackText(savings, speaker).join(" "), speaker),
    breakEven: breakEvenShare(savings, speaker),
    uncertainty: uncertaintyChart(savings, everyShare(savings, speaker), speaker),
    tornado: savings.tornado.length > 0 ? [tornadoChart(savings, speaker, (bar) => inputName(bar, results, speaker))] : [],
    subgroups:
      subgroups.length > 0 ? [subgroupsChart(subgroups, savings, speaker, (name) => covariateName(name, results, speaker))] : [],
    payers: payersChart(savings, speaker),
    payersByYear: [payersByYear(savings, speaker)].filter((c) => c !== undefined),
    inference: named(methods.filter((c) => c !== undefined)),
  };
}

/** In the order of the report. */
export function matchedCharts(results: MatchedResults, speaker: Speaker): MatchedCharts {
  const { claim, inference, ...later } = commonCharts(results, speaker);
  const told = results.outcomes.filter((o) => o.withheld === undefined);
  const beside = told.map((o, i) => estimatorsChart(o, axes(results, o, i, speaker), speaker));
  return {
    claim,
    flow: peopleFlow(results.flow.people, (code) => codeLabel(code, speaker), speaker),
    love: lovePlot(results.balance, speaker, (row) => covariateLabel(row, results, speaker)),
    balance: balanceCharts(results, speaker),
    paths: named(told.map((o, i) => pathsChart(o, axes(results, o, i, speaker), speaker))),
    ...later,
    simpler: naiveChart(told, speaker),
    estimators: named(beside.filter((c) => c !== undefined)),
    inference,
  };
}

function axes(results: Results, outcome: Outcome, index: number, speaker: Speaker): EventAxes {
  const { many } = periodWords(results, speaker);
  const valueUnit = perPersonPeriod(results, outcome, speaker);
  return { index, eventUnit: upperFirst(many), valueUnit, level: effectsLevel(results) };
}

/** Charts under names of their own, where two outcomes' names have the same letters. */
function named(charts: readonly Chart[]): Chart[] {
  const used = new Set<string>();
  return charts.map((chart, i) => {
    const name = used.has(chart.name) ? `${chart.name}-${i + 1}` : chart.name;
    used.add(name);
    const usermeta = { ...(chart.spec.usermeta as object | undefined), name };
    return name === chart.name ? chart : { ...chart, name, spec: { ...chart.spec, usermeta } };
  });
}

function balanceCharts(results: MatchedResults, speaker: Speaker): Chart[] {
  const { balance, outcomes } = results;
  const { many } = periodWords(results, speaker);
  const label = (name: string): string => speaker.text(outcomes.find((o) => o.name === name)?.label ?? name);
  const all = [
    periodBalanceChart(balance, speaker, label, upperFirst(many)),
    waveBalanceChart(
      balance,
      speaker,
      (row) => covariateLabel(row, results, speaker),
      (ordinal) => waveLabel(results, ordinal, speaker),
    ),
    scoreOverlapChart(balance, speaker),
  ];
  return all.filter((c) => c !== undefined);
}
