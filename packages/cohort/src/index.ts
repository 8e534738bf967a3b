export type { ColumnType } from "./column-builder.js";
export { createLedger, type LedgerBuilder } from "./create-ledger.js";
export type { FlowStep, Ledger, LedgerFile } from "./ledger.js";
export { maskIdentifier } from "./mask-identifier.js";
export { messages } from "./messages.js";
export { type ObserveInput, observe, type Stretches } from "./observe.js";
export { cohortOptions } from "./options/cohort-options.js";
export {
  type CohortInput,
  type CohortOptions,
  type CovariateOptions,
  type MeasureOptions,
  type OutcomeOptions,
  type PeopleOptions,
  type ResidenceOptions,
  type ServicesOptions,
  textOption,
} from "./options/cohort-shape.js";
export { type FormatOptions, formatOptions } from "./options/format-options.js";
export { ALWAYS, type Clustering, type Covariate, type Measure, NEVER, type Panel } from "./panel.js";
export { publishable } from "./publishable.js";
export { type Cohort, readCohort, type WaveSummary } from "./read-cohort.js";
export { readTable } from "./read-table.js";
export type { FileDetected } from "./reading.js";
export { bytesSource, type Source } from "./source.js";
export { type PeriodStarts, type Spells, spellsToPeriods } from "./spells-to-periods.js";
export type { CategoryColumn, Column, DayColumn, Detected, NumberColumn, Table } from "./table.js";
export type { ColumnRequest, TableRequest } from "./table-request.js";
