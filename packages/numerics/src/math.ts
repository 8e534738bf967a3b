import stdCos from "@stdlib/math-base-special-cos";
import stdExpm1 from "@stdlib/math-base-special-expm1";
import stdLog1p from "@stdlib/math-base-special-log1p";
import stdPow from "@stdlib/math-base-special-pow";
import stdSin from "@stdlib/math-base-special-sin";

// Transcendental functions with the same bits in every engine: built-in ones differ between Node and browsers.

export { exp } from "./exp.js";
export { ln } from "./ln.js";

/** eˣ − 1 without cancellation near 0. */
export const expm1: (x: number) => number = stdExpm1;
/** ln(1 + x) without cancellation near 0. */
export const log1p: (x: number) => number = stdLog1p;
export const pow: (base: number, exponent: number) => number = stdPow;
export const sin: (x: number) => number = stdSin;
export const cos: (x: number) => number = stdCos;
