import type { ClusterShares } from "./weighted-mean.js";

/** Adds shares up by atom, again and again, without going through the atoms that have none. */
export function sharesByAtom(atoms: number) {
  const slot = new Int32Array(atoms).fill(-1);
  const used = new Int32Array(atoms);
  const sum = new Float64Array(atoms);
  const squares = new Float64Array(atoms);
  let count = 0;
  return {
    clear(): void {
      for (let i = 0; i < count; i++) slot[used[i]] = -1;
      count = 0;
    },
    add(atom: number, share: number): void {
      let at = slot[atom];
      if (at < 0) {
        at = count++;
        slot[atom] = at;
        used[at] = atom;
        sum[at] = 0;
        squares[at] = 0;
      }
      sum[at] += share;
      squares[at] += share * share;
    },
    /** Where an atom stands in `shares`. */
    place: (atom: number): number => slot[atom],
    count: (): number => count,
    shares: (): ClusterShares => ({ sum: sum.subarray(0, count), squares: squares.subarray(0, count) }),
  };
}
