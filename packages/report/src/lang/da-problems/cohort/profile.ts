import type { Catalogue } from "@kontrafakt/base";

export const profileDanish: Catalogue = {
  "cohort/role-named": "overskriften er en, som sådanne kolonner har",
  "cohort/role-named-partly": "overskriften indeholder »{term}«",
  "cohort/role-national-number": "den indeholder personnumre ({kind})",
  "cohort/role-shared": "{percent} % af værdierne findes også i {file}",
  "cohort/role-birth-dates": "datoer fra {first} til {last}, som fødselsdatoer kan være",
  "cohort/role-mostly-blank": "{percent} % af felterne er tomme, som når kun få har fået indsatsen",
  "cohort/role-before": "aldrig senere end kolonnen »{column}« i samme række",
  "cohort/role-open-ended": "{percent} % af felterne er tomme, som når et forløb stadig er i gang",
};
