import { type DisclosureRules, strictest } from "@kontrafakt/cohort";
import { type GroupStudy, isGroupStudy } from "../options/group-study-schema.js";
import type { Study } from "../options/study-schema.js";
import { studyFiles } from "../study-files.js";

/** Rules that were in force for some files. `owner` is null for files that the study names no owner of. */
export interface OwnerRules extends DisclosureRules {
  readonly owner: string | null;
  readonly files: readonly string[];
}

/** Which rules a figure obeys, by the files it is made from. */
export interface FigureRules {
  /** Counts of people, waves and matched sets: every file about people has a part in who they are. */
  readonly people: DisclosureRules;
  /** An outcome's means and totals: who is observed, and the outcome's own file. */
  readonly outcome: (name: string) => DisclosureRules;
  /** The account of one file. */
  readonly file: (name: string) => DisclosureRules;
  /** As results.json tells them. */
  readonly owners: readonly OwnerRules[];
}

/** The rules of each figure: a figure made from the files of several owners obeys the strictest of each rule. */
export function figureRules(study: Study | GroupStudy): FigureRules {
  const { smallCell, disclosure } = study.report;
  const dominance = disclosure.dominance ? [disclosure.dominance] : [];
  const rest: DisclosureRules = { smallCell, dominance, pPercent: disclosure.pPercent, rounding: disclosure.rounding };
  const personal = studyFiles(study).filter(({ role }) => !role.startsWith("savings."));
  const owners = disclosure.owners.map(
    (owner): OwnerRules => ({
      owner: owner.name,
      files: owner.files,
      smallCell: owner.smallCell ?? smallCell,
      dominance: owner.dominance ? [owner.dominance] : dominance,
      pPercent: owner.pPercent ?? rest.pPercent,
      rounding: owner.rounding ?? rest.rounding,
    }),
  );
  const file = (name: string) => {
    const own = owners.filter(({ files }) => files.includes(name));
    return own.length === 0 ? rest : strictest(own);
  };
  const of = (files: readonly { readonly file: string }[]) => strictest(files.map((f) => file(f.file)));
  const unowned = [...new Set(personal.map((f) => f.file))].filter((name) => !owners.some((o) => o.files.includes(name)));
  return {
    people: of(personal),
    outcome: (name) => {
      if (isGroupStudy(study)) return of(personal);
      const outcome = Object.hasOwn(study.cohort.outcomes, name) ? study.cohort.outcomes[name] : undefined;
      const own = outcome?.measure === undefined ? "cohort.services" : `cohort.measures.${outcome.measure}`;
      return of(
        personal.filter(({ role }) => role === own || role.startsWith(`${own}.`) || !role.startsWith("cohort.measures.")),
      );
    },
    file,
    owners: [...owners, ...(unowned.length > 0 ? [{ owner: null, files: unowned, ...rest }] : [])],
  };
}
