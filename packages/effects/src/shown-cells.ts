import type { WaveFit } from "./wave-effects.js";
import type { EventCell } from "./wave-event.js";
import { type WaveMembers, waveMembers } from "./wave-members.js";

/** One cell that has a term, with who counts at its event time. */
export interface ShownCell {
  readonly event: number;
  readonly members: WaveMembers;
  readonly cell: EventCell;
}

/** The cells of an outcome that stand in `fit.effects`, by event time and wave; only event times from `first` on if given. */
export function shownCells({ design, effects, events }: WaveFit, outcome: string, first = Number.NEGATIVE_INFINITY): ShownCell[] {
  const o = design.outcomes.findIndex((one) => one.name === outcome);
  const shown = new Set(
    effects.terms.flatMap((t) => (t.kind === "cell" && t.outcome === outcome ? [`${t.event} ${t.group}`] : [])),
  );
  return events[o].flatMap(({ event, cells }) => {
    const wanted = cells.filter((cell) => shown.has(`${event} ${design.waves[cell.wave]}`));
    if (event < first || wanted.length === 0) return [];
    const members = waveMembers(design, o, event, { role: design.role, shares: "matched" });
    return wanted.map((cell) => ({ event, members, cell }));
  });
}
