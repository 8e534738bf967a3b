import { KontrafaktError, type Problem, problem } from "@kontrafakt/base";
import { type Cohort, drawsBehind } from "@kontrafakt/cohort";
import { allMessages } from "./all-messages.js";
import type { Study } from "./options/study-schema.js";

/**
 * Stops where a file has no rows, or an outcome counts services that no row has or no row of which counts: the outcome would be a certain 0 for everyone,
 * and a claim on it would be called missed.
 *
 * @throws KontrafaktError `cohort/file-empty`, `cohort/service-absent`, `cohort/nothing-counted`
 */
export function refuseUnusable({ ledger, problems }: Pick<Cohort, "ledger" | "problems">, study: Study): void {
  const found: Problem[] = ledger.files
    .filter((file) => file.rowsRead === 0)
    .map((file) => problem("cohort/file-empty", "error", { file: file.name }));
  if (found.length > 0) throw new KontrafaktError(found, allMessages);
  const told = new Set<Problem>();
  for (const name of Object.keys(study.cohort.outcomes)) {
    const draws = drawsBehind(study.cohort, name);
    const about = (code: string) => problems.filter((p) => p.code === code && draws.some((d) => d.name === p.params.outcome));
    const absent = about("cohort/service-absent");
    const services = draws.reduce((sum, draw) => sum + draw.services.length, 0);
    const empty = about("cohort/nothing-counted");
    const reasons = [...(absent.length === services ? absent : []), ...(empty.length === draws.length ? empty : [])];
    if (draws.length > 0) for (const reason of reasons) told.add(reason);
  }
  found.push(...[...told].map((p): Problem => ({ ...p, severity: "error" })));
  if (found.length > 0) throw new KontrafaktError(found, allMessages);
}
