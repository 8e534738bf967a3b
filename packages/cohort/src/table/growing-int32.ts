/** An Int32Array that doubles as it fills; `take` copies what is in it. */
export function growingInt32(): { push(value: number): void; take(): Int32Array } {
  let values = new Int32Array(256);
  let n = 0;
  return {
    push(value) {
      if (n === values.length) {
        const wider = new Int32Array(2 * n);
        wider.set(values);
        values = wider;
      }
      values[n++] = value;
    },
    take: () => values.slice(0, n),
  };
}
