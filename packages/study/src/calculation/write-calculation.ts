import type { PeriodUnit } from "@kontrafakt/base";
import { type Account, openAccount, savingsOptions } from "@kontrafakt/savings";
import type { Cell, Feature, Sheet } from "write-excel-file/universal";
import { effectsOf } from "../disclosure/yearly-sums.js";
import type { Results, Text } from "../results.js";
import { declareEncoding } from "../workbook/declare-encoding.js";
import { cellName } from "../workbook/parse-workbook.js";
import { withHeight } from "../workbook/row-height.js";
import { sheetFeatures } from "../workbook/sheet-features.js";
import { type CalcCell, type CalcSheet, type CellStyle, empty, formula, number, type Place, text } from "./calculation-value.js";
import { type CalculationWords, calculationWords } from "./calculation-words.js";
import { checkSheet } from "./check-sheet.js";
import { inputSheets } from "./input-sheets.js";
import { linesSheet } from "./lines-sheet.js";
import { totalsSheet } from "./totals-sheet.js";

/**
 * The money of a study as a workbook with live formulas, for an auditor: people × effect × price × share × discount factor line by line, their
 * sums, and every figure of results.json beside what the formulas make of it. It needs results.json alone; same results, same bytes.
 */
export async function writeCalculation(results: Results, language: "en" | "da"): Promise<Uint8Array> {
  const { default: writeXlsx } = await import("write-excel-file/universal");
  const sheets = calculationSheets(results, language);
  const written = sheets.map(
    ({ name, widths, sticky, rows }): Sheet<Blob> => ({
      data: rows.map((row) => (row[0]?.style === "head" ? withHeight(row.map(cellOf), widths, 1) : row.map(cellOf))),
      sheet: name,
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: sticky,
      orientation: "landscape",
    }),
  );
  const plain = sheets.map(() => ({ dropDowns: [], folded: new Set<number>(), isHidden: false }));
  const features = [sheetFeatures(plain), knownValues(sheets)];
  const blob = await writeXlsx(written, { features, fontFamily: "Calibri", fontSize: 11 }).toBlob();
  return declareEncoding(new Uint8Array(await blob.arrayBuffer()));
}

function calculationSheets(results: Results, language: "en" | "da"): CalcSheet[] {
  const words = calculationWords[language];
  const { unit, ordinals } = results.periods;
  const account = openAccount(
    effectsOf(results),
    { kind: "money-files", ...results.money, problems: [] },
    savingsOptions.parse(results.study.savings),
    { unit: unit as PeriodUnit, ordinals: Int32Array.from(ordinals) },
    results.money.facts,
  );
  const labels = new Map(results.outcomes.map(({ name, label }) => [name, textIn(label, language)]));
  const labelOf = (consequence: string) => labels.get(consequence) ?? consequence;
  const inputs = inputSheets(results, account.sums.years, labelOf, words);
  const people = peopleOf(results, words);
  const lines = linesSheet(results, account, inputs, people, labelOf, words);
  const totals = totalsSheet(results, account, inputs, lines, words);
  const check = checkSheet(results, account, inputs, lines, totals, labelOf, words);
  const hasDrawn = lines.drawn(null, null);
  const left = leftOut(results, account, labelOf, words);
  const overview = overviewSheet(results, people, check.differing, left, hasDrawn, language, words);
  return [overview, lines.sheet, totals.sheet, check.sheet, ...inputs.sheets];
}

const PEOPLE_ROW = 9;

/** Matched starters where their number is told; without it lines have the change of all of them and 1 person. */
function peopleOf(results: Results, words: CalculationWords): Place {
  const told = results.design === "matched" ? results.analysed.matched : undefined;
  const value = typeof told === "number" && told > 0 ? told : 1;
  return { at: `${words.sheets.overview}!$B$${PEOPLE_ROW + 1}`, value };
}

