import type { Catalogue } from "@kontrafakt/base";

export const parametersMessages: Catalogue = {
  "savings/edition-unknown":
    "there is no edition {found} of the parameters of {country}; known are {known}: choose one, or leave savings.parameters.vintage out for the newest",
  "savings/parameter-unknown":
    "the {country} parameters of {vintage} have no {found}; they are {known}: correct savings.parameters.confirmed",
  "savings/parameters-newer":
    "the {country} parameters of {vintage} are used; those of {newer} change {changes}: run again with them to see what it does, or say in the report why the older hold",
  "savings/parameters-not-confirmed":
    "{names} ({country} {vintage}) has no source that was checked here, so it is not used; look it up, and name it in savings.parameters.confirmed if it is right",
  "savings/rate-not-confirmed":
    "the {country} discount rate of {vintage}, {value}, is not checked against its source ({source}); look it up and add discountRate to savings.parameters.confirmed, or write savings.discount.rate with its source",
};
