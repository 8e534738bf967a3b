import type { Catalogue } from "@kontrafakt/base";

export const optionsMessages: Catalogue = {
  "matching/bad-option": "{message}",
  "matching/unknown-name": "kohorten har intet, der hedder »{value}«; den har: {known}",
  "matching/option-without-effect": "{option} har ingen virkning uden {needs}; fjern den, eller angiv det",
  "matching/option-needs": "{option} {value} kræver {needs}; lav om på en af de to",
  "matching/agree-and-differ":
    "»{name}« står både i exact og antiExact, så en kontrol både skulle ligne sin deltager og afvige fra den; fjern navnet fra den ene",
  "matching/candidate-named-twice": "to kandidater hedder »{name}«; giv hver sit navn, som rapporten bruger",
};
