import type { OutcomeInfo } from "@kontrafakt/savings";
import type { Study } from "./options/study-schema.js";

/** The study's outcomes as the money files may name them: name, labels, service. */
export function outcomeInfo(study: Study): OutcomeInfo[] {
  return Object.entries(study.cohort.outcomes).map(([name, { unit, label, service, measure }]) => {
    const labels = label === undefined ? [] : typeof label === "string" ? [label] : Object.values(label);
    const services = service === undefined ? [] : typeof service === "string" ? [service] : service;
    const counts = measure === undefined ? `service ${services.join(" + ")}` : `measure ${measure}`;
    return { name, unit, aliases: [...labels, ...services], counts };
  });
}
