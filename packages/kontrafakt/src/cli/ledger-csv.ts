import type { Ledger } from "@kontrafakt/cohort";
import { codeLabel, csv, speak } from "@kontrafakt/report";
import type { Language } from "@kontrafakt/study";

const heads: Readonly<Record<Language, readonly string[]>> = {
  en: ["File", "Row", "Used", "Column", "Value (identifiers masked)", "Reason", "Code"],
  da: ["Fil", "Række", "Brugt", "Kolonne", "Værdi (id-numre maskeret)", "Årsag", "Kode"],
};
const yesNo: Readonly<Record<Language, readonly [string, string]>> = { en: ["yes", "no"], da: ["ja", "nej"] };

/** The ledger as CSV: every row left out, and every row used with something to say about it. Internal. */
export function ledgerCsv(ledger: Ledger, language: Language): string {
  const speaker = speak(language);
  const reasons = ledger.codes.map((code) => codeLabel(code, speaker));
  const [yes, no] = yesNo[language];
  const rows = Array.from(ledger.row, (row, i) => [
    ledger.files[ledger.file[i]].name,
    row,
    ledger.listed[i] === 1 ? no : yes,
    ledger.column[i],
    ledger.detail[i],
    reasons[ledger.code[i]],
    ledger.codes[ledger.code[i]],
  ]);
  const style = { delimiter: speaker.words.csv.delimiter, decimal: speaker.words.style.decimal };
  return csv(heads[language], rows, style);
}
