/** What is refunded of the part of a year's amount above a threshold, up to the next one. */
export interface RefundStep {
  /** kr. */
  readonly above: number;
  /** Share, in [0, 1]. */
  readonly refund: number;
}

/**
 * The refund of a year's amount under steps that ascend: each part of the amount at the share of the step it lies in. Nothing below the
 * first step, nor of an amount that is not above 0.
 */
export function steppedRefund(amount: number, steps: readonly RefundStep[]): number {
  if (Number.isNaN(amount)) return amount;
  let refund = 0;
  for (let s = 0; s < steps.length && amount > steps[s].above; s++) {
    const upTo = s + 1 < steps.length ? Math.min(amount, steps[s + 1].above) : amount;
    refund += (upTo - steps[s].above) * steps[s].refund;
  }
  return refund;
}
