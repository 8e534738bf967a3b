import type { Catalogue } from "@kontrafakt/base";
import { balanceMessages } from "./messages/balance.js";
import { nearestMessages } from "./messages/nearest.js";
import { optionsMessages } from "./messages/options.js";
import { scoreMessages } from "./messages/score.js";
import { strataMessages } from "./messages/strata.js";
import { wavesMessages } from "./messages/waves.js";
import { weightsMessages } from "./messages/weights.js";

/** English sentences of this package's problems, by code. */
export const messages: Catalogue = {
  ...optionsMessages,
  ...scoreMessages,
  ...nearestMessages,
  ...strataMessages,
  ...weightsMessages,
  ...wavesMessages,
  ...balanceMessages,
};
