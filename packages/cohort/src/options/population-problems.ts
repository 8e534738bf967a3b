import type { Params } from "@kontrafakt/base";
import type { CohortOptions } from "./cohort-shape.js";

type Add = (path: readonly (string | number)[], code: `cohort/${string}`, params: Params) => void;

/** Services that some outcome counts. */
function counted({ outcomes }: CohortOptions): Set<string> {
  return new Set(Object.values(outcomes).flatMap(({ service }) => (service === undefined ? [] : [service].flat())));
}

/** Rules of the start, its policies, other programmes, clusterings and key files. */
export function populationProblems(options: CohortOptions, add: Add): void {
  const { people, services, treatment, residence, programmeService } = options;
  const at = (...path: (string | number)[]) => ["treatment", ...path];
  if (people.start === undefined && treatment.startFrom !== "service") add(["people", "start"], "cohort/start-needed", {});
  if (treatment.startFrom !== "people" && programmeService === undefined) {
    add(["programmeService"], "cohort/programme-service-needed", { option: "startFrom", value: treatment.startFrom });
  }
  if (treatment.startedBefore === "restart" && treatment.startFrom !== "service")
    add(at("startedBefore"), "cohort/restart-needs-service", {});
  if (treatment.repeats === "firstStart" && people.start === undefined) add(at("repeats"), "cohort/repeats-need-start", {});
  if (treatment.ends === undefined && programmeService === undefined) {
    if (treatment.minimumDays !== undefined) add(at("minimumDays"), "cohort/end-needed", { option: "minimumDays" });
    if (treatment.dropoutWithin !== undefined) add(at("dropoutWithin"), "cohort/end-needed", { option: "dropoutWithin" });
    if (treatment.afterEnd === "censor") add(at("afterEnd"), "cohort/end-needed", { option: "afterEnd" });
  }
  if (treatment.referredOnly !== "control" && people.referral === undefined) {
    add(at("referredOnly"), "cohort/referral-needed", { option: "treatment.referredOnly" });
  }
  const inOutcomes = counted(options);
  for (const [name, other] of Object.entries(treatment.otherProgrammes)) {
    const path = at("otherProgrammes", name);
    if ((other.services === undefined) === (other.start === undefined))
      add(path, "cohort/other-programme-of-what", { programme: name });
    if (other.services !== undefined && services === undefined)
      add([...path, "services"], "cohort/other-needs-services", { programme: name });
    for (const service of other.services ?? []) {
      if (service === programmeService) add([...path, "services"], "cohort/other-is-programme", { programme: name, service });
      if (other.policy !== "keep" && inOutcomes.has(service)) {
        add([...path, "policy"], "cohort/other-is-outcome", { programme: name, service, policy: other.policy });
      }
    }
  }
  if (residence?.placements !== undefined && services === undefined)
    add(["residence", "placements"], "cohort/placements-need-services", {});
  for (const [name, clustering] of Object.entries(options.clusterings)) {
    if ((name === "household" || name === "school") && people[name] !== undefined) {
      add(["clusterings", name], "cohort/clustering-twice", { clustering: name });
    }
    if (name === "person") add(["clusterings", name], "cohort/clustering-person", {});
    if ("file" in clustering && clustering.at === "referral" && people.referral === undefined) {
      add(["clusterings", name, "at"], "cohort/referral-needed", { option: `clusterings.${name}.at` });
    }
    if ("file" in clustering && clustering.from === undefined && clustering.to !== undefined) {
      add(["clusterings", name, "to"], "cohort/clustering-needs-from", { clustering: name });
    }
  }
  for (const [path, ids] of idsNamed(options)) {
    if (ids === undefined || Object.hasOwn(options.link, ids)) continue;
    add([...path, "ids"], "cohort/link-unknown", { name: ids, known: Object.keys(options.link).join(", ") || "none" });
  }
}

/** Every block's `ids`, by its path. */
function idsNamed({ services, residence, measures, clusterings }: CohortOptions): [(string | number)[], string | undefined][] {
  const of = (block: object | undefined) => (block as { ids?: string } | undefined)?.ids;
  const listed = Array.isArray(services) ? services : [services];
  return [
    ...listed.map((block, i): [(string | number)[], string | undefined] => [
      Array.isArray(services) ? ["services", i] : ["services"],
      of(block),
    ]),
    [["residence"], of(residence)],
    ...Object.entries(measures).map(([name, block]): [string[], string | undefined] => [["measures", name], of(block)]),
    ...Object.entries(clusterings).map(([name, block]): [string[], string | undefined] => [["clusterings", name], of(block)]),
  ];
}
