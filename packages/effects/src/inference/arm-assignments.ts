import type { Stream } from "@kontrafakt/numerics";
import type { ArmValues } from "./arm-values.js";

type Arms = Pick<ArmValues, "arm" | "block">;

/** Clusters of each block, ascending. */
function blocksOf({ arm, block }: Arms): Int32Array[] {
  const members = new Map<number, number[]>();
  arm.forEach((_, j) => {
    const own = members.get(block?.[j] ?? 0);
    if (own) own.push(j);
    else members.set(block?.[j] ?? 0, [j]);
  });
  return [...members.values()].map((own) => Int32Array.from(own));
}

/** In how many ways clusters can be in arms of the same sizes; above `most` some number larger than it. */
export function armCount(arms: Arms, most: number): number {
  let ways = 1;
  for (const members of blocksOf(arms)) {
    const sizes = new Map<number, number>();
    let placed = 0;
    for (const j of members) {
      const own = (sizes.get(arms.arm[j]) ?? 0) + 1;
      sizes.set(arms.arm[j], own);
      // The multinomial grows by one cluster at a time: (placed + 1)/own each, whole at the end.
      ways *= ++placed / own;
    }
    ways = Math.round(ways);
    if (ways > most) return ways;
  }
  return ways;
}

/** Every way, from the one in ascending order of arms. `visit` gets an array that changes after the call. */
export function everyArms(arms: Arms, visit: (arm: Int32Array) => void): void {
  const arm = arms.arm.slice();
  const blocks = blocksOf(arms);
  const first = blocks.map((members) => Int32Array.from(members, (j) => arm[j]).sort());
  const place = (b: number) => {
    blocks[b].forEach((j, i) => {
      arm[j] = first[b][i];
    });
  };
  for (let b = 0; b < blocks.length; b++) place(b);
  for (;;) {
    visit(arm);
    let b = 0;
    while (b < blocks.length && !following(arm, blocks[b])) place(b++);
    if (b === blocks.length) return;
  }
}

/** The next order of the members' arms, lexicographically, in place; false after the last. */
function following(arm: Int32Array, members: Int32Array): boolean {
  let i = members.length - 2;
  while (i >= 0 && arm[members[i]] >= arm[members[i + 1]]) i--;
  if (i < 0) return false;
  let k = members.length - 1;
  while (arm[members[k]] <= arm[members[i]]) k--;
  swap(arm, members[i], members[k]);
  for (let low = i + 1, high = members.length - 1; low < high; low++, high--) swap(arm, members[low], members[high]);
  return true;
}

/** Random arms within each block, of the same sizes, one a call: who is in the fullest arm follows from who is in the others. */
export function armShuffle(arms: Arms, random: Stream): () => Int32Array {
  const arm = arms.arm.slice();
  const blocks = blocksOf(arms).map((members) => {
    const sizes = new Map<number, number>();
    for (const j of members) sizes.set(arm[j], (sizes.get(arm[j]) ?? 0) + 1);
    const rest = [...sizes].reduce((most, own) => (own[1] > most[1] ? own : most))[0];
    return {
      members,
      rest,
      others: arms.arm.filter((a, j) => a !== rest && (arms.block?.[j] ?? 0) === (arms.block?.[members[0]] ?? 0)),
    };
  });
  return () => {
    for (const { members, rest, others } of blocks) {
      for (let i = 0; i < members.length; i++) arm[members[i]] = rest;
      for (let i = 0; i < others.length; i++) {
        swap(members, i, i + random.integer(members.length - i));
        arm[members[i]] = others[i];
      }
    }
    return arm;
  };
}

function swap(arm: Int32Array, i: number, k: number): void {
  const kept = arm[i];
  arm[i] = arm[k];
  arm[k] = kept;
}
