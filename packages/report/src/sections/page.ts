import type { Results } from "@kontrafakt/study";
import type { ReportCharts } from "../charts.js";
import type { Html } from "../html.js";
import type { Speaker } from "../language.js";

/** What a section of the report is given. `figure` is a chart as markup, by its name. */
export interface Page {
  readonly results: Results;
  readonly speaker: Speaker;
  readonly charts: ReportCharts;
  readonly figure: (name: string) => Html;
}
