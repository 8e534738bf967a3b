import type { Catalogue } from "@kontrafakt/base";
import { messages as cohort } from "@kontrafakt/cohort";
import { messages as effects } from "@kontrafakt/effects";
import { messages as matching } from "@kontrafakt/matching";
import { messages as numerics } from "@kontrafakt/numerics";
import { messages as savings } from "@kontrafakt/savings";
import { messages as study } from "./messages.js";

/** English sentences of every problem a study can meet. */
export const allMessages: Catalogue = { ...numerics, ...cohort, ...matching, ...effects, ...savings, ...study };
