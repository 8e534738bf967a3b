import type { MeasureOptions } from "../options/measure-options.js";
import type { People } from "../population/read-people.js";
import type { Reading } from "../table/reading.js";

/** What reading a measure's file gives, whatever its shape. */
export interface ReadMeasure {
  readonly file: string;
  /** Units × periods, NaN where nothing is known. */
  readonly values: Float64Array;
  /** Sums left out because a part of their period was missing. */
  readonly partial: number;
  /** 1 for each period that the file has anything for. */
  readonly present: Uint8Array;
}

/** What both shapes of file are told. */
export interface MeasureInput {
  readonly name: string;
  readonly options: MeasureOptions;
  readonly people: People;
  readonly reading: Reading;
  /** An outcome counts it in days, of which a period has only so many. */
  readonly inDays: boolean;
}
