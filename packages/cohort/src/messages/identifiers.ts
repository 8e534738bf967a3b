import type { Catalogue } from "@kontrafakt/base";

export const identifiersMessages: Catalogue = {};
