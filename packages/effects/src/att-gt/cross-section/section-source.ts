import { NEVER } from "@kontrafakt/cohort";
import type { SampleUse } from "../../effects-value.js";
import type { AttGtOptions } from "../../options/att-gt-options.js";
import type { AttGtCell } from "../att-gt-cells.js";
import { cellKeys } from "../cell-keys.js";
import type { CellBlock, CellSource } from "../cell-source.js";
import { controlGroups } from "../members.js";
import { rowsByGroup, type SectionSample } from "./section-sample.js";

/**
 * The rows of two periods: those of a cell's period and of its base. Under a base window the estimate is the mean of those against
 * each of its periods. Outcomes that are known for the same rows share a block.
 */
export function sectionSource(sample: SectionSample, cells: readonly AttGtCell[], options: AttGtOptions): CellSource {
  const { periods, outcomes, atom, w, x, k } = sample;
  const members = rowsByGroup(sample);
  const alike = outcomesAlike(outcomes.map(({ values }) => values));
  const keys = cellKeys(outcomes, cells, periods);
  const used = new Uint8Array(sample.rows);
  return {
    keys,
    outcomes,
    covariates: sample.covariates,
    atoms: sample.atoms,
    stratum: new Int32Array(sample.atoms),
    *blocks(weights) {
      for (let c = 0; c < cells.length; c++)
        for (const base of cells[c].window) for (const same of alike) yield block(c, base, same, weights);
    },
    shares: sample.shares,
    whole: sample.atoms === sample.rows && outcomes.every(({ values }) => !values.some(Number.isNaN)),
    use: (): SampleUse => {
      const units = new Set<number>();
      let rows = 0;
      for (let r = 0; r < sample.rows; r++) {
        if (used[r] === 0) continue;
        rows++;
        units.add(sample.unit[r]);
      }
      return { units: units.size, unitsGiven: sample.given.units, rows, rowsGiven: sample.given.rows };
    },
    problems: sample.problems,
  };

  function block(c: number, base: number, same: readonly number[], weights?: Float64Array): CellBlock {
    const cell = cells[c];
    const { values } = outcomes[same[0]];
    const place: number[] = [];
    const d: number[] = [];
    const post: number[] = [];
    const take = (g: number, t: number, treated: number, later: number) => {
      for (const r of members.get(g)?.[t] ?? []) {
        if (Number.isNaN(values[r]) || !(w[r] * (weights?.[atom[r]] ?? 1) > 0)) continue;
        place.push(r);
        d.push(treated);
        post.push(later);
      }
    };
    const controls = [...controlGroups(cell, sample.groups, options.control), NEVER];
    for (const [t, later] of [
      [cell.time, 1],
      // A base of itself has the rows of one period on both sides.
      [base, 0],
    ] as const) {
      take(cell.group, t, 1, later);
      for (const g of controls) take(g, t, 0, later);
    }
    const m = place.length;
    const R = same.length;
    // A period less itself is 0 whatever the covariates allow.
    const slopes = base === cell.time ? 1 : k;
    const own = new Float64Array(m * slopes);
    const y = new Float64Array(m * R);
    place.forEach((r, i) => {
      used[r] = 1;
      for (let j = 0; j < slopes; j++) own[i * slopes + j] = x[r * k + j];
      for (let o = 0; o < R; o++) y[i * R + o] = outcomes[same[o]].values[r];
    });
    return {
      terms: Int32Array.from(same, (o) => o * cells.length + c),
      share: 1 / cell.window.length,
      rows: {
        n: m,
        d: Uint8Array.from(d),
        post: Uint8Array.from(post),
        w: Float64Array.from(place, (r) => w[r] * (weights?.[atom[r]] ?? 1)),
        x: own,
        k: slopes,
      },
      atom: Int32Array.from(place, (r) => atom[r]),
      place: Int32Array.from(place),
      y,
      level: y,
    };
  }
}

/** Outcomes grouped by the rows that have them. */
function outcomesAlike(outcomes: readonly Float64Array[]): number[][] {
  const groups: number[][] = [];
  outcomes.forEach((values, o) => {
    const home = groups.find(([first]) => values.every((v, r) => Number.isNaN(v) === Number.isNaN(outcomes[first][r])));
    if (home) home.push(o);
    else groups.push([o]);
  });
  return groups;
}
