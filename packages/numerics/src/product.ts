/** Inner product of two stretches of memory, in four partial sums that the processor can run beside each other. */
export function product(u: Float64Array, from: number, v: Float64Array, at: number, length: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    s0 += u[from + i] * v[at + i];
    s1 += u[from + i + 1] * v[at + i + 1];
    s2 += u[from + i + 2] * v[at + i + 2];
    s3 += u[from + i + 3] * v[at + i + 3];
  }
  for (; i < length; i++) s0 += u[from + i] * v[at + i];
  return s0 + s1 + (s2 + s3);
}
