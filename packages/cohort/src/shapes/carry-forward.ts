/** Lets a value hold on for up to `most` periods where none is known, in place. Returns how many cells were filled. */
export function carryForward(values: Float64Array, periods: number, most: number): number {
  let filled = 0;
  for (let start = 0; start < values.length; start += periods) {
    let age = most;
    for (let cell = start; cell < start + periods; cell++) {
      if (!Number.isNaN(values[cell])) age = 0;
      else if (age < most) {
        values[cell] = values[cell - 1];
        age++;
        filled++;
      }
    }
  }
  return filled;
}
