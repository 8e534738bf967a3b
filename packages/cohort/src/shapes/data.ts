import type { CrossSections } from "./cross-sections.js";
import type { CohortMoments } from "./moments.js";
import type { Panel } from "./panel.js";

/** What estimators take, told apart by `kind`. */
export type Data = Panel | CrossSections | CohortMoments;
