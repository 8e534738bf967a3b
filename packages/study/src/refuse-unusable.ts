import { KontrafaktError, type Problem, problem } from "@kontrafakt/base";
import type { Cohort } from "@kontrafakt/cohort";
import { allMessages } from "./all-messages.js";
import type { Study } from "./options/study-schema.js";

/**
 * Stops where a file has no rows, or an outcome counts services that no row has: the outcome would be a certain 0 for everyone,
 * and a claim on it would be called missed.
 *
 * @throws KontrafaktError `cohort/file-empty`, `cohort/service-absent`
 */
export function refuseUnusable({ ledger, problems }: Pick<Cohort, "ledger" | "problems">, study: Study): void {
  const found: Problem[] = ledger.files
    .filter((file) => file.rowsRead === 0)
    .map((file) => problem("cohort/file-empty", "error", { file: file.name }));
  if (found.length > 0) throw new KontrafaktError(found, allMessages);
  const absent = problems.filter((p) => p.code === "cohort/service-absent");
  for (const [name, { service }] of Object.entries(study.cohort.outcomes)) {
    const own = absent.filter((p) => p.params.outcome === name);
    const counted = service === undefined ? 0 : typeof service === "string" ? 1 : service.length;
    if (counted > 0 && own.length === counted) found.push(...own.map((p): Problem => ({ ...p, severity: "error" })));
  }
  if (found.length > 0) throw new KontrafaktError(found, allMessages);
}
