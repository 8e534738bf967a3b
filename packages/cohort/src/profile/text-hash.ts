/**
 * 32-bit hash of a text, or of a piece of it (FNV-1a over UTF-16 units, mixed at the end), for counting different texts and for telling whether two
 * columns share theirs. Never leaves memory: an identifier's hash can be turned back.
 */
export function textHash(text: string, from = 0, to = text.length): number {
  let h = 0x811c9dc5;
  for (let i = from; i < to; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

/** A set of 32-bit hashes that grows up to `limit` and then takes no more. */
export interface HashSet {
  add(hash: number): void;
  size(): number;
  isFull(): boolean;
  /** The smallest `count` hashes, in order: a sample that two sets draw alike. */
  smallest(count: number): Uint32Array;
}

export function hashSet(limit = 1 << 20): HashSet {
  let slots = new Uint32Array(1 << 12);
  let n = 0;
  let hasZero = false;
  const put = (into: Uint32Array, hash: number): boolean => {
    const mask = into.length - 1;
    let at = hash & mask;
    while (into[at] !== 0) {
      if (into[at] === hash) return false;
      at = (at + 1) & mask;
    }
    into[at] = hash;
    return true;
  };
  const size = () => n + (hasZero ? 1 : 0);
  return {
    add(hash) {
      if (hash === 0) {
        hasZero = true;
        return;
      }
      if (n >= limit || !put(slots, hash)) return;
      n++;
      if (n * 2 <= slots.length) return;
      const wider = new Uint32Array(slots.length * 2);
      for (const old of slots) if (old !== 0) put(wider, old);
      slots = wider;
    },
    size,
    isFull: () => n >= limit,
    smallest(count) {
      const limit = n > 8 * count ? (2 * count * 0x1_0000_0000) / n : 0x1_0000_0000;
      const below = slots.filter((hash) => hash !== 0 && hash < limit).sort();
      if (below.length >= Math.min(count, n)) return below.slice(0, count);
      return slots
        .filter((hash) => hash !== 0)
        .sort()
        .slice(0, count);
    },
  };
}

/** Share of the texts behind sample `b` that are among those behind sample `a`, from the smallest hashes of both; NaN for none. */
export function sharedShare(a: Uint32Array, b: Uint32Array, isWholeA: boolean, isWholeB: boolean): number {
  if (a.length === 0 || b.length === 0) return Number.NaN;
  const limit = Math.min(isWholeA ? 0xffffffff : a[a.length - 1], isWholeB ? 0xffffffff : b[b.length - 1]);
  let shared = 0;
  let seen = 0;
  let i = 0;
  for (const hash of b) {
    if (hash > limit) break;
    seen++;
    while (i < a.length && a[i] < hash) i++;
    if (i < a.length && a[i] === hash) shared++;
  }
  return seen === 0 ? Number.NaN : shared / seen;
}
