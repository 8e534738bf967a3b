import type { Chart } from "../chart.js";
import type { Html } from "../html.js";
import type { Words } from "../lang/en.js";
import type { Speaker } from "../language.js";
import type { Rows } from "../table-rows.js";

/** Place of a section in the report, and the key of its heading. */
export type SectionId = Exclude<keyof Words["heading"], "answer" | "contents" | "skip" | "sure" | "gained" | "payback">;

export interface ReportBody {
  readonly first: Html;
  readonly sections: readonly (readonly [SectionId, Html])[];
}

/** What the report of a study's design is made of. All that differs between designs is decided in one of these. */
export interface Design {
  readonly speaker: Speaker;
  /** Lines of the summary before the effects: heading and text. */
  readonly who: readonly (readonly [string, string])[];
  /** In the order of the report. */
  charts(): readonly Chart[];
  tables(): readonly Rows[];
  /** @param figure a chart as markup, by its name */
  body(figure: (name: string) => Html): ReportBody;
}
