/** A count fit for publishing: 1 up to below the threshold becomes `"<threshold"`. Zero, which describes nobody, stays. */
export function publishable(count: number, threshold: number): number | string {
  return count > 0 && count < threshold ? `<${threshold}` : count;
}
