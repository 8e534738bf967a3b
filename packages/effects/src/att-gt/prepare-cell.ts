import type { CellRows, Method, Preparation, Reason } from "./cell-rows.js";
import { dr as sectionDr } from "./cross-section/dr.js";
import { drImproved as sectionDrImproved } from "./cross-section/dr-improved.js";
import { ipw as sectionIpw } from "./cross-section/ipw.js";
import { plain as sectionPlain } from "./cross-section/plain.js";
import { reg as sectionReg } from "./cross-section/reg.js";
import { dr } from "./panel/dr.js";
import { drImproved } from "./panel/dr-improved.js";
import { ipw } from "./panel/ipw.js";
import { plain } from "./panel/plain.js";
import { reg } from "./panel/reg.js";

const panel = { dr, drImproved, reg, ipw };
const section = { dr: sectionDr, drImproved: sectionDrImproved, reg: sectionReg, ipw: sectionIpw };

/** The method's preparation of a cell's rows, or why the cell is empty. `names` are those of the covariates, `asDid` as in `dr` of cross-sections. */
export function prepareCell(rows: CellRows, method: Method, names: readonly string[], asDid = false): Preparation {
  const refused = tooFew(rowCounts(rows), rows, method);
  if (refused) return { refused };
  if (rows.k === 1) return rows.post ? sectionPlain(rows) : plain(rows);
  return rows.post ? section[method](rows, names, asDid) : panel[method](rows, names);
}

/** Rows of controls before and after, then of treated before and after; all count as before where there is no period to tell. */
export function rowCounts({ d, post }: Pick<CellRows, "d" | "post">): Int32Array {
  const count = new Int32Array(4);
  for (let i = 0; i < d.length; i++) count[2 * d[i] + (post ? post[i] : 0)]++;
  return count;
}

/** Why rows of treated or of controls are too few for a method, in whichever period has fewest. */
export function tooFew(count: Int32Array, { k, post }: Pick<CellRows, "k" | "post">, method: Method): Reason | undefined {
  const controls = post ? Math.min(count[0], count[1]) : count[0];
  const treated = post ? Math.min(count[2], count[3]) : count[2];
  if (controls === 0) return { code: "effects/cell-no-controls", params: {} };
  if (treated < 2 || controls < 2) return { code: "effects/cell-one-unit", params: { treated, controls } };
  if (k === 1 || method === "ipw") return undefined;
  if (controls <= k) return { code: "effects/cell-few-controls", params: { controls, slopes: k - 1 } };
  if (post && method !== "reg" && treated <= k) return { code: "effects/cell-few-treated", params: { treated, slopes: k - 1 } };
  return undefined;
}
