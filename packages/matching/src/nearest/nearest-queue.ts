/** A binary heap of items (small integers) by distance, then rank. */
export interface Queue {
  push(item: number, distance: number, rank: number): void;
  /** The first item, or −1 when empty. */
  pop(): number;
}

export function createQueue(capacity: number): Queue {
  const items = new Int32Array(capacity);
  const distances = new Float64Array(capacity);
  const ranks = new Float64Array(capacity);
  let size = 0;
  const before = (a: number, b: number): boolean =>
    distances[a] < distances[b] || (distances[a] === distances[b] && ranks[a] < ranks[b]);
  const swap = (a: number, b: number): void => {
    [items[a], items[b]] = [items[b], items[a]];
    [distances[a], distances[b]] = [distances[b], distances[a]];
    [ranks[a], ranks[b]] = [ranks[b], ranks[a]];
  };
  return {
    push(item, distance, rank) {
      let at = size++;
      items[at] = item;
      distances[at] = distance;
      ranks[at] = rank;
      while (at > 0) {
        const parent = (at - 1) >>> 1;
        if (!before(at, parent)) break;
        swap(at, parent);
        at = parent;
      }
    },
    pop() {
      if (size === 0) return -1;
      const first = items[0];
      swap(0, --size);
      for (let at = 0; ; ) {
        let least = 2 * at + 1;
        if (least >= size) break;
        if (least + 1 < size && before(least + 1, least)) least++;
        if (!before(least, at)) break;
        swap(least, at);
        at = least;
      }
      return first;
    },
  };
}
