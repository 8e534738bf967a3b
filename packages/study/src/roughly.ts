/** A count told only roughly, since another count so near it would give away how few lie between. */
export function roughly(count: number): string {
  return `≈${Math.ceil(count / 5) * 5}`;
}

/** Some, but fewer than may be told. */
export function few(count: number, smallCell: number): boolean {
  return count > 0 && count < smallCell;
}
