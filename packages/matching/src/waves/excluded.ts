import type { Clustering, Panel } from "@kontrafakt/cohort";
import { unknown } from "./score-variables.js";

/** Left out by default, where the cohort has them: siblings and classmates share what the programme changes. */
const CLOSE = ["household", "class"];

/** The clusterings whose members are no controls for one another: those named, or the close ones. */
export function excluded(panel: Panel, names: readonly string[] | undefined): readonly Clustering[] {
  if (names === undefined) return panel.clusterings.filter((c) => CLOSE.includes(c.name));
  return names.map((name) => panel.clusterings.find((c) => c.name === name) ?? unknown("exclude", name, panel.clusterings));
}
