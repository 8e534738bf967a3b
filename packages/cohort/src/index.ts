export { type AdditiveCell, type AdditiveTable, crossTable, partsTable } from "./disclosure/additive-table.js";
export { coarse, coarseMean } from "./disclosure/coarse.js";
export { type Contributions, type ContributionsBuilder, contributions } from "./disclosure/contributions.js";
export { feasibleRange, type Range } from "./disclosure/feasible-range.js";
export { keepApart, type ToldCount } from "./disclosure/keep-apart.js";
export { maskIdentifier } from "./disclosure/mask-identifier.js";
export { publishable } from "./disclosure/publishable.js";
export { publishableQuantile } from "./disclosure/publishable-quantile.js";
export { type DisclosureRules, type Dominance, NO_RULES, strictest } from "./disclosure/rules.js";
export { type Suppressed, suppressAmounts, suppressCounts, type Told } from "./disclosure/suppress.js";
export { type TotalReason, withheldBecause } from "./disclosure/withheld-because.js";
export { blobSource } from "./files/blob-source.js";
export type { FileKind } from "./files/file-kind.js";
export { type ColumnTable, tableSource } from "./files/table-source.js";
export { type ColumnFinding, findIdentifiers } from "./identifiers/find-identifiers.js";
export { findPerson } from "./identifiers/find-person.js";
export { type Guarded, guardTable } from "./identifiers/guard-table.js";
export {
  type Family,
  families,
  type Identifier,
  type IdentifierContext,
  type IdentifierKind,
  identifierKinds,
} from "./identifiers/identifier.js";
export { identify } from "./identifiers/identify.js";
export { kindLabel } from "./identifiers/kind-label.js";
export { maskAllTexts } from "./identifiers/mask-all-texts.js";
export { maskIdentifiersIn } from "./identifiers/mask-identifiers.js";
export { maskProblem, withMaskedErrors } from "./identifiers/mask-problems.js";
export { KEY_BYTES, parseKey, pseudonyms } from "./identifiers/pseudonyms.js";
export { cohortJobs } from "./jobs.js";
export { createLedger, type LedgerBuilder } from "./ledger/create-ledger.js";
export { flowMeaning } from "./ledger/flow-meaning.js";
export type { FlowStep, Ledger, LedgerFile } from "./ledger/ledger.js";
export type { Linkage } from "./linkage/linkage.js";
export { messages } from "./messages.js";
export type { ClusteringOptions } from "./options/clustering-options.js";
export { cohortOptions } from "./options/cohort-options.js";
export type { CohortInput, CohortOptions } from "./options/cohort-shape.js";
export { filesOf, textOption } from "./options/common.js";
export type { CovariateOptions } from "./options/covariate-options.js";
export { type DisclosureOptions, disclosureOptions } from "./options/disclosure-options.js";
export { type FormatOptions, formatOptions } from "./options/format-options.js";
export {
  type CellOutcome,
  type CellsOptions,
  type CellsOptionsInput,
  type CrossSectionOptions,
  type CrossSectionOptionsInput,
  cellsOptions,
  crossSectionOptions,
} from "./options/group-options.js";
export { type IdentifierOptions, identifierOptions } from "./options/identifier-options.js";
export type { MeasureOptions } from "./options/measure-options.js";
export { type MomentsOptions, type MomentsOptionsInput, momentsOptions } from "./options/moments-options.js";
export { drawsBehind, sharedServices } from "./options/outcome-draws.js";
export { type CountKind, type OutcomeOptions, outcomeServices, outcomeUnit } from "./options/outcome-options.js";
export type { PeopleOptions } from "./options/people-options.js";
export type { ColumnRecode, RecodeOptions } from "./options/recode-options.js";
export { codeLists } from "./options/recode-problems.js";
export type { RefundOptions } from "./options/refund-options.js";
export type { ResidenceOptions } from "./options/residence-options.js";
export { type ServicesBlock, type ServicesOptions, servicesBlocks } from "./options/services-options.js";
export type { TreatmentOptions } from "./options/treatment-options.js";
export { type ObserveInput, observe, type Stretches } from "./population/observe.js";
export type { OtherProgrammeCounts } from "./population/other-programmes.js";
export { placedStretches } from "./population/placements.js";
export { type Courses, programmeCourses } from "./population/programme-courses.js";
export { columnFor } from "./profile/file-candidates.js";
export { profile } from "./profile/profile.js";
export { profileFiles, profileSource } from "./profile/profile-files.js";
export type {
  ColumnKind,
  ColumnProfile,
  FileCandidate,
  FileRole,
  LevelCount,
  Profile,
  RoleCandidate,
  SharedColumn,
  WideColumns,
} from "./profile/profile-value.js";
export type { ColumnRole } from "./profile/role-terms.js";
export { type StarterColumns, starterShares } from "./profile/starter-shares.js";
export { type Cohort, readCohort, type WaveSummary } from "./read-cohort.js";
export { weekPattern } from "./recode/week-pattern.js";
export { type WeekColumn, type WeekSpells, weeksToSpells } from "./recode/weeks-to-spells.js";
export { type RefundInput, type RefundParts, shareRefund } from "./refunds/share-refund.js";
export { type RefundStep, steppedRefund } from "./refunds/stepped-refund.js";
export type { CellGroup, Cells } from "./shapes/cells.js";
export { cohortMoments } from "./shapes/cohort-moments.js";
export type { ComparisonMeans } from "./shapes/comparison-means.js";
export type { CrossSections } from "./shapes/cross-sections.js";
export type { Data } from "./shapes/data.js";
export { mergeMoments } from "./shapes/merge-moments.js";
export { contrastVariance, meansCovariance, momentMeans } from "./shapes/moment-means.js";
export {
  type ClusterSums,
  type CohortMoments,
  type KnownCovariance,
  type MomentArm,
  type MomentProducts,
  type PairSums,
  packedAt,
  pairSums,
  variableCount,
} from "./shapes/moments.js";
export { momentsJson, readMoments } from "./shapes/moments-json.js";
export { ALWAYS, type Clustering, type Covariate, type Measure, NEVER, type Panel } from "./shapes/panel.js";
export { publishableMoments } from "./shapes/publishable-moments.js";
export { readCells } from "./shapes/read-cells.js";
export { type ReadCrossSections, readCrossSections } from "./shapes/read-cross-sections.js";
export { type MassDate, massDates } from "./spells/mass-dates.js";
export { LEAVE, MERGE, SUM } from "./spells/spell-union.js";
export type { PeriodStarts, SpellCount, SpellMeasure, SpellMoney, Spells } from "./spells/spells.js";
export { spellsToPeriods } from "./spells/spells-to-periods.js";
export type { ColumnType } from "./table/column-builder.js";
export { readTable } from "./table/read-table.js";
export type { FileDetected } from "./table/reading.js";
export { tidyHeader } from "./table/resolve-header.js";
export { bytesSource, type Source } from "./table/source.js";
export type { CategoryColumn, Column, DayColumn, Detected, NumberColumn, Table } from "./table/table.js";
export type { ColumnRequest, TableRequest } from "./table/table-request.js";
export { looseText } from "./text/loose-text.js";
