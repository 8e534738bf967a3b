import { drawsBehind, outcomeServices, outcomeUnit, sharedServices } from "@kontrafakt/cohort";
import type { OutcomeInfo } from "@kontrafakt/savings";
import type { Study } from "./options/study-schema.js";

/** The study's outcomes as the money files may name them: name, labels, and the service where no other outcome has it too. */
export function outcomeInfo({ cohort }: Study): OutcomeInfo[] {
  const entries = Object.entries(cohort.outcomes);
  const draws = new Map(entries.map(([name]) => [name, drawsBehind(cohort, name)] as const));
  const counts = (a: string, b: string): string | undefined => {
    const [x, y] = [cohort.outcomes[a], cohort.outcomes[b]];
    if (x.measure !== undefined) return x.measure === y.measure ? `measure ${x.measure}` : undefined;
    // The two sides of one scheme add up to the gross amount: no krone is in both.
    if (x.refund !== undefined && x.refund === y.refund && x.side !== y.side) return undefined;
    const [service] = sharedServices(draws.get(a) ?? [], draws.get(b) ?? []);
    return service === undefined ? undefined : `service ${service}`;
  };
  const named = entries.flatMap(([, { service }]) => outcomeServices(service));
  return entries.map(([name, outcome]) => {
    const { label, service, refund } = outcome;
    const labels = label === undefined ? [] : typeof label === "string" ? [label] : Object.values(label);
    const alone = outcomeServices(service).filter((own) => named.filter((other) => other === own).length === 1);
    const overlaps = entries.flatMap(([other]) => {
      const same = other === name ? undefined : counts(name, other);
      return same === undefined ? [] : [{ outcome: other, counts: same }];
    });
    const scheme = refund === undefined ? undefined : cohort.refunds[refund];
    return {
      name,
      unit: outcomeUnit(outcome),
      aliases: [...labels, ...alone],
      overlaps,
      ...(refund !== undefined &&
        scheme && { refund: { scheme: refund, side: outcome.side ?? "municipality", payer: scheme.payer } }),
    };
  });
}
