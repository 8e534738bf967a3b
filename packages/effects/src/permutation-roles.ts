import { BLOCK, stream } from "@kontrafakt/numerics";

/** Sets with how many of each play treated. */
export interface RoleSets {
  readonly start: Int32Array;
  readonly treated: Int32Array;
}

/** Which random assignments to make. */
export interface RoleDraws extends RoleSets {
  readonly seed: number;
  readonly name: string;
  readonly block: number;
  readonly count: number;
}

/** @param take tells the members of a set that play treated; they change after the call */
export type Take = (set: number, members: Int32Array) => void;

/** Random assignments of one block: `take` for every set, then `done`. */
export function drawnRoles({ start, treated, seed, name, block, count }: RoleDraws, take: Take, done: () => void): void {
  const random = stream(seed, name, block);
  const sets = start.length - 1;
  // Members of each set in an order of its own: the first ones play treated.
  const order = Int32Array.from({ length: start[sets] });
  for (let s = 0; s < sets; s++) for (let m = start[s]; m < start[s + 1]; m++) order[m] = m - start[s];
  const one = new Int32Array(1);
  for (let d = 0; d < Math.min(count, BLOCK); d++) {
    for (let s = 0; s < sets; s++) {
      const size = start[s + 1] - start[s];
      if (treated[s] === 1) {
        one[0] = random.integer(size);
        take(s, one);
        continue;
      }
      for (let m = 0; m < treated[s]; m++) {
        const other = m + random.integer(size - m);
        const kept = order[start[s] + m];
        order[start[s] + m] = order[start[s] + other];
        order[start[s] + other] = kept;
      }
      take(s, order.subarray(start[s], start[s] + treated[s]));
    }
    done();
  }
}

/** Every assignment there is: `take` for the sets that changed, then `done`. */
export function everyRole({ start, treated }: RoleSets, take: Take, done: () => void): void {
  const sets = start.length - 1;
  const members = Array.from({ length: sets }, (_, s) => Int32Array.from({ length: treated[s] }, (_, m) => m));
  for (let s = 0; s < sets; s++) take(s, members[s]);
  for (;;) {
    done();
    let s = 0;
    while (s < sets && !following(members[s], start[s + 1] - start[s])) {
      members[s].forEach((_, m) => {
        members[s][m] = m;
      });
      take(s, members[s]);
      s++;
    }
    if (s === sets) return;
    take(s, members[s]);
  }
}

/** How many assignments there are; above `most` some number larger than it. */
export function roleCount({ start, treated }: RoleSets, most: number): number {
  let count = 1;
  for (let s = 0; s + 1 < start.length && count <= most; s++) count *= choose(start[s + 1] - start[s], treated[s]);
  return count;
}

/** n over k. */
function choose(n: number, k: number): number {
  let ways = 1;
  for (let i = 1; i <= Math.min(k, n - k); i++) ways = Math.round((ways * (n - i + 1)) / i);
  return ways;
}

/** The next k of n in lexicographic order, in place; false after the last. */
function following(members: Int32Array, n: number): boolean {
  const k = members.length;
  let i = k - 1;
  while (i >= 0 && members[i] === n - k + i) i--;
  if (i < 0) return false;
  members[i]++;
  for (let j = i + 1; j < k; j++) members[j] = members[j - 1] + 1;
  return true;
}
