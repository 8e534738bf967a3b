/** Counts of different texts, found without making strings of them. */
export interface TextCounts {
  /** Counts a piece of a text whose hash is known. False where it is new and there is no room for another. */
  add(text: string, from: number, to: number, hash: number, times: number): boolean;
  size(): number;
  /** Rows by text, in order of appearance. */
  finish(): Map<string, number>;
}

/** @param most different texts it has room for */
export function textCounts(most: number): TextCounts {
  const texts: string[] = [];
  let hashes = new Uint32Array(16);
  let counts = new Float64Array(16);
  let slots = new Int32Array(32).fill(-1);
  const grow = () => {
    const wider = new Uint32Array(2 * hashes.length);
    wider.set(hashes);
    hashes = wider;
    const more = new Float64Array(2 * counts.length);
    more.set(counts);
    counts = more;
    slots = new Int32Array(2 * slots.length).fill(-1);
    for (let k = 0; k < texts.length; k++) {
      let at = hashes[k] & (slots.length - 1);
      while (slots[at] >= 0) at = (at + 1) & (slots.length - 1);
      slots[at] = k;
    }
  };
  return {
    add(text, from, to, hash, times) {
      const mask = slots.length - 1;
      let at = hash & mask;
      for (let k = slots[at]; k >= 0; k = slots[at]) {
        if (hashes[k] === hash && texts[k].length === to - from && text.startsWith(texts[k], from)) {
          counts[k] += times;
          return true;
        }
        at = (at + 1) & mask;
      }
      if (texts.length >= most) return false;
      if (texts.length === hashes.length) {
        grow();
        at = hash & (slots.length - 1);
        while (slots[at] >= 0) at = (at + 1) & (slots.length - 1);
      }
      const k = texts.length;
      texts.push(text.slice(from, to));
      hashes[k] = hash;
      counts[k] = times;
      slots[at] = k;
      return true;
    },
    size: () => texts.length,
    finish: () => new Map(texts.map((text, k) => [text, counts[k]])),
  };
}
