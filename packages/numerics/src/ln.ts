import stdLn from "@stdlib/math-base-special-ln";

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
const SMALLEST_NORMAL = 2.2250738585072014e-308;
const BIAS = 1023;

const double = new Float64Array(1);
const words = new Int32Array(double.buffer);
/** Which word of a double holds its exponent. */
double[0] = 1;
const HIGH = words[0] === 0 ? 1 : 0;

/** 2 to the power of −1022 to 1023. */
const powers = new Float64Array(2 * BIAS);
powers[BIAS - 1] = 1;
for (let e = 1; e <= BIAS; e++) powers[BIAS - 1 + e] = 2 * powers[BIAS - 2 + e];
for (let e = 1; e < BIAS; e++) powers[BIAS - 1 - e] = powers[BIAS - e] / 2;

/**
 * Natural logarithm with the bits of stdlib's at twice its speed: x = 2ᵏ(1 + f), and the rational approximation of FreeBSD's msun (e_log.c) at
 * f; a multiplication by a power of 2 from a table where stdlib writes into the bits of x, which a processor waits for.
 */
export function ln(x: number): number {
  if (!(x >= SMALLEST_NORMAL && x < Infinity)) return stdLn(x);
  double[0] = x;
  const high = words[HIGH];
  const mantissa = high & 0xfffff;
  // 1 + f lies between √½ and √2, near enough.
  const k = (high >> 20) - BIAS + ((mantissa + 0x95f64) >> 20);
  // Near 1, and in the top half of the largest numbers, whose 2⁻ᵏ is no normal number.
  if ((0xfffff & (2 + mantissa)) < 3 || k >= BIAS) return stdLn(x);
  const f = x * powers[BIAS - 1 - k] - 1;
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const odd = z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const r = odd + even;
  if (((mantissa - 0x6147a) | (0x6b851 - mantissa)) > 0) {
    const half = 0.5 * f * f;
    return k * LN2_HIGH - (half - (s * (half + r) + k * LN2_LOW) - f);
  }
  return k * LN2_HIGH - (s * (f - r) - k * LN2_LOW - f);
}
