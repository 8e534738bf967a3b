/** Rows kept at even distances, between `most` / 2 and `most` of them however many go by. */
export interface RowSample {
  /** Whether the next row is one to keep. */
  isNext(): boolean;
  /** Lets a row go by that is not. */
  pass(): void;
  offer(fields: readonly string[]): void;
  rows(): readonly (readonly string[])[];
}

export function sampleRows(most = 4000): RowSample {
  let kept: (readonly string[])[] = [];
  let step = 1;
  let n = 0;
  return {
    isNext: () => n % step === 0,
    pass: () => void n++,
    offer(fields) {
      if (n++ % step !== 0) return;
      kept.push(fields);
      if (kept.length < most) return;
      kept = kept.filter((_, i) => i % 2 === 0);
      step *= 2;
    },
    rows: () => kept,
  };
}
