import { perStarterUnit } from "../charts/subgroups.js";
import { covariateName } from "../covariate-label.js";
import { numberOf } from "../format.js";
import { type Html, html } from "../html.js";
import { MONEY_LEVEL } from "../levels.js";
import { subgroupLines } from "../narrative/subgroup-text.js";
import { amounts } from "./amounts.js";
import type { Page } from "./page.js";
import { list, section, table } from "./table.js";

const n = { numeric: true };

/** Whether the study asks for savings of subgroups, and any may be told. */
export function saysSubgroups({ results }: Pick<Page, "results">): boolean {
  return (results.savings.subgroups ?? []).length > 0;
}

/** Savings by the values of characteristics that the study named; in no verdict. */
export function subgroupsSection({ results, speaker, charts, figure: chartOf }: Page): Html {
  const { savings } = results;
  const { subgroups = [], currency } = savings;
  const { subgroups: say } = speaker.words.pricing;
  const { figure, unit } = amounts(speaker, currency);
  const { scale, unit: eachUnit } = perStarterUnit(subgroups, currency, speaker);
  const each = (x: unknown) => speaker.number(numberOf(x) / scale, 0);
  return section(
    "subgroups",
    speaker.words.heading.subgroups,
    [say.lead],
    list(subgroupLines(results, speaker)),
    html`${charts.subgroups.map((c) => chartOf(c.name))}`,
    table(
      `${say.caption} (${unit}; ${speaker.words.chart.interval(speaker.percent(MONEY_LEVEL))})`,
      [
        { name: say.table.covariate },
        { name: say.table.value },
        { name: say.table.starters, ...n },
        { name: say.table.total, ...n },
        { name: `${say.table.perStarter} (${eachUnit})`, ...n },
      ],
      subgroups.map((s) => [
        covariateName(s.covariate, results, speaker),
        s.value,
        s.starters === null ? "–" : speaker.count(s.starters),
        figure(s.total),
        `${each(s.perStarter.estimate)} (${speaker.range(each(s.perStarter.lower), each(s.perStarter.upper))})`,
      ]),
    ),
  );
}
