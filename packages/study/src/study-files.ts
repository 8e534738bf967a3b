import type { Study } from "./options/study-schema.js";

/** One file the study names. `role` is the option that names it. */
export interface StudyFile {
  readonly role: string;
  readonly file: string;
}

/** The files a study reads, in the order of its options. A file may have several roles. */
export function studyFiles(study: Study): readonly StudyFile[] {
  const { cohort, savings } = study;
  const files: StudyFile[] = [];
  const add = (role: string, options: { readonly file: string } | undefined) => {
    if (options) files.push({ role, file: options.file });
  };
  add("cohort.people", cohort.people);
  add("cohort.services", cohort.services);
  add("cohort.residence", cohort.residence);
  for (const [name, measure] of Object.entries(cohort.measures ?? {})) add(`cohort.measures.${name}`, measure);
  add("savings.prices", savings.prices);
  add("savings.programmeCost", savings.programmeCost);
  add("savings.claim", savings.claim);
  add("savings.budget", savings.budget);
  return files;
}
