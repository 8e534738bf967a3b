import type { Catalogue } from "@kontrafakt/base";

export const identifiersDanish: Catalogue = {};
