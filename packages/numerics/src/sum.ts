/** Sum with one error term carried along (Neumaier 1974): exact to rounding whatever the order of magnitude of the parts. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let carry = 0;
  for (let i = 0; i < values.length; i++) {
    const value = values[i];
    const next = total + value;
    carry += Math.abs(total) >= Math.abs(value) ? total - next + value : value - next + total;
    total = next;
  }
  return Number.isFinite(carry) ? total + carry : total;
}

/** Inner product; the shorter length counts. */
export function dot(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const n = Math.min(a.length, b.length);
  let total = 0;
  for (let i = 0; i < n; i++) total += a[i] * b[i];
  return total;
}
