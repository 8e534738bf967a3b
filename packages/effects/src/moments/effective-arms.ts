import type { Term } from "../effects-value.js";
import type { MomentDesign } from "./moment-design.js";

/** Kish's effective numbers, where squared weights are known and differ from the weights. */
export function effectiveArms(
  { moments }: MomentDesign,
  treatedAt: readonly number[],
  controlsAt: readonly number[],
): Pick<Term, "effective"> {
  const V = moments.shift.length;
  const of = (places: readonly number[]) => {
    let [n, w, ww] = [0, 0, 0];
    for (const at of places) {
      const arm = moments.arms[Math.floor(at / V)];
      if (!arm.products) return undefined;
      const v = at % V;
      const place = arm.complete ? 0 : (v * (v + 3)) / 2;
      n += arm.n[place];
      w += arm.w[place];
      ww += arm.products.ww[place];
    }
    return { n, size: ww > 0 ? (w * w) / ww : 0 };
  };
  const [treated, controls] = [of(treatedAt), of(controlsAt)];
  if (!treated || !controls) return {};
  const equal = (x: { n: number; size: number }) => Math.abs(x.size - x.n) <= 1e-9 * x.n;
  return equal(treated) && equal(controls) ? {} : { effective: { treated: treated.size, controls: controls.size } };
}