/** What no figure holds: outcomes that are told beside the money, and payers whose price nobody has stated. */
function leftOut(
  results: Results,
  account: Account,
  labelOf: (consequence: string) => string,
  words: CalculationWords,
): string[] {
  const priced = new Set(results.money.prices.map((row) => row.consequence));
  const unpriced = results.outcomes.map(({ name }) => name).filter((name) => !priced.has(name));
  const unknown = account.prices.notMeasured.map(({ payer, consequence }) => `${payer}, ${labelOf(consequence)}`);
  const lines = [
    ...(unpriced.length > 0 ? [words.unpriced(unpriced.map(labelOf).join(", "))] : []),
    ...(unknown.length > 0 ? [words.unknown(unknown.join("; "))] : []),
  ];
  return lines.length > 0 ? lines : [words.nothingLeft];
}

function overviewSheet(
  results: Results,
  people: Place,
  differing: Place,
  left: readonly string[],
  hasDrawn: boolean,
  language: "en" | "da",
  words: CalculationWords,
): CalcSheet {
  const { currency, priceYear, discount } = results.savings;
  const isTold = results.design === "matched" && results.analysed.matched === people.value;
  const rows: CalcCell[][] = [
    [text(`${words.title}: ${textIn(results.title, language)}`, "title")],
    ...words.about.map((line) => [text(line, "note")]),
    [empty],
    [text(words.programme), text(textIn(results.programme, language))],
    [text(words.currency), text(currency)],
    [text(words.priceYear), number(priceYear, "plain")],
    [text(words.baseYear), number(discount.baseYear, "plain")],
    [text(words.rateSource), text(discount.source)],
    [text(words.people), number(people.value, "plain"), text(isTold ? "" : words.withheld, "note")],
    [empty],
    [
      text(words.differing, "total"),
      formula(differing.at, differing.value, "plain"),
      text(words.seeCheck(words.sheets.check), "note"),
    ],
    [empty],
    ...left.map((line, i) => [text(i === 0 ? words.left : "", "total"), text(line)]),
    ...(hasDrawn ? [[empty], [text(words.fromDrawsNote, "note")]] : []),
  ];
  return { name: words.sheets.overview, widths: [52, 30, 40], sticky: 1, rows };
}

function textIn(value: Text, language: string): string {
  if (typeof value === "string") return value;
  return Object.hasOwn(value, language) ? value[language] : (Object.values(value)[0] ?? "");
}

const STYLES: Readonly<Record<CellStyle, Readonly<Record<string, unknown>>>> = {
  title: { fontWeight: "bold", fontSize: 14 },
  head: { fontWeight: "bold", backgroundColor: "#1f4e79", textColor: "#ffffff", alignVertical: "center", wrap: true },
  note: { fontStyle: "italic", textColor: "#595959" },
  text: {},
  plain: { align: "center" },
  amount: { format: "#,##0.00" },
  number: { format: "#,##0.0000" },
  factor: { format: "0.000000" },
  total: { fontWeight: "bold", backgroundColor: "#e2ecf5" },
};

function cellOf({ value, formula: own, style }: CalcCell): Cell {
  const look = STYLES[style];
  if (own !== undefined) return { value: own, type: "Formula", ...look, ...(style === "total" && STYLES.amount) } as Cell;
  if (value === null) return null;
  if (typeof value === "number") return { value, type: Number, ...look } as Cell;
  return value === "" ? null : ({ value, type: String, ...look } as Cell);
}

/** Gives each formula the value it has, for programs that show a workbook without working it out (previews, protected view). */
function knownValues(sheets: readonly CalcSheet[]): Feature<Blob> {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transform: (xml, _options, { sheetIndex }) => {
            const values = new Map<string, CalcCell["value"]>();
            sheets[sheetIndex].rows.forEach((row, r) => {
              row.forEach((cell, c) => {
                if (cell.formula !== undefined) values.set(cellName(r, c), cell.value);
              });
            });
            return xml.replace(/<c r="([A-Z]+\d+)"([^>]*)><f>([^<]*)<\/f><\/c>/g, (_, at: string, more: string, own: string) => {
              return `<c r="${at}"${more}><f>${own}</f><v>${values.get(at)}</v></c>`;
            });
          },
        },
      },
    },
  };
}
