import type { Catalogue } from "@kontrafakt/base";
import { accountsMessages } from "./savings/accounts.js";
import { drawsMessages } from "./savings/draws.js";
import { figuresMessages } from "./savings/figures.js";
import { filesMessages } from "./savings/files.js";
import { parametersMessages } from "./savings/parameters.js";
import { payersMessages } from "./savings/payers.js";
import { planningMessages } from "./savings/planning.js";
import { verificationMessages } from "./savings/verification.js";

export const savings: Catalogue = {
  ...accountsMessages,
  ...filesMessages,
  ...drawsMessages,
  ...parametersMessages,
  ...figuresMessages,
  ...payersMessages,
  ...verificationMessages,
  ...planningMessages,
};
