import type { Catalogue } from "@kontrafakt/base";

export const profileDanish: Catalogue = {};
