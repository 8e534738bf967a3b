import type { Catalogue } from "@kontrafakt/base";
import { cohort } from "./da-problems/cohort.js";
import { effects } from "./da-problems/effects.js";
import { kontrafakt } from "./da-problems/kontrafakt.js";
import { matching } from "./da-problems/matching.js";
import { numerics } from "./da-problems/numerics.js";
import { savings } from "./da-problems/savings.js";
import { study } from "./da-problems/study.js";

/** Danish sentences of every problem, by code. A test holds them against the English ones: same codes, no other parameters. */
export const daProblems: Catalogue = { ...numerics, ...cohort, ...matching, ...effects, ...savings, ...study, ...kontrafakt };
