import { groupRows } from "../spells/group-rows.js";
import { pick } from "../spells/pick.js";
import type { Services } from "../spells/read-services.js";

/** Stretches of a kind of service, one a row; `to` counts. A row whose `unit` is negative is passed over. */
export interface KindSpells {
  readonly unit: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** Courses of a programme, by unit: those of unit u are `first[u]` to `first[u + 1] − 1`, ascending. */
export interface Courses {
  readonly first: Int32Array;
  readonly from: Int32Array;
  /** Last day; a course that goes on ends on the extract. */
  readonly to: Int32Array;
}

/** Joins spells of one unit into courses: a spell that begins at most `gap` days after the last day so far belongs to the same. */
export function programmeCourses(spells: KindSpells, units: number, gap: number): Courses {
  const { first: rowsOf, order } = groupRows(spells.unit.length, units, (i) => spells.unit[i]);
  const first = new Int32Array(units + 1);
  const from: number[] = [];
  const to: number[] = [];
  for (let u = 0; u < units; u++) {
    const rows = order.subarray(rowsOf[u], rowsOf[u + 1]).sort((a, b) => spells.from[a] - spells.from[b] || a - b);
    for (const i of rows) {
      const last = to.length - 1;
      if (last >= first[u] && spells.from[i] - to[last] - 1 <= gap) to[last] = Math.max(to[last], spells.to[i]);
      else {
        from.push(spells.from[i]);
        to.push(spells.to[i]);
      }
    }
    first[u + 1] = from.length;
  }
  return { first, from: Int32Array.from(from), to: Int32Array.from(to) };
}

/** Spells of some kinds of service, named as the study writes them. */
export function kindSpells(services: Services | undefined, names: readonly string[]): KindSpells {
  if (services === undefined) return { unit: new Int32Array(), from: new Int32Array(), to: new Int32Array() };
  const wanted = new Set(names.map((name) => name.trim()));
  const is = services.kinds.map((name) => wanted.has(name));
  const found: number[] = [];
  for (let i = 0; i < services.kind.length; i++) if (is[services.kind[i]]) found.push(i);
  const rows = Int32Array.from(found);
  const { unit, from, to } = services.spells;
  return { unit: pick(unit, rows), from: pick(from, rows), to: pick(to, rows) };
}
