import { columnFor, type FileRole, type Profile } from "@kontrafakt/cohort";

/** Which of the files given are which of the study's. Files of one form (a file or sheet a year) go together, first one first. */
export interface AssignedFiles {
  readonly people?: readonly Profile[];
  readonly services?: readonly Profile[];
  readonly residence?: readonly Profile[];
  readonly measures: readonly (readonly Profile[])[];
  readonly prices?: readonly Profile[];
  readonly programmeCost?: readonly Profile[];
  readonly claim?: readonly Profile[];
  readonly budget?: readonly Profile[];
  readonly refunds?: readonly Profile[];
  readonly index?: readonly Profile[];
  readonly volume?: readonly Profile[];
  readonly unused: readonly Profile[];
}

const money = ["prices", "programmeCost", "claim", "budget", "refunds", "index", "volume"] as const;
const single = ["people", "services", "residence", ...money] as const;

/** Gives each role the files that fit it best, no file two roles; the best fit of all is given away first, earlier files on ties. */
export function assignFiles(profiles: readonly Profile[]): AssignedFiles {
  const groups = new Map<string, Profile[]>();
  const workbooks = new Map<string, Profile[]>(); // a small sheet of a workbook may look like something else than its neighbours
  for (const profile of profiles) {
    const role = profile.candidates[0]?.role ?? "";
    const headers = profile.columns.map(({ header }) => header).join("\n");
    const form = `${role}\n${headers}`;
    const group = groups.get(form) ?? (profile.sheet === undefined ? undefined : workbooks.get(`${profile.file}\n${headers}`));
    if (group !== undefined) group.push(profile);
    else {
      const started = [profile];
      groups.set(form, started);
      workbooks.set(`${profile.file}\n${headers}`, started);
    }
  }
  const offers: { group: readonly Profile[]; role: FileRole; score: number }[] = [];
  for (const group of groups.values()) for (const { role, score } of group[0].candidates) offers.push({ group, role, score });
  offers.sort((a, b) => b.score - a.score);
  const taken = new Set<readonly Profile[]>();
  const given = new Map<FileRole, readonly Profile[]>();
  const measures: (readonly Profile[])[] = [];
  for (const { group, role } of offers) {
    if (taken.has(group)) continue;
    if (role === "measure") {
      if (group[0].wide.length === 0 && columnFor(group[0].columns, "period") === undefined) continue;
      measures.push(group);
    } else if (given.has(role)) continue;
    else given.set(role, group);
    taken.add(group);
  }
  const unused = [...groups.values()].filter((group) => !taken.has(group)).flat();
  const found = Object.fromEntries(single.flatMap((role) => (given.has(role) ? [[role, given.get(role)]] : [])));
  return { ...found, measures: [...measures].sort((a, b) => profiles.indexOf(a[0]) - profiles.indexOf(b[0])), unused };
}
