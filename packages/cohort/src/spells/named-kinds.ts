import type { CohortOptions } from "../options/cohort-shape.js";
import { outcomeDraws, schemeDraws } from "../options/outcome-draws.js";
import { trackedServices } from "../population/tracked-services.js";
import { looseText } from "../text/loose-text.js";

/** The kinds of service that the study names, and how to know them in a file. */
export interface NamedKinds {
  readonly names: readonly string[];
  /** Place of the programme's own service, −1 where the study names none. */
  readonly programme: number;
  /** 1 for kinds that are counted by no outcome but told to the study: other programmes, placements. */
  readonly tracked: Uint8Array;
  /** Place in `names` of a text, −1 where the study does not name it. Case and spacing may differ. */
  find(text: string): number;
}

export function namedKinds(study: CohortOptions): NamedKinds {
  const tracked = trackedServices(study).map((name) => name.trim());
  const drawn = [...outcomeDraws(study), ...schemeDraws(study)].flatMap((draw) => draw.services).map((name) => name.trim());
  const own = study.programmeService === undefined ? [] : [study.programmeService.trim()];
  const names = [...new Set([...tracked, ...drawn, ...own])];
  const exact = new Map(names.map((name, k) => [name, k] as const));
  const loose = new Map(names.map((name, k) => [looseText(name), k] as const));
  return {
    names,
    programme: own.length === 0 ? -1 : (exact.get(own[0]) as number),
    tracked: Uint8Array.from(names, (name) => (tracked.includes(name) ? 1 : 0)),
    find: (text) => exact.get(text) ?? loose.get(looseText(text)) ?? -1,
  };
}
