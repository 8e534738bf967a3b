/** Rank of each value from 1, equal values given the mean of their ranks. */
export function averageRanks(values: Float64Array): Float64Array {
  const sorted = values.slice().sort();
  const ranks = new Float64Array(values.length);
  const places = new Map<number, number>();
  for (let first = 0, end = 1; first < sorted.length; first = end++) {
    while (end < sorted.length && sorted[end] === sorted[first]) end++;
    places.set(sorted[first], (first + 1 + end) / 2);
  }
  for (let i = 0; i < values.length; i++) ranks[i] = places.get(values[i]) as number;
  return ranks;
}
