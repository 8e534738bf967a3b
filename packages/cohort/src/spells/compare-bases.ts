import { problem } from "@kontrafakt/base";
import { blockShape } from "../options/services-options.js";
import type { Reading } from "../table/reading.js";
import type { BlockSpells } from "./block-spells.js";

/** Difference, as a share of the larger, from which two accounts of one service are told to differ. */
const APART = 0.01;

/**
 * Tells where the days of a service in the window are not the same in two files that were declared to be different things, such as what
 * was decided and what was carried out: the difference is worth knowing, whichever of the two an outcome counts.
 */
export function compareBases(blocks: readonly BlockSpells[], names: readonly string[], { window, problems }: Reading): void {
  const days = new Map<string, Float64Array>();
  for (const { block, unit, kind, from, to } of blocks) {
    if (block.basis === undefined || blockShape(block) === "years" || blockShape(block) === "events") continue;
    const sums = days.get(block.basis) ?? new Float64Array(names.length);
    days.set(block.basis, sums);
    for (let k = 0; k < unit.length; k++) {
      sums[kind[k]] += Math.max(0, Math.min(to[k], window.to) - Math.max(from[k], window.from) + 1);
    }
  }
  const bases = [...days];
  for (const [i, [first, a]] of bases.entries()) {
    for (const [second, b] of bases.slice(i + 1)) {
      for (const [k, service] of names.entries()) {
        const larger = Math.max(a[k], b[k]);
        if (a[k] === 0 || b[k] === 0 || Math.abs(a[k] - b[k]) <= APART * larger) continue;
        const [more, less] = a[k] > b[k] ? [first, second] : [second, first];
        const params = { service, more, less, percent: Math.round((100 * Math.abs(a[k] - b[k])) / larger) };
        problems.push(problem("cohort/bases-differ", "warning", { option: "cohort.services" }, params));
      }
    }
  }
}
