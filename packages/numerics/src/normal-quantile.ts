import erfcinv from "@stdlib/math-base-special-erfcinv";
import { ln } from "./ln.js";

/** Bound once: a default import of a CommonJS module is looked up at every call in some loaders. */
const inverseErfc = erfcinv;

/** Twice the tail below which stdlib is asked. */
const FAR = 0.011;

/**
 * z with P(Z ≤ z) = p for each p among the values from `first` on before `end`, in place, with the bits of `normalQuantile`. All in one function,
 * so that millions of draws leave no numbers behind to be collected.
 *
 * The inverse of erfc has the bits of stdlib's: Boost's rational approximations (erf_inv.hpp, Maddock 2006), the outermost 1% by stdlib itself.
 */
export function normalQuantiles(values: Float64Array, first: number, end: number): void {
  for (let i = first; i < end; i++) {
    const p = values[i];
    const q = p < 0.5 ? 2 * p : 2 * (1 - p);
    let z: number;
    if (q >= 0.5) {
      const x = 1 - q;
      const g = x * (x + 10);
      const above =
        -0.0005087819496582806 +
        x *
          (-0.008368748197417368 +
            x *
              (0.03348066254097446 +
                x *
                  (-0.012692614766297404 +
                    x *
                      (-0.03656379714117627 +
                        x * (0.02198786811111689 + x * (0.008226878746769157 + x * -0.005387729650712429))))));
      const below =
        1 +
        x *
          (-0.9700050433032906 +
            x *
              (-1.5657455823417585 +
                x *
                  (1.5622155839842302 +
                    x *
                      (0.662328840472003 +
                        x *
                          (-0.7122890234154284 +
                            x *
                              (-0.05273963823400997 +
                                x * (0.07952836873415717 + x * (-0.0023339375937419 + x * 0.0008862163904564247))))))));
      z = g * 0.08913147449493408 + g * (above / below);
    } else if (q > FAR) {
      const logarithm = ln(q);
      if (q >= 0.25) {
        const x = q - 0.25;
        const above =
          -0.20243350835593876 +
          x *
            (0.10526468069939171 +
              x *
                (8.3705032834312 +
                  x *
                    (17.644729840837403 +
                      x *
                        (-18.851064805871424 +
                          x *
                            (-44.6382324441787 +
                              x * (17.445385985570866 + x * (21.12946554483405 + x * -3.6719225470772936)))))));
        const below =
          1 +
          x *
            (6.242641248542475 +
              x *
                (3.971343795334387 +
                  x *
                    (-28.66081804998 +
                      x *
                        (-20.14326346804852 +
                          x *
                            (48.560921310873994 +
                              x * (10.826866735546016 + x * (-22.643693341313973 + x * 1.7211476576120028)))))));
        z = Math.sqrt(-2 * logarithm) / (2.249481201171875 + above / below);
      } else {
        const root = Math.sqrt(-logarithm);
        const x = root - 1.125;
        const above =
          -0.1311027816799519 +
          x *
            (-0.16379404719331705 +
              x *
                (0.11703015634199525 +
                  x *
                    (0.38707973897260434 +
                      x *
                        (0.3377855389120359 +
                          x *
                            (0.14286953440815717 +
                              x *
                                (0.029015791000532906 +
                                  x *
                                    (0.0021455899538880526 +
                                      x *
                                        (-6.794655751811263e-7 + x * (2.8522533178221704e-8 + x * -6.81149956853777e-10)))))))));
        const below =
          1 +
          x *
            (3.4662540724256723 +
              x *
                (5.381683457070069 +
                  x *
                    (4.778465929458438 +
                      x *
                        (2.5930192162362027 + x * (0.848854343457902 + x * (0.15226433829533179 + x * 0.011059242293464892))))));
        z = 0.807220458984375 * root + (above / below) * root;
      }
    } else z = inverseErfc(q);
    values[i] = p < 0.5 ? -Math.SQRT2 * z : Math.SQRT2 * z;
  }
}

const one = new Float64Array(1);

/**
 * z with P(Z ≤ z) = p; −∞ at 0, ∞ at 1, NaN outside [0, 1]. By the inverse of erfc on the nearer tail: stdlib's own normal quantile
 * goes through erfinv(2p − 1), which loses the lower tail (−∞ at p = 1e-20).
 */
export function normalQuantile(p: number): number {
  one[0] = p;
  normalQuantiles(one, 0, 1);
  return one[0];
}
