import type { Catalogue } from "@kontrafakt/base";

export const disclosureDanish: Catalogue = {};
