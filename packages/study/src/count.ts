/**
 * A count fit for publishing. Text where it is not told exactly: `"<5"` is some but few, `"≥5"` a count that would give a few away,
 * `"≈60"` one that differs from 60 by few, or is told to the nearest step.
 */
export type Count = number | string;
