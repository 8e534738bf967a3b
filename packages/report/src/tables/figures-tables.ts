import { covariateName } from "../covariate-label.js";
import { numberOf as n } from "../format.js";
import { MONEY_LEVEL } from "../levels.js";
import { inputName } from "../narrative/input-name.js";
import { accountName } from "../narrative/worth-text.js";
import { outcomeLabel } from "../sections/amounts.js";
import type { Make } from "../table-rows.js";

/** "Lower" and "Upper" after a heading. */
export const limitsOf = (name: string, words: { readonly lower: string; readonly upper: string }): string[] => [
  `${name}, ${words.lower.toLowerCase()}`,
  `${name}, ${words.upper.toLowerCase()}`,
];

const figuresTable: Make = (results, speaker) => {
  const { worth, table: t } = speaker.words;
  const level = speaker.percent(MONEY_LEVEL);
  return {
    name: "figures",
    header: [
      worth.table.account,
      worth.table.horizon,
      worth.table.benefit,
      worth.table.cost,
      worth.table.npv(level),
      ...limitsOf(worth.table.npv(level), t),
      worth.table.net,
      ...limitsOf(worth.table.net, t),
      worth.table.ratio(level),
      ...limitsOf(worth.table.ratio(level), t),
      worth.table.shape,
      worth.table.returnOnCost,
      ...limitsOf(worth.table.returnOnCost, t),
      worth.table.internalRate,
      worth.table.reason,
      worth.table.payback,
      worth.table.paybackDiscounted,
      worth.table.mvpf,
      ...limitsOf(worth.table.mvpf, t),
    ],
    rows: results.savings.figures.map((f) => {
      const { benefitCostRatio: ratio, returnOnCost, marginalValueOfPublicFunds: mvpf } = f;
      return [
        accountName(f, speaker),
        worth.horizon[f.horizon],
        n(f.benefit.estimate),
        n(f.cost.estimate),
        ...[f.netPresentValue, f.net].flatMap((x) => [n(x.estimate), n(x.lower), n(x.upper)]),
        n(ratio?.estimate),
        n(ratio?.lower),
        n(ratio?.upper),
        ratio === null ? worth.noCost : worth.shape[ratio.shape],
        n(returnOnCost?.estimate),
        n(returnOnCost?.lower),
        n(returnOnCost?.upper),
        n(f.internalRate.rate),
        worth.noRate[f.internalRate.reason],
        f.payback.plain,
        f.payback.discounted,
        n(mvpf?.estimate),
        n(mvpf?.lower),
        n(mvpf?.upper),
      ];
    }),
  };
};

const switchingTable: Make = (results, speaker) => {
  const { worth, table: t } = speaker.words;
  return {
    name: "switching",
    header: [
      worth.table.account,
      worth.table.horizon,
      worth.table.input,
      t.consequence,
      t.unit,
      worth.table.now,
      worth.table.value,
    ],
    rows: results.savings.figures.flatMap((f) =>
      f.switching.map((s) => [
        accountName(f, speaker),
        worth.horizon[f.horizon],
        worth.input[s.input],
        s.consequence === undefined ? "" : outcomeLabel(results, s.consequence, speaker),
        speaker.unit(s.unit),
        n(s.now),
        n(s.value),
      ]),
    ),
  };
};

const sharesTable: Make = (results, speaker) => {
  const { depends, source } = speaker.words;
  return {
    name: "uncertainty",
    header: [depends.table.source, depends.table.share, depends.table.error],
    rows: results.savings.shares.map((s) => [source[s.source], n(s.share), 100 * n(s.error)]),
  };
};

const tornadoTable: Make = (results, speaker) => {
  const { depends } = speaker.words;
  return {
    name: "tornado",
    header: [depends.table.input, depends.table.low, depends.table.high],
    rows: results.savings.tornado.map((bar) => [inputName(bar, results, speaker), n(bar.low), n(bar.high)]),
  };
};

const scaledTable: Make = (results, speaker) => {
  const { worth, table: t } = speaker.words;
  return {
    name: "scaled",
    header: [worth.table.starters, t.gross, ...limitsOf(t.gross, t), t.cost, t.net, ...limitsOf(t.net, t)],
    rows: (results.savings.scaled ?? []).map((s) => [
      s.starters,
      n(s.gross.estimate),
      n(s.gross.lower),
      n(s.gross.upper),
      n(s.cost),
      n(s.net.estimate),
      n(s.net.lower),
      n(s.net.upper),
    ]),
  };
};

const subgroupsTable: Make = (results, speaker) => {
  const { table: t, pricing } = speaker.words;
  const { table: say } = pricing.subgroups;
  return {
    name: "subgroups",
    header: [
      say.covariate,
      say.value,
      say.starters,
      say.total,
      ...limitsOf(say.total, t),
      say.perStarter,
      ...limitsOf(say.perStarter, t),
      say.p,
      say.adjusted,
    ],
    rows: (results.savings.subgroups ?? []).map((s) => [
      covariateName(s.covariate, results, speaker),
      s.value,
      s.starters,
      ...[s.total, s.perStarter].flatMap((x) => [n(x.estimate), n(x.lower), n(x.upper)]),
      n(s.alike?.p),
      n(s.alike?.adjusted),
    ]),
  };
};

/** What the programme is worth, and what that depends on. Those without rows are not written. */
export const figuresTables: readonly Make[] = [
  figuresTable,
  switchingTable,
  sharesTable,
  tornadoTable,
  scaledTable,
  subgroupsTable,
];
