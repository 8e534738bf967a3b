import type { Catalogue } from "@kontrafakt/base";
import { filesMessages } from "./messages/files.js";
import { identifiersMessages } from "./messages/identifiers.js";
import { optionsMessages } from "./messages/options.js";
import { populationMessages } from "./messages/population.js";
import { profileMessages } from "./messages/profile.js";
import { recodeMessages } from "./messages/recode.js";
import { shapesMessages } from "./messages/shapes.js";
import { spellsMessages } from "./messages/spells.js";

/** English sentences of every code of this package. `found` is what stood in the cell. */
export const messages: Catalogue = {
  ...optionsMessages,
  ...filesMessages,
  ...recodeMessages,
  ...spellsMessages,
  ...populationMessages,
  ...identifiersMessages,
  ...shapesMessages,
  ...profileMessages,
};
