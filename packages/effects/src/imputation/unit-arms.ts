import { ALWAYS, NEVER } from "@kontrafakt/cohort";
import { armMean } from "../att-gt/arm-mean.js";
import { type ArmStrata, armStrata } from "../att-gt/arm-strata.js";
import type { UntreatedSample } from "./untreated-sample.js";

/** Small-sample factors and strata by arm: the cohorts, and those never treated. */
export interface UnitArms {
  /** Factor of each unit's influence: that of its cohort's mean (`armMean`). */
  readonly factor: Float64Array;
  readonly strata: ArmStrata;
  /** Whether all units used have all their rows in every model. */
  readonly whole: boolean;
}

export function unitArms({ units, cohorts, cohort, atom, atoms, models, usedUnits, ordinals }: UntreatedSample): UnitArms {
  const weight = models[0].system.weight;
  const used: number[] = [];
  for (let i = 0; i < units; i++) if (atom[i] >= 0) used.push(i);
  const factor = new Float64Array(units).fill(1);
  const place = new Int32Array(atoms).fill(-1);
  for (let c = 0; c < cohorts.length; c++) {
    place.fill(-1);
    const own = used.filter((i) => cohort[i] === c);
    const [sum, squares]: number[][] = [[], []];
    for (const i of own) {
      if (place[atom[i]] < 0) {
        place[atom[i]] = sum.length;
        sum.push(0);
        squares.push(0);
      }
      sum[place[atom[i]]] += weight[i];
      squares[place[atom[i]]] += weight[i] * weight[i];
    }
    const { factors } = armMean(Float64Array.from(sum), Float64Array.from(squares), sum.length === own.length);
    for (const i of own) factor[i] = factors[place[atom[i]]];
  }
  const strata = armStrata(
    {
      group: Int32Array.from(used, (i) => (cohort[i] < 0 ? ALWAYS : (cohorts[cohort[i]] ?? NEVER))),
      w: Float64Array.from(used, (i) => weight[i]),
      atom: Int32Array.from(used, (i) => atom[i]),
    },
    atoms,
  );
  const rows = usedUnits * ordinals.length;
  const whole = models.every(({ system }) => system.state.reduce((n, s) => n + (s === 0 ? 0 : 1), 0) === rows);
  return { factor, strata, whole };
}
