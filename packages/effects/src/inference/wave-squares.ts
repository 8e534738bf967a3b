import { fail } from "@kontrafakt/base";
import { influenceBy } from "../cell-influence.js";
import { eachEvent } from "../effects-of.js";
import type { Term } from "../effects-value.js";
import { messages } from "../messages.js";
import type { WaveDesign } from "../wave-design.js";
import { adjustedChange, type EventCell, type EventFit } from "../wave-event.js";
import type { ClusterSquares } from "./cluster-squares.js";
import { emptySquares } from "./empty-squares.js";

/**
 * A combination of matched cells as least squares. Where matched sets are whole within clusters: in each cell the sets' differences on one
 * constant, a set counting by its treated. Where clusters are counted alone, their sets crossing them: the changes of treated and of controls
 * on the controls' mean and one coefficient for the treated, with their weights.
 * @throws KontrafaktError where slopes of covariates are shared, two clusterings count at once, or weights make people independent
 */
export function waveSquares(design: WaveDesign, terms: readonly Term[], c: Float64Array): ClusterSquares {
  if (c.length !== terms.length)
    fail("effects/length", {}, { what: "a combination", given: c.length, needed: terms.length }, messages);
  const { atoms, waves, periods } = design;
  const crossing = atoms.crossed?.crossing;
  if (crossing) {
    const [first, second] = crossing.names;
    fail("effects/wild-crossing", { option: "inference.crossing" }, { first, second }, messages);
  }
  const by = influenceBy(design);
  if (by === "unit" || design.estimation) fail("effects/wild-by-person", { option: "inference.beside" }, {}, messages);
  const used = terms.flatMap((_, k) => (c[k] !== 0 ? [k] : []));
  const places = new Map(used.map((k, b) => [`${terms[k].group}/${terms[k].time}/${terms[k].outcome}`, b]));
  const size = by === "crossed" ? 2 : 1;
  const squares = { ...emptySquares(atoms.count, used.length, size), treated: new Uint8Array(atoms.count) };
  let adjusted = 0;
  eachEvent(design, { role: design.role, shares: "matched" }, (o, fit) => {
    for (const cell of fit.cells) {
      const b = places.get(`${waves[cell.wave]}/${periods[cell.time]}/${design.outcomes[o].name}`);
      if (b === undefined) continue;
      if (fit.slopes.length > 0) adjusted++;
      squares.combination[size * b + size - 1] = c[used[b]];
      if (by === "crossed") addRows(squares, design, o, fit, cell, b);
      else addSets(squares, design, fit, cell, b);
    }
  });
  if (adjusted > 0) fail("effects/wild-adjusted", { option: "inference.beside" }, { count: adjusted }, messages);
  let clusters = 0;
  for (let a = 0; a < atoms.count; a++) if (holds(squares, a)) clusters++;
  return { ...squares, factor: clusters / (clusters - 1) };
}

type Squares = Omit<ClusterSquares, "factor">;

/** A set's deviation is its weight times its difference less the cell's. */
function addSets(
  { gram, product, blocks, treated }: Squares,
  design: WaveDesign,
  fit: EventFit,
  cell: EventCell,
  b: number,
): void {
  const { atoms, setStart, members } = design;
  const atomOf = (position: number) => atoms.ofRow[members[setStart[fit.sets[position]]]];
  for (let i = cell.from; i < cell.to; i++) {
    const a = atomOf(i);
    treated[a] = 1;
    product[a * blocks + b] += fit.deviation[i];
  }
  for (let i = cell.firstTreated; i < cell.lastTreated; i++) {
    const at = atomOf(fit.treatedPosition[i]) * blocks + b;
    gram[at] += fit.treatedWeight[i];
    product[at] += fit.treatedWeight[i] * cell.att;
  }
}

function addRows(
  { gram, product, blocks, treated }: Squares,
  design: WaveDesign,
  outcome: number,
  fit: EventFit,
  cell: EventCell,
  b: number,
): void {
  const { ofRow } = design.atoms;
  const change = (r: number) => adjustedChange(design, outcome, fit.gamma, r, cell.time);
  const add = (r: number, w: number, started: boolean) => {
    const at = ofRow[r] * blocks + b;
    gram[4 * at] += w;
    product[2 * at] += w * change(r);
    if (!started) return;
    treated[ofRow[r]] = 1;
    for (let j = 1; j < 4; j++) gram[4 * at + j] += w;
    product[2 * at + 1] += w * change(r);
  };
  for (let i = cell.firstTreated; i < cell.lastTreated; i++) add(fit.treated[i], fit.treatedWeight[i], true);
  for (let j = cell.firstRow; j < cell.lastRow; j++) add(fit.comparison[j], fit.weight[j], false);
}

function holds({ gram, blocks, size }: Squares, a: number): boolean {
  const each = blocks * size * size;
  for (let i = a * each; i < (a + 1) * each; i++) if (gram[i] !== 0) return true;
  return false;
}
