/**
 * Exact Shapley values of a game of n players: what each adds to the value, over all orders in which they may come. They sum to
 * value(all) − value(none). Weights |S|!(n−|S|−1)!/n! (Shapley 1953, doi:10.1515/9781400881970-018).
 *
 * @param n at most 20
 * @param value of a set of players; player i is bit i of the set
 */
export function shapleyValues(n: number, value: (set: number) => number): number[] {
  const values = Array.from({ length: 1 << n }, (_, set) => value(set));
  const weights: number[] = [];
  for (let size = 0, ways = 1; size < n; size++) {
    weights.push(1 / (n * ways));
    ways = (ways * (n - 1 - size)) / (size + 1);
  }
  return Array.from({ length: n }, (_, i) => {
    let part = 0;
    values.forEach((without, set) => {
      if (((set >> i) & 1) === 0) part += weights[sizeOf(set)] * (values[set | (1 << i)] - without);
    });
    return part;
  });
}

function sizeOf(set: number): number {
  let size = 0;
  for (let rest = set; rest > 0; rest >>= 1) size += rest & 1;
  return size;
}
