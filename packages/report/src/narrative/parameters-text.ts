import type { Parameter, ParametersUsed } from "@kontrafakt/savings";
import type { Speaker } from "../language.js";

/** "3.5%, 2.5% from year 36", "1.28". */
export function parameterValue(value: Parameter["value"] | null, unit: Parameter["unit"], speaker: Speaker): string {
  const { parameters: say } = speaker.words.pricing;
  if (value === null) return say.none;
  if (typeof value !== "number") {
    return value.map(({ fromYear, rate }, i) => say.step(speaker.percent(rate, 1), i === 0 ? "0" : String(fromYear))).join(", ");
  }
  return unit === "share" ? speaker.percent(value, 1) : speaker.number(value, 2);
}

/** What a newer edition would change, or that this is the newest; that unchecked ones take a confirmation. */
export function parameterLines({ vintage, parameters, newer }: ParametersUsed, speaker: Speaker): string[] {
  const { parameters: say } = speaker.words.pricing;
  const lines: string[] = [];
  if (newer === null) lines.push(say.newest(vintage));
  else if (newer.changes.length === 0) lines.push(say.newerSame(newer.vintage));
  else {
    const changes = newer.changes.map(({ name, from, to }) => {
      const unit = parameters.find((p) => p.name === name)?.unit ?? "factor";
      return say.change(lowerFirst(say.name[name]), parameterValue(from, unit, speaker), parameterValue(to, unit, speaker));
    });
    lines.push(say.newer(newer.vintage, changes.join("; ")));
  }
  if (parameters.some((p) => !p.verified)) lines.push(say.unconfirmed);
  return lines;
}

const lowerFirst = (text: string) => text.slice(0, 1).toLowerCase() + text.slice(1);
