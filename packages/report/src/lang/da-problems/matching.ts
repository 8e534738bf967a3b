import type { Catalogue } from "@kontrafakt/base";
import { balanceMessages } from "./matching/balance.js";
import { nearestMessages } from "./matching/nearest.js";
import { optionsMessages } from "./matching/options.js";
import { scoreMessages } from "./matching/score.js";
import { strataMessages } from "./matching/strata.js";
import { wavesMessages } from "./matching/waves.js";
import { weightsMessages } from "./matching/weights.js";

export const matching: Catalogue = {
  ...optionsMessages,
  ...scoreMessages,
  ...nearestMessages,
  ...strataMessages,
  ...weightsMessages,
  ...wavesMessages,
  ...balanceMessages,
};
