/** Moves the k-th smallest value to place k, smaller ones before it, larger ones after. Source: Hoare 1961, Algorithm 65: Find. */
function select(values: Float64Array, k: number): void {
  let left = 0;
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

/** Sorted values at places k and k + 1 (the last one again at the end); reorders `values`. */
function neighbours(values: Float64Array, k: number): [number, number] {
  select(values, k);
  let next = Infinity;
  for (let i = k + 1; i < values.length; i++) if (values[i] < next) next = values[i];
  return [values[k], next === Infinity ? values[k] : next];
}

const SAMPLE = 512;

/** Every so many values; undefined where there are too few values for it to be of use. */
function sampleOf(values: Float64Array): Float64Array | undefined {
  const stride = Math.floor(values.length / SAMPLE);
  return stride < 4 ? undefined : Float64Array.from({ length: SAMPLE }, (_, i) => values[i * stride]);
}

/** The places of a sample that all but surely lie beyond a share of the values on either side: three standard errors off what is expected. */
function guessOf(share: number): number {
  return Math.ceil(SAMPLE * share + 3 * Math.sqrt(SAMPLE * share * (1 - share))) + 1;
}

/** Values of both tails, those of the upper one negated: at least as many as asked for. */
interface Tails {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

/**
 * The `lowest` smallest and the `highest` largest values, and some more: those up to what a sample says they reach. All of them where there are
 * few values, or where the sample was wrong.
 */
function tailsOf(values: Float64Array, lowest: number, highest: number): Tails {
  const n = values.length;
  const sample = sampleOf(values);
  const [below, above] = [guessOf(lowest / n), guessOf(highest / n)];
  if (sample !== undefined && below + above < SAMPLE) {
    select(sample, below);
    const lower = sample[below];
    select(sample, SAMPLE - 1 - above);
    const upper = sample[SAMPLE - 1 - above];
    const low = new Float64Array(Math.min(n, Math.ceil((2 * below * n) / SAMPLE)));
    const high = new Float64Array(Math.min(n, Math.ceil((2 * above * n) / SAMPLE)));
    let [l, h] = [0, 0];
    for (let i = 0; i < n; i++) {
      const value = values[i];
      if (value <= lower) {
        if (l < low.length) low[l] = value;
        l++;
      }
      if (value >= upper) {
        if (h < high.length) high[h] = -value;
        h++;
      }
    }
    if (l >= lowest && l <= low.length && h >= highest && h <= high.length)
      return { low: low.subarray(0, l), high: high.subarray(0, h) };
  }
  return { low: lowest === 0 ? values : values.slice(), high: highest === 0 ? values : values.map((value) => -value) };
}

/** A place among the sorted values, which need not be whole. */
interface Place {
  readonly k: number;
  readonly fraction: number;
}

function placeOf(n: number, p: number): Place {
  const position = (n - 1) * p;
  const k = Math.floor(position);
  return { k, fraction: position - k };
}

function fromBelow(low: Float64Array, { k, fraction }: Place): number {
  const [at, next] = neighbours(low, k);
  return fraction > 0 ? at + fraction * (next - at) : at;
}

/** From the top: place k is the (n − 1 − k)-th largest, place k + 1 the one above it. */
function fromAbove(high: Float64Array, { k, fraction }: Place, n: number): number {
  const top = n - 1 - k;
  if (!(fraction > 0)) {
    select(high, top);
    return -high[top];
  }
  const [above, at] = neighbours(high, top - 1);
  return -at + fraction * (-above + at);
}

/**
 * Quantile (type 7) of finite values, which are left as they are. Values beyond what a sample says of the tail are never looked at twice:
 * sorting every figure's draws takes several times as long.
 */
export function quantileOfDraws(values: Float64Array, p: number): number {
  const n = values.length;
  const place = placeOf(n, p);
  return p <= 0.5
    ? fromBelow(tailsOf(values, Math.min(n, place.k + 2), 0).low, place)
    : fromAbove(tailsOf(values, 0, n - place.k).high, place, n);
}

/** The 2.5% and 97.5% quantiles (type 7) of finite values. */
export function intervalOf(values: Float64Array): [number, number] {
  const n = values.length;
  const [lower, upper] = [placeOf(n, 0.025), placeOf(n, 0.975)];
  const { low, high } = tailsOf(values, Math.min(n, lower.k + 2), n - upper.k);
  return [fromBelow(low, lower), fromAbove(high, upper, n)];
}
