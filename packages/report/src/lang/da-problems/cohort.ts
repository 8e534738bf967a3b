import type { Catalogue } from "@kontrafakt/base";
import { filesDanish } from "./cohort/files.js";
import { identifiersDanish } from "./cohort/identifiers.js";
import { optionsDanish } from "./cohort/options.js";
import { populationDanish } from "./cohort/population.js";
import { profileDanish } from "./cohort/profile.js";
import { recodeDanish } from "./cohort/recode.js";
import { shapesDanish } from "./cohort/shapes.js";
import { spellsDanish } from "./cohort/spells.js";

export const cohort: Catalogue = {
  ...optionsDanish,
  ...filesDanish,
  ...recodeDanish,
  ...spellsDanish,
  ...populationDanish,
  ...identifiersDanish,
  ...shapesDanish,
  ...profileDanish,
};
