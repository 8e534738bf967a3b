/** Moves the k-th smallest value to place k, smaller ones before it, larger ones after. Source: Hoare 1961, Algorithm 65: Find. */
function select(values: Float64Array, k: number, from: number): void {
  let left = from;
  let right = values.length - 1;
  while (left < right) {
    const pivot = values[(left + right) >>> 1];
    let i = left;
    let j = right;
    while (i <= j) {
      while (values[i] < pivot) i++;
      while (pivot < values[j]) j--;
      if (i <= j) {
        const swap = values[i];
        values[i++] = values[j];
        values[j--] = swap;
      }
    }
    if (k <= j) right = j;
    else if (k >= i) left = i;
    else return;
  }
}

function quantileOf(values: Float64Array, p: number, from: number): number {
  const position = (values.length - 1) * p;
  const k = Math.floor(position);
  select(values, k, from);
  const fraction = position - k;
  if (!(fraction > 0)) return values[k];
  let next = Infinity;
  for (let i = k + 1; i < values.length; i++) if (values[i] < next) next = values[i];
  return values[k] + fraction * (next - values[k]);
}

/** The 2.5% and 97.5% quantiles (type 7) of finite values, which are reordered. Selection, since sorting every figure is slower. */
export function intervalOf(values: Float64Array): [number, number] {
  const lower = quantileOf(values, 0.025, 0);
  return [lower, quantileOf(values, 0.975, Math.floor((values.length - 1) * 0.025))];
}
