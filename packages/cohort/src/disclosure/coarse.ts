/** The step of the series 1, 2, 5 (times a power of ten) that is just not below a size, as digit and power; a size must be above 0. */
function stepFor(size: number): { readonly digit: number; readonly power: number } {
  let power = 0;
  let scaled = size;
  while (scaled > 10) {
    scaled /= 10;
    power++;
  }
  while (scaled <= 1) {
    scaled *= 10;
    power--;
  }
  const digit = [1, 2, 5].find((d) => scaled <= d);
  return digit === undefined ? { digit: 1, power: power + 1 } : { digit, power };
}

/** Ten to a whole power, by multiplication: exact up to 10^22. */
function ten(power: number): number {
  let value = 1;
  for (let i = 0; i < power; i++) value *= 10;
  return value;
}

/**
 * A mean of whole numbers over some people, rounded so that what went into it cannot be counted back. Told with every digit it gives the
 * number of people away as its denominator, and that number times the mean is a sum of single people's days; with a step of
 * 1/(people − threshold) every number of people above that fits what is told. (Hundepool et al. 2012, ch. 5: rounding.)
 */
export function coarseMean(mean: number, people: number, threshold: number): number {
  return coarse(mean, 1 / Math.max(1, people - threshold));
}

/** A figure rounded to a step of the series 1, 2, 5 (times a power of ten) not below `size`. */
export function coarse(value: number, size: number): number {
  if (!Number.isFinite(value) || !(size > 0) || !Number.isFinite(size)) return value;
  const { digit, power } = stepFor(size);
  if (power >= 0) {
    const step = digit * ten(power);
    return Math.round(value / step) * step + 0;
  }
  const scale = ten(-power);
  return (Math.round((value * scale) / digit) * digit) / scale + 0;
}
