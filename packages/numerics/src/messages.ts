import type { Catalogue } from "@kontrafakt/base";

export const messages: Catalogue = {
  "numerics/not-finite": "{what} holds a value that is missing or infinite; leave such rows out before the fit",
  "numerics/shape": "{what} has {found} values where {expected} are needed",
  "numerics/weight": "a weight is negative or missing, at index {index}; weights must be 0 or more",
  "numerics/outcome": "an outcome lies outside 0 to 1, at index {index}; code it as 0 and 1",
  "numerics/covariance": "the covariance matrix has a variance that is negative or missing, at index {index}",
  "numerics/stream": "{what} of a random stream must be a whole number from 0 to 2^53 - 1, found {value}",
  "numerics/parameter": "{what} must be {need}, found {value}",
};
