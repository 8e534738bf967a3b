export type { FlowStep, Ledger, LedgerFile } from "./ledger.js";
export { ALWAYS, type Clustering, type Covariate, type Measure, NEVER, type Panel } from "./panel.js";
export { bytesSource, type Source } from "./source.js";
export type { CategoryColumn, Column, DayColumn, Detected, NumberColumn, Table } from "./table.js";
