import { createQueue } from "./nearest-queue.js";

/** How one kernel finds and takes controls; a control is known by a whole number ≥ 0. */
export interface Turns {
  /** Treated row → its number of controls wanted, at least 0. */
  readonly wanted: Int32Array;
  /** Indices of treated rows in the order in which they choose. */
  readonly sequence: readonly number[];
  readonly closestFirst: boolean;
  /** The best control that treated `a` may still take, or −1. */
  readonly best: (a: number) => number;
  readonly distance: (a: number, control: number) => number;
  readonly isFree: (control: number) => boolean;
  /** Control `control` becomes the next of treated `a`. */
  readonly take: (a: number, control: number) => void;
}

/**
 * Lets treated rows choose in turn: everyone once before anyone again, and who found none is out. With `closestFirst`, whoever has
 * the smallest distance goes first; equal distances in the sequence, but one whose control was taken and who must look again
 * goes before others at the same distance.
 */
export function takeTurns({ wanted, sequence, closestFirst, best, distance, isFree, take }: Turns): void {
  let choosing = sequence.filter((a) => wanted[a] > 0);
  for (let k = 1; choosing.length > 0; k++) {
    const served: number[] = [];
    const serve = (a: number, control: number): void => {
      take(a, control);
      if (wanted[a] > k) served.push(a);
    };
    if (closestFirst) {
      const queue = createQueue(wanted.length);
      const found = new Int32Array(wanted.length).fill(-1);
      const look = (a: number, rank: number): void => {
        found[a] = best(a);
        if (found[a] >= 0) queue.push(a, distance(a, found[a]), rank);
      };
      choosing.forEach(look);
      for (let a = queue.pop(), again = -1; a >= 0; a = queue.pop()) {
        if (isFree(found[a])) serve(a, found[a]);
        else look(a, again--);
      }
      served.sort((a, b) => a - b);
    } else {
      for (const a of choosing) {
        const control = best(a);
        if (control >= 0) serve(a, control);
      }
    }
    choosing = served;
  }
}
