import { type Problem, problem } from "@kontrafakt/base";
import type { People } from "../population/read-people.js";
import type { CategoryColumn } from "../table/table.js";
import type { LinkedFile } from "./link-ids.js";
import { type IdRule, sameId } from "./same-id.js";

/** How the ids of a file meet those of the people file. Counts of different ids, not of rows. */
export interface Linkage {
  /** The file's account in the ledger, the first of several. */
  readonly account: string;
  readonly column: string;
  readonly ids: number;
  /** Of them, ids that the people file has. */
  readonly matched: number;
  /** People of the study who have no row in the file. */
  readonly without: number;
}

/** Notes something about a person, by place in the people of the study. */
type Note = (unit: number, code: string, detail: string) => void;

/** Below this share of ids matched a simpler way of writing them is looked for. */
const FEW = 0.9;

/** From the simplest remedy to the boldest. */
const remedies: readonly (readonly IdRule[])[] = [
  ["punctuation"],
  ["zeros"],
  ["case"],
  ["punctuation", "zeros"],
  ["punctuation", "case"],
  ["punctuation", "zeros", "case"],
];

/**
 * Both sides of each file's link to the people file, and what to do where most ids miss only for how they are written.
 * @param people the people file: every id in it, and those of the people of the study
 * @param covering purposes of the files that ought to have everyone; people whom such a file lacks are noted
 */
export function linkage(
  files: readonly LinkedFile[],
  people: Pick<People, "ids" | "unitOf" | "table">,
  covering: ReadonlySet<string>,
  note: Note,
): { readonly links: Linkage[]; readonly problems: Problem[] } {
  const known = (people.table.columns.get("person") as CategoryColumn).levels;
  const all = new Set(known);
  const problems: Problem[] = [];
  const alike = people.ids.length - new Set(people.ids.map((id) => id.toLowerCase())).size;
  if (alike > 0) {
    const own = files.find(({ purpose }) => purpose === "people");
    problems.push(problem("cohort/ids-differ-in-case", "warning", { file: own?.file, column: own?.column }, { count: alike }));
  }
  const links = files
    .filter(({ purpose }) => purpose !== "people")
    .map(({ file, account, column, purpose, ids }): Linkage => {
      const where = { file, column };
      const own = new Uint8Array(people.ids.length);
      let matched = 0;
      for (const id of ids) {
        const u = people.unitOf.get(id);
        if (u !== undefined) own[u] = 1;
        if (u !== undefined || all.has(id)) matched++;
      }
      let without = 0;
      for (let u = 0; u < own.length; u++) {
        if (own[u] === 1) continue;
        without++;
        if (covering.has(purpose)) note(u, "cohort/without-rows", account);
      }
      if (covering.has(purpose) && without > 0) {
        problems.push(problem("cohort/person-without-rows", "warning", where, { count: without }));
      }
      if (ids.length > 0 && matched < FEW * ids.length) {
        const better = betterRule(ids, known, matched);
        if (better !== undefined) {
          const params = {
            percent: percent(matched, ids.length),
            better: percent(better.matched, ids.length),
            rules: better.rules.join(", "),
          };
          problems.push(problem("cohort/ids-written-otherwise", "warning", where, params));
        } else if (matched === 0) problems.push(problem("cohort/no-id-matches", "warning", where, {}));
      }
      return { account, column, ids: ids.length, matched, without };
    });
  return { links, problems };
}

function percent(part: number, whole: number): number {
  return Math.floor((100 * part) / whole);
}

/** The remedy by which most ids match, the simplest among equals: at least a tenth of the ids more, and no two people become one. */
function betterRule(ids: readonly string[], known: readonly string[], matched: number) {
  let best: { readonly rules: readonly IdRule[]; readonly matched: number } | undefined;
  for (const rules of remedies) {
    const alike = new Set(known.map((id) => sameId(id, rules)));
    if (alike.size < known.length) continue;
    const found = ids.reduce((n, id) => n + (alike.has(sameId(id, rules)) ? 1 : 0), 0);
    if (found - matched >= Math.max(2, 0.1 * ids.length) && found > (best?.matched ?? 0)) best = { rules, matched: found };
  }
  return best;
}
