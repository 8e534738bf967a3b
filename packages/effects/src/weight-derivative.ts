import { observedRows } from "./observed-rows.js";
import { changesOf, eachPart, slopeParts } from "./unit-influence.js";
import type { WaveDesign } from "./wave-design.js";
import type { EventCell, EventFit } from "./wave-event.js";

/** Derivative of a cell's estimate by the parameters of estimated weights, slopes included; empty where weights are held fixed. */
export function weightDerivative(design: WaveDesign, outcome: number, fit: EventFit): (cell: EventCell) => Float64Array {
  const { estimation } = design;
  if (!estimation) return () => new Float64Array(0);
  const P = estimation.parameters;
  const p = fit.slopes.length;
  const rows = observedRows(design, outcome, fit);
  const change = changesOf(design, outcome, fit, rows);
  const { byParameter } = slopeParts(design, fit, rows);
  return (cell) => {
    const derivative = new Float64Array(P);
    eachPart(design, fit, cell, rows, change, (_i, _j, r, part) => {
      for (let k = 0; k < P; k++) derivative[k] += estimation.relative[r * P + k] * part;
    });
    for (let k = 0; k < P; k++) for (let l = 0; l < p; l++) derivative[k] -= cell.gap[l] * byParameter[l * P + k];
    return derivative;
  };
}
