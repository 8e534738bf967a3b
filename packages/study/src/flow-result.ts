import { type Ledger, publishable } from "@kontrafakt/cohort";
import type { Count, FileFlow, Results } from "./results.js";
import { few, roughly } from "./roughly.js";

/** Rows of each file, which are no people and must add up, and by reason, small ones withheld. */
export function fileFlows(ledger: Ledger, smallCell: number): FileFlow[] {
  const kinds = ledger.codes.length * 2;
  const counts = new Int32Array(ledger.files.length * kinds);
  for (let i = 0; i < ledger.file.length; i++) counts[ledger.file[i] * kinds + ledger.code[i] * 2 + ledger.listed[i]]++;
  return ledger.files.map((file, f) => ({
    file: file.name,
    read: file.rowsRead,
    used: file.rowsUsed,
    listed: file.rowsListed,
    reasons: ledger.codes.flatMap((code, c) =>
      [1, 0].flatMap((listed) => {
        const rows = counts[f * kinds + c * 2 + listed];
        return rows === 0 ? [] : [{ code, listed: listed === 1, rows: publishable(rows, smallCell) }];
      }),
    ),
  }));
}

/**
 * People left after each step. A step that few people left is told with the count before it, so that no difference names them;
 * starters are told roughly where they differ by few from the starters of the study.
 */
export function peopleFlow(ledger: Ledger, smallCell: number, starters: Count): Results["flow"]["people"] {
  let shown = { people: Number.POSITIVE_INFINITY, treated: Number.POSITIVE_INFINITY };
  return ledger.flow.map((step) => {
    const hide = (now: number, before: number) => {
      const lost = before - now;
      return Number.isFinite(before) && lost > 0 && lost < smallCell ? before : now;
    };
    const people = hide(step.people, shown.people);
    const treated = hide(step.treated, shown.treated);
    shown = { people, treated };
    const besides = typeof starters === "string" || few(treated - starters, smallCell);
    return {
      code: step.code,
      people: publishable(people, smallCell),
      treated: besides && treated >= smallCell ? roughly(treated) : publishable(treated, smallCell),
    };
  });
}
