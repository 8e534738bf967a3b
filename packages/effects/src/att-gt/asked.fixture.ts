import { NEVER, type Panel } from "@kontrafakt/cohort";
import { expect } from "vitest";
import type { Effects } from "../effects-value.js";
import type { Named } from "./definitions.fixture.js";
import { randomPanel } from "./random-panel.fixture.js";

export const methods: readonly Named[] = ["reg", "ipw", "dr", "drImproved"];

/** How a panel is drawn and asked about, varied with its number. */
export function asked(seed: number) {
  const gaps = seed % 3 === 0 ? 0.1 : 0;
  const panel = randomPanel({
    seed,
    units: 24 + (seed % 7),
    ordinals: seed % 5 === 0 ? [1, 2, 5, 8] : [1, 2, 3, 4],
    starts: [seed % 2 === 0 ? 3 : 2, 4, NEVER, NEVER],
    gaps,
    weights: seed % 2 === 0,
  });
  const options = {
    outcomes: ["y"],
    control: seed % 4 < 2 ? ("never" as const) : ("notYet" as const),
    base: seed % 7 < 3 ? ("universal" as const) : ("varying" as const),
    baseWindow: 1 + (seed % 3),
    anticipation: seed % 11 === 0 ? 1 : 0,
    compat: "did" as const,
  };
  return { panel, options };
}

/** Indices of the base periods and who may be a control, said again in words. */
export function bases(
  { periods }: Panel,
  g: number,
  t: number,
  o: { base: string; baseWindow: number; anticipation: number },
): number[] {
  const all = [...periods.ordinals];
  const before = all.filter((u) => (o.base === "varying" && t < g ? u < t : u + o.anticipation < g));
  return before.slice(-o.baseWindow).map((u) => all.indexOf(u));
}

export const isControl = (start: number, g: number, until: number, control: string) =>
  start === NEVER || (control === "notYet" && start !== g && start > until);

/** Cells that say they fell back on another method, or left a covariate out. */
export const aside = ({ problems }: Effects, group: number, time: number) =>
  problems.find((p) => p.code.startsWith("effects/cell-") && p.params.group === group && p.params.time === time)?.code;

/** Within 1e-8, relative where it is large. */
export function near(got: number, wanted: number): void {
  if (!(Math.abs(got - wanted) <= 1e-8 * (1 + Math.abs(wanted)))) expect(got).toBe(wanted);
}
