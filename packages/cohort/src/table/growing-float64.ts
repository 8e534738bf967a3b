/** A Float64Array that doubles as it fills; `take` copies what is in it. */
export function growingFloat64(): { push(value: number): void; take(): Float64Array } {
  let values = new Float64Array(256);
  let n = 0;
  return {
    push(value) {
      if (n === values.length) {
        const wider = new Float64Array(2 * n);
        wider.set(values);
        values = wider;
      }
      values[n++] = value;
    },
    take: () => values.slice(0, n),
  };
}
