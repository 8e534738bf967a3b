/** Rows of each atom that has some: those of `atoms[j]` are `order[start[j] .. start[j + 1]]`, ascending. */
export interface RowsByAtom {
  readonly atoms: Int32Array;
  readonly start: Int32Array;
  readonly order: Int32Array;
}

/** @param atom of each row, below `count` */
export function rowsByAtom(atom: Int32Array, count: number): RowsByAtom {
  const size = new Int32Array(count);
  for (let i = 0; i < atom.length; i++) size[atom[i]]++;
  const atoms: number[] = [];
  const place = new Int32Array(count);
  for (let a = 0; a < count; a++) if (size[a] > 0) place[a] = atoms.push(a) - 1;
  const start = new Int32Array(atoms.length + 1);
  atoms.forEach((a, j) => {
    start[j + 1] = start[j] + size[a];
  });
  const next = start.slice(0, atoms.length);
  const order = new Int32Array(atom.length);
  for (let i = 0; i < atom.length; i++) order[next[place[atom[i]]]++] = i;
  return { atoms: Int32Array.from(atoms), start, order };
}
