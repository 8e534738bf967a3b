import { usedSchemes } from "../options/outcome-draws.js";
import type { People } from "../population/read-people.js";
import type { Services } from "../spells/read-services.js";
import { serviceMeasures } from "../spells/service-measures.js";
import type { Reading } from "../table/reading.js";
import { refundParts, wholeYears } from "./refund-outcomes.js";

/**
 * The outcomes over services and refund schemes, by name: units × periods of the window, unit-major. Schemes are summed over the whole
 * calendar years that the window touches.
 */
export async function outcomeValues(services: Services, people: People, reading: Reading): Promise<Map<string, Float64Array>> {
  const { study, window, context, problems } = reading;
  const { draws } = services;
  const { units } = people;
  const placeOf = (name: string, scheme: boolean) => draws.findIndex((draw) => draw.name === name && draw.scheme === scheme);
  const schemes = usedSchemes(study);
  const behind = schemes.map(([name, { outcomes }]) =>
    outcomes === undefined ? [placeOf(name, true)] : outcomes.map((outcome) => placeOf(outcome, false)),
  );
  const own = draws.flatMap((draw, d) => (draw.scheme ? [] : [d]));
  const yearly = [...new Set(behind.flat())];
  const whole = wholeYears(window).starts;
  const isWhole = whole.length === window.starts.length;
  const counted = await serviceMeasures(
    services,
    isWhole ? [...new Set([...own, ...yearly])] : own,
    units,
    window.starts,
    context,
  );
  const years = isWhole ? counted : await serviceMeasures(services, yearly, units, whole, context);

  const values = new Map(own.map((d) => [draws[d].name, counted.get(d) as Float64Array]));
  const outcomes = Object.entries(study.outcomes);
  for (const [s, [name, scheme]] of schemes.entries()) {
    const gross = sum(behind[s].map((d) => years.get(d) as Float64Array));
    const parts = refundParts(name, scheme, gross, people, window, problems);
    for (const [outcome, { refund, side }] of outcomes) {
      if (refund === name) values.set(outcome, side === "state" ? parts.state : parts.municipality);
    }
  }
  return values;
}

function sum(parts: readonly Float64Array[]): Float64Array {
  if (parts.length === 1) return parts[0];
  const total = new Float64Array(parts[0].length);
  for (const part of parts) for (let c = 0; c < total.length; c++) total[c] += part[c];
  return total;
}
