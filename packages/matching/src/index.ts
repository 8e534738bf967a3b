export { type BalanceColumn, type BalanceInput, balance } from "./balance.js";
export type { Balance, BalanceRow, WaveBalance } from "./balance-value.js";
export { CONTROL, type Comparison, TREATED } from "./comparison.js";
export { matchWaves } from "./match-waves.js";
export type { Matched } from "./matched.js";
export { messages } from "./messages.js";
export { type NearestInput, type NearestOrder, type NearestPairs, nearest } from "./nearest.js";
export { type MatchingOptions, type MatchingOptionsInput, matchingOptions } from "./options/matching-options.js";
export { periodRange, windowMean } from "./window-mean.js";
