export { type Sample, samples } from "../nordic/samples.js";
export { OUTCOMES, type Outcome, removalChance } from "./effects-truth.js";
export type { Fault, FaultReason } from "./faults.js";
export { type WorldFile, worldFiles } from "./files.js";
export { SEED } from "./seed.js";
export { worldTruth } from "./truth.js";
export { EXTRACT, makeWorld, type World, type WorldOptions } from "./world.js";
export { expectedEffect, personId, worldPanel } from "./world-panel.js";
