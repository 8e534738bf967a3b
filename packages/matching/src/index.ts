export { type BalanceColumn, type BalanceInput, balance } from "./balance.js";
export type { Balance, BalanceRow, WaveBalance } from "./balance-value.js";
export { type Comparison, CONTROL, TREATED } from "./comparison.js";
export { messages } from "./messages.js";
export { type NearestInput, type NearestOrder, type NearestPairs, nearest } from "./nearest.js";
export { type MatchingOptions, matchingOptions } from "./options/matching-options.js";
