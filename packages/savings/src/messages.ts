import type { Catalogue } from "@kontrafakt/base";
import { accountsMessages } from "./messages/accounts.js";
import { drawsMessages } from "./messages/draws.js";
import { figuresMessages } from "./messages/figures.js";
import { filesMessages } from "./messages/files.js";
import { parametersMessages } from "./messages/parameters.js";
import { payersMessages } from "./messages/payers.js";
import { planningMessages } from "./messages/planning.js";
import { verificationMessages } from "./messages/verification.js";

/** English sentences of this package's problems, by code. */
export const messages: Catalogue = {
  ...accountsMessages,
  ...filesMessages,
  ...drawsMessages,
  ...parametersMessages,
  ...figuresMessages,
  ...payersMessages,
  ...verificationMessages,
  ...planningMessages,
};
