export type { BinaryFit, BinaryInput } from "./binary-fit.js";
export type { Design } from "./check-design.js";
export { cholesky, invertPositive, solvePositive } from "./cholesky.js";
export { type Components, components } from "./components.js";
export { gram } from "./cross-product.js";
export {
  betaQuantile,
  chiSquaredCdf,
  chiSquaredQuantile,
  fCdf,
  gammaQuantile,
  normalCdf,
  normalQuantile,
  tCdf,
  tQuantile,
} from "./distributions.js";
export { extremeEigenvalues } from "./extreme-eigenvalues.js";
export { type FirthLogit, firthLogit } from "./firth-logit.js";
export { independentColumns } from "./independent-columns.js";
export { informationInverse } from "./information-inverse.js";
export { numericsJobs } from "./jobs.js";
export { type LeastSquares, type LeastSquaresInput, leastSquares } from "./least-squares.js";
export { logit } from "./logit.js";
export { cos, exp, expm1, ln, log1p, pow, sin } from "./math.js";
export { messages } from "./messages.js";
export { newtonStep } from "./newton.js";
export { type PivotedCholesky, pivotedCholesky } from "./pivoted-cholesky.js";
export { positivePart } from "./positive-part.js";
export { probit } from "./probit.js";
export { pseudoInverse } from "./pseudo-inverse.js";
export { quantile } from "./quantile.js";
export { BLOCK, type Stream, stream } from "./stream.js";
export { dot, sum } from "./sum.js";
export { type SupT, type SupTInput, supT } from "./sup-t.js";
export { type SymmetricEigen, symmetricEigen } from "./symmetric-eigen.js";
export { type Wald, wald } from "./wald.js";
