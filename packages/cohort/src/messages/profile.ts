import type { Catalogue } from "@kontrafakt/base";

export const profileMessages: Catalogue = {};
