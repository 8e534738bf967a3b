export { canonicalJson } from "./canonical-json.js";
export { type Context, type Jobs, type Pool, type Progress, runBlocks } from "./context.js";
export { type CalendarDate, type Day, dateOf, dayFromIso, dayOf, daysInMonth, isLeapYear, isoFromDay, NO_DAY } from "./days.js";
export { type IsoWeek, isoWeek, mondayOf, mondayOfIsoWeek, weeksInIsoYear } from "./iso-week.js";
export { type Money, money } from "./money.js";
export {
  firstDayOfPeriod,
  type Periods,
  type PeriodUnit,
  periodLabel,
  periodOfDay,
  periodsPerYear,
  yearOfPeriod,
} from "./periods.js";
export {
  type Catalogue,
  fail,
  fill,
  KontrafaktError,
  type Params,
  type Problem,
  problem,
  problemText,
  type Severity,
  type Where,
  whereText,
} from "./problem.js";
export { type Tidy, tidy, toArquero } from "./table.js";
