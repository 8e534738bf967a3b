import type { WaveFit } from "./wave-effects.js";
import type { EventCell, EventFit } from "./wave-event.js";

/** One cell that has a term, with the event fit it belongs to. */
export interface ShownCell {
  readonly event: EventFit;
  readonly cell: EventCell;
}

/** The cells of an outcome that stand in `fit.effects`, by event time and wave. */
export function shownCells({ design, effects, events }: WaveFit, outcome: string): ShownCell[] {
  const o = design.outcomes.findIndex((one) => one.name === outcome);
  const terms = effects.terms.filter((t) => t.kind === "cell" && t.outcome === outcome);
  return events[o].flatMap((event) =>
    event.cells
      .filter((cell) => terms.some((t) => t.event === event.event && t.group === design.waves[cell.wave]))
      .map((cell) => ({ event, cell })),
  );
}
