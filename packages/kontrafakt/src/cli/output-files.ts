import { canonicalJson, type Day, isoFromDay } from "@kontrafakt/base";
import type { Ledger } from "@kontrafakt/cohort";
import { charts, renderReport, renderSvg, tables } from "@kontrafakt/report";
import { type AnyResults, type Language, readResults, writeCalculation } from "@kontrafakt/study";
import type { OutputFile } from "../node/write-outputs.js";
import { claimCsv } from "./claim-csv.js";
import { ledgerCsv } from "./ledger-csv.js";

/** A file whose text is one piece. */
export type TextFile = OutputFile & { readonly text: string };

/** Results as a reader of results.json gets them, so that a run and a later `kontrafakt report` print the same. */
export function asRead(results: AnyResults): AnyResults {
  return readResults(canonicalJson(results), "results.json");
}

/**
 * Everything releasable: the report in each language, results, tables, charts.
 *
 * @param first language of report.html, the tables and the charts
 * @param others languages that get report.<language>.html
 */
export async function publishFiles(
  results: AnyResults,
  first: Language,
  others: readonly Language[],
): Promise<readonly TextFile[]> {
  const files: TextFile[] = [{ path: "report.html", text: await renderReport(results, first) }];
  for (const language of new Set(others)) {
    if (language !== first) files.push({ path: `report.${language}.html`, text: await renderReport(results, language) });
  }
  files.push({ path: "results.json", text: canonicalJson(results) });
  for (const { name, csv } of tables(results, first)) files.push({ path: `tables/${name}.csv`, text: csv });
  if (results.design === "plan") files.push({ path: "claim.csv", text: claimCsv(results, first) });
  for (const { name, spec } of charts(results, first)) {
    files.push({ path: `charts/${name}.vl.json`, text: canonicalJson(spec) });
    files.push({ path: `charts/${name}.svg`, text: await renderSvg(spec) });
  }
  return files;
}

/** The workbook in which an auditor follows every krone; a plan has its claim file instead. */
export async function calculationFile(results: AnyResults, language: Language): Promise<readonly OutputFile[]> {
  if (results.design === "plan") return [];
  return [{ path: "calculation.xlsx", text: await writeCalculation(results, language) }];
}

const about: Readonly<Record<Language, (day: string) => string>> = {
  en: (day) => `Internal files. Do not publish.

These files concern single rows of the input. They are personal data even though identifiers are masked.
Keep them where the input files are kept, and delete this folder by ${day}.

ledger.csv   every row that was left out, and every row that was used with something to say about it: file, row, reason
compared.csv where it is there: figures that few people lie between and an earlier publication, as they are now
handover/    where it is there: files to recompute the effects with, one row a person and period
files.json   names of the files the last run wrote

What may be released is in the folder publish.
`,
  da: (day) => `Interne filer. Må ikke offentliggøres.

Filerne handler om enkelte rækker i inddata. De er personoplysninger, selv om id-numre er maskeret.
Opbevar dem samme sted som inddata, og slet mappen senest ${day}.

ledger.csv   hver række, der er udeladt, og hver række, der er brugt med en bemærkning: fil, række, årsag
compared.csv hvis den er der: tal med få personer mellem sig og en tidligere offentliggørelse, som de er nu
handover/    hvis den er der: filer til at genberegne effekterne med, en række pr. person og periode
files.json   navne på de filer, som den seneste kørsel skrev

Det, der må offentliggøres, ligger i mappen publish.
`,
};

/** What stays inside: the ledger, and when to delete it. */
export function internalFiles(ledger: Ledger, language: Language, deleteBy: Day): readonly TextFile[] {
  return [
    { path: "internal/ledger.csv", text: ledgerCsv(ledger, language) },
    { path: "internal/README.txt", text: about[language](isoFromDay(deleteBy)) },
  ];
}
