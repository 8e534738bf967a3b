import stdExp from "@stdlib/math-base-special-exp";

const LN2_HIGH = 0.6931471803691238;
const LN2_LOW = 1.9082149292705877e-10;
/** Below this 1 + x is the rounded result. */
const TINY = 1 / 2 ** 28;
/** Within ±LIMIT the result is a normal number, and a power of 2 in the table scales it without rounding. */
const LIMIT = 700;
const OFFSET = 1022;

/** 2 to the power of −1022 to 1023. */
const powers = new Float64Array(2 * OFFSET + 2);
powers[OFFSET] = 1;
for (let e = 1; e <= OFFSET + 1; e++) powers[OFFSET + e] = 2 * powers[OFFSET + e - 1];
for (let e = 1; e <= OFFSET; e++) powers[OFFSET - e] = powers[OFFSET - e + 1] / 2;

/**
 * eˣ with the bits of stdlib's exp at about five times its speed: the argument less a multiple of ln 2, then the rational approximation
 * of FreeBSD's msun (e_exp.c), scaled by a power of 2 from a table. Only + − × ÷, so engines agree.
 */
export function exp(x: number): number {
  if (!(x > -LIMIT && x < LIMIT)) return stdExp(x);
  if (x > -TINY && x < TINY) return 1 + x;
  const e = (Math.LOG2E * x + (x < 0 ? -0.5 : 0.5)) | 0;
  const high = x - e * LN2_HIGH;
  const low = e * LN2_LOW;
  const r = high - low;
  const t = r * r;
  const c =
    r -
    t *
      (0.16666666666666602 +
        t *
          (-0.0027777777777015593 + t * (0.00006613756321437934 + t * (-0.0000016533902205465252 + t * 4.1381367970572385e-8))));
  return (1 - (low - (r * c) / (2 - c) - high)) * powers[e + OFFSET];
}
