import type { Account, KeyFigures, SavingsLine } from "@kontrafakt/savings";
import type { Results } from "../results.js";
import { address, type CalcCell, type CalcSheet, empty, formula, number, type Place, text } from "./calculation-value.js";
import type { CalculationWords } from "./calculation-words.js";
import type { Inputs } from "./input-sheets.js";
import type { Lines } from "./lines-sheet.js";
import { allOf, type Totals, type TotalsColumn, type TotalsRow } from "./totals-sheet.js";

const HEAD = 3;
/** What rounding of sums in another order may come to, relative to the figure. */
const NEAR = 1e-9;

export interface Check {
  readonly sheet: CalcSheet;
  /** How many figures differ. */
  readonly differing: Place;
}

/** Every figure of results.json that follows from the lines, beside what the workbook makes of it. */
export function checkSheet(
  results: Results,
  account: Account,
  inputs: Inputs,
  lines: Lines,
  totals: Totals,
  labelOf: (consequence: string) => string,
  words: CalculationWords,
): Check {
  const name = words.sheets.check;
  const rows: CalcCell[][] = [];
  let off = 0;
  const add: Add = (labels, own, told, style) => {
    const at = HEAD + rows.length;
    const [what, payer, year, basis, consequence] = labels;
    const difference = own.value - told;
    const size = Math.max(1, Math.abs(told));
    const isOff = Math.abs(difference) > NEAR * size ? 1 : 0;
    off += isOff;
    const [mine, given, gap] = [5, 6, 7].map((column) => address(at, column));
    rows.push([
      text(what),
      text(payer),
      year === null ? empty : number(year, "plain"),
      text(basis),
      text(consequence),
      formula(own.at, own.value, style),
      number(told, style),
      formula(`${mine}-${given}`, difference, "number"),
      formula(`IF(ABS(${gap})>${NEAR}*MAX(1,ABS(${given})),1,0)`, isOff, "plain"),
    ]);
  };
  for (const line of results.savings.lines) {
    const own = lineOf(line, account, inputs, lines, totals);
    if (own === undefined) continue;
    const measure = words.check.measures[line.measure];
    const what = line.discounted ? words.check.discounted(measure) : measure;
    const basis = line.basis === "assumed" ? words.assumed : words.observed;
    add(
      [what, line.payer ?? allOf(account, words), line.year, basis, line.consequence === null ? "" : labelOf(line.consequence)],
      own,
      line.figure.estimate,
      "amount",
    );
  }
  for (const figures of results.savings.figures) addKeyFigures(figures, account, totals, words, add);
  const sheet: CalcSheet = {
    name,
    widths: [34, 24, 8, 22, 26, 18, 18, 16, 10],
    sticky: HEAD,
    rows: [[text(words.check.about, "note")], [empty], words.check.heads.map((word) => text(word, "head")), ...rows],
  };
  const last = HEAD + Math.max(1, rows.length) - 1;
  return { sheet, differing: { at: `SUM(${address(HEAD, 8, name)}:${address(last, 8)})`, value: off } };
}

const COLUMN: Readonly<Record<SavingsLine["measure"], readonly [TotalsColumn, TotalsColumn]>> = {
  gross: ["gross", "grossPV"],
  cashable: ["cashable", "cashablePV"],
  cost: ["cost", "costPV"],
  net: ["net", "netPV"],
  cumulativeNet: ["cumulative", "cumulativePV"],
};

/** Where the workbook has a line of the results; undefined where it has no such sum, or carries the amount over as a value. */
function lineOf(line: SavingsLine, { sums }: Account, inputs: Inputs, lines: Lines, { payers }: Totals): Place | undefined {
  const { measure, payer, year, consequence, discounted, basis } = line;
  const isAssumed = basis === "assumed";
  const y = sums.years.findIndex((own, at) => own === year && (sums.assumed[at] === 1) === isAssumed);
  if (measure === "cashable" && lines.drawn(payer, consequence)) return undefined;
  if (consequence !== null) {
    if (payer === null || year === null || (measure !== "gross" && measure !== "cashable")) return undefined;
    const own = lines.money(measure, payer, y, consequence);
    const factor = inputs.factors.get(year);
    if (own === undefined || factor === undefined || !discounted) return own;
    return { at: `(${own.at})*${factor.at}`, value: own.value * factor.value };
  }
  const own = payers.find((of) => of.payer === payer);
  const row: TotalsRow | undefined = year !== null ? own?.years[y] : isAssumed ? own?.sums.assumed : own?.sums.observed;
  if (measure === "cumulativeNet" && year === null) return undefined;
  return row?.[COLUMN[measure][discounted ? 1 : 0]];
}

type NumberStyle = "amount" | "plain" | "factor";
type Labels = readonly [what: string, payer: string, year: number | null, basis: string, consequence: string];
type Add = (labels: Labels, own: Place, told: number, style: NumberStyle) => void;

/** Those of one payer and of all public payers together; society's rest on the country's rules for taxes and stand in the report. */
function addKeyFigures(
  figures: KeyFigures,
  { payers, kinds, sums }: Account,
  totals: Totals,
  words: CalculationWords,
  add: Add,
): void {
  if (figures.account === "society") return;
  const chosen = payers.filter((payer, k) => (figures.account === "payer" ? payer === figures.payer : PUBLIC.has(kinds[k])));
  const own = totals.payers.filter(({ payer }) =>
    chosen.length === payers.length ? payer === null : payer !== null && chosen.includes(payer),
  );
  if (own.length === 0) return;
  const observed = figures.horizon === "observed";
  const place = (column: TotalsColumn): Place => {
    const cells = own.map(({ sums }) => (observed ? sums.observed : sums.all)[column]);
    return { at: cells.map(({ at }) => at).join("+"), value: cells.reduce((sum, { value }) => sum + value, 0) };
  };
  const who = figures.account === "payer" ? (figures.payer ?? "") : words.publicPayers;
  const basis = observed ? words.observed : words.sumWithAssumed;
  const { measures, discounted, benefitCostRatio, payback } = words.check;
  const one = (what: string, of: Place, told: number, style: NumberStyle = "amount") =>
    add([what, who, null, basis, ""], of, told, style);
  const [benefit, cost] = [place("grossPV"), place("costPV")];
  one(discounted(measures.gross), benefit, figures.benefit.estimate);
  one(discounted(measures.cost), cost, figures.cost.estimate);
  one(discounted(measures.net), place("netPV"), figures.netPresentValue.estimate);
  one(measures.net, place("net"), figures.net.estimate);
  if (figures.benefitCostRatio !== null && cost.value !== 0) {
    const ratio = { at: `(${benefit.at})/(${cost.at})`, value: benefit.value / cost.value };
    one(benefitCostRatio, ratio, figures.benefitCostRatio.estimate, "factor");
  }
  // Years are counted to the end of the totals, which is that of the observed years only where nothing is assumed after them.
  const toTheEnd = observed === !sums.assumed.includes(1);
  if (own.length !== 1 || !toTheEnd) return;
  const last = sums.years[sums.years.length - 1];
  for (const [label, of, told] of [
    [payback, own[0].payback.plain, figures.payback.plain],
    [discounted(payback), own[0].payback.discounted, figures.payback.discounted],
  ] as const) {
    if (told !== null) one(label, { at: `${last + 1}-${of.at}`, value: last + 1 - of.value }, told, "plain");
  }
}

const PUBLIC: ReadonlySet<string> = new Set(["municipality", "region", "state", "fund"]);
