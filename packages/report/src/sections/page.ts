import type { MatchedResults, Results } from "@kontrafakt/study";
import type { Html } from "../html.js";
import type { Speaker } from "../language.js";
import type { CommonCharts, MatchedCharts } from "../report-charts.js";

/** What a section of the report is given. `figure` is a chart as markup, by its name. */
export interface Page<R extends Results = Results, C extends CommonCharts = CommonCharts> {
  readonly results: R;
  readonly speaker: Speaker;
  readonly charts: C;
  readonly figure: (name: string) => Html;
  /** The label of an outcome or characteristic by its name in the study; undefined for other names. */
  readonly label: (name: string) => string | undefined;
}

/** Of a study of people who are compared with matched others. */
export type MatchedPage = Page<MatchedResults, MatchedCharts>;
