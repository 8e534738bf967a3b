import type { OutcomeResult, Results } from "@kontrafakt/study";
import type { Chart } from "./chart.js";
import { breakEvenShare } from "./charts/break-even-share.js";
import { claimChart } from "./charts/claim.js";
import { cumulativeNetChart } from "./charts/cumulative-net.js";
import { eventStudy } from "./charts/event-study.js";
import { lovePlot } from "./charts/love-plot.js";
import { naiveChart } from "./charts/naive.js";
import { outcomeEffects } from "./charts/outcome-effects.js";
import { pathsChart } from "./charts/paths.js";
import { payersChart } from "./charts/payers.js";
import { peopleFlow } from "./charts/people-flow.js";
import { periodBalanceChart } from "./charts/period-balance.js";
import { savingsByYear } from "./charts/savings-by-year.js";
import { scoreOverlapChart } from "./charts/score-overlap.js";
import { uncertaintyChart } from "./charts/shares.js";
import { waveBalanceChart } from "./charts/wave-balance.js";
import { codeLabel } from "./code-label.js";
import { covariateLabel } from "./covariate-label.js";
import { type LanguageCode, type Speaker, speakOf } from "./language.js";
import { effectsLevel } from "./levels.js";
import { waveLabel } from "./narrative/balance-lines.js";
import { paybackText } from "./narrative/payback-text.js";
import { sharesText, verdictText } from "./narrative/verdict-text.js";
import { periodWords, perPersonPeriod } from "./outcome-words.js";

/** Every chart of the report, by place. Paths and event studies are one an outcome that is not withheld, in the order of `results.outcomes`. */
export interface ReportCharts {
  readonly claim: Chart;
  readonly flow: Chart;
  readonly love: Chart;
  /** What is left of differences by wave and by period, and the overlap of scores, where it is told. */
  readonly balance: readonly Chart[];
  readonly paths: readonly Chart[];
  readonly outcomes: Chart;
  readonly events: readonly Chart[];
  readonly savings: Chart;
  readonly cumulative: Chart;
  readonly breakEven: Chart;
  readonly uncertainty: Chart;
  readonly payers: Chart;
  readonly simpler: Chart;
}

export function reportCharts(results: Results, language: LanguageCode): ReportCharts {
  const speaker = speakOf(results, language);
  const { savings, verification, outcomes } = results;
  const { many } = periodWords(results, speaker);
  const eventUnit = many.slice(0, 1).toUpperCase() + many.slice(1);
  const level = effectsLevel(results);
  const axes = (o: OutcomeResult, index: number) => ({
    index,
    eventUnit,
    valueUnit: perPersonPeriod(results, o, speaker),
    level,
  });
  const told = outcomes.filter((o) => o.withheld === undefined);
  const used = new Set<string>();
  const unique = (chart: Chart, i: number): Chart => {
    const name = used.has(chart.name) ? `${chart.name}-${i + 1}` : chart.name;
    used.add(name);
    return name === chart.name ? chart : { ...chart, name, spec: { ...chart.spec, usermeta: { name, language } } };
  };
  return {
    claim: claimChart(savings, verification, verdictText(savings, verification, speaker), speaker),
    flow: peopleFlow(results.flow.people, (code) => codeLabel(code, speaker), speaker),
    love: lovePlot(results.balance, speaker, (row) => covariateLabel(row, results, speaker)),
    balance: balanceCharts(results, speaker),
    paths: told.map((o, i) => unique(pathsChart(o, axes(o, i), speaker), i)),
    outcomes: outcomeEffects(told, (o) => perPersonPeriod(results, o, speaker), speaker),
    events: told.map((o, i) => unique(eventStudy(o, axes(o, i), speaker), i)),
    savings: savingsByYear(savings, speaker),
    cumulative: cumulativeNetChart(savings, paybackText(savings, speaker).join(" "), speaker),
    breakEven: breakEvenShare(savings, speaker),
    uncertainty: uncertaintyChart(savings, sharesText(savings, speaker), speaker),
    payers: payersChart(savings, speaker),
    simpler: naiveChart(told, speaker),
  };
}

function balanceCharts(results: Results, speaker: Speaker): Chart[] {
  const { balance, outcomes } = results;
  const { many } = periodWords(results, speaker);
  const label = (name: string): string => speaker.text(outcomes.find((o) => o.name === name)?.label ?? name);
  const all = [
    periodBalanceChart(balance, speaker, label, many.slice(0, 1).toUpperCase() + many.slice(1)),
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

/** Every chart as a named Vega-Lite spec, in the order of the report. */
export function charts(results: Results, language: LanguageCode): Chart[] {
  return Object.values(reportCharts(results, language)).flat() as Chart[];
}
