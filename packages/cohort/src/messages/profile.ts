import type { Catalogue } from "@kontrafakt/base";

/** Why a column is thought to be what it is. */
export const profileMessages: Catalogue = {
  "cohort/role-named": "its header is one that such columns have",
  "cohort/role-named-partly": 'its header holds "{term}"',
  "cohort/role-national-number": "it holds national identity numbers ({kind})",
  "cohort/role-shared": "{percent}% of its values are in {file} as well",
  "cohort/role-birth-dates": "dates from {first} to {last}, as birth dates can be",
  "cohort/role-mostly-blank": "{percent}% of its cells are blank, as where few got the programme",
  "cohort/role-before": 'never after column "{column}" on its row',
  "cohort/role-open-ended": "{percent}% of its cells are blank, as where a spell goes on",
};
