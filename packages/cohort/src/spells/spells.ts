/** What is counted of spells in a period. */
export type SpellCount = "days" | "share" | "count" | "any" | "amount" | "started" | "ended";

/** Money of spells: `rate` kr for each day a spell covers, `lump` kr whole on day `on`. NaN is an amount not known. */
export interface SpellMoney {
  readonly rate: Float64Array;
  readonly lump: Float64Array;
  readonly on: Int32Array;
}

/** Spells, one a row; `to` is the last day and counts. A row with `unit` or `group` −1 is passed over. */
export interface Spells {
  readonly unit: Int32Array;
  /** Spells that every measure treats alike have one group. */
  readonly group: Int32Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** 1 where the spell goes on, so that its last day is no end. Default 0. */
  readonly open?: Uint8Array;
}

export interface SpellMeasure {
  readonly count: SpellCount;
  /** `LEAVE`, `MERGE` or `SUM` by group. */
  readonly take: Uint8Array;
  /** Needed for amounts. */
  readonly money?: SpellMoney;
}

/** Periods that follow one another without a gap: period t holds the days `starts[t]` to `starts[t + 1] − 1`. */
export type PeriodStarts = Int32Array;
