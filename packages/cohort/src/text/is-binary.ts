/** Whether a file's beginning is no text: more than one place of twenty holds a control character, zero among them. */
export function isBinary(length: number, codeAt: (i: number) => number): boolean {
  const n = Math.min(length, 4096);
  let controls = 0;
  for (let i = 0; i < n; i++) {
    const c = codeAt(i);
    if (c < 32 && c !== 9 && c !== 10 && c !== 12 && c !== 13 && c !== 26) controls++;
  }
  return controls * 20 > n;
}
