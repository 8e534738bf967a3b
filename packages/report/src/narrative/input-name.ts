import type { TornadoBar } from "@kontrafakt/savings";
import type { Speaker } from "../language.js";
import { type Labelled, outcomeLabel } from "../sections/amounts.js";

/** An uncertain input in words: "Price: Placement, Family", "Duration: yearly decline"; starters are one input, and need no name. */
export function inputName({ source, input }: Pick<TornadoBar, "source" | "input">, results: Labelled, speaker: Speaker): string {
  const { short, input: name } = speaker.words.depends;
  if (source === "volume") return short.volume;
  return name(short[source], source === "persistence" ? optionName(input, results, speaker) : ownName(input, results, speaker));
}

/** "placement, Family" with the outcome's label. */
function ownName(input: string, results: Labelled, speaker: Speaker): string {
  const outcome = results.outcomes.find((o) => input === o.name || input.startsWith(`${o.name}, `));
  return outcome === undefined ? input : `${speaker.text(outcome.label)}${input.slice(outcome.name.length)}`;
}

/** An option of persistence: `decline`, `points.1`, or of one outcome. */
function optionName(input: string, results: Labelled, speaker: Speaker): string {
  const { decline, point } = speaker.words.depends;
  const own = /^(?:outcomes\.(.+)\.)?(?:(decline)|points\.(\d+))$/.exec(input);
  if (own === null) return input;
  const what = own[2] === undefined ? point(String(Number(own[3]) + 1)) : decline;
  return own[1] === undefined ? what : `${outcomeLabel(results, own[1], speaker)}, ${what}`;
}
