import type { Catalogue } from "@kontrafakt/base";

export const disclosureMessages: Catalogue = {};
