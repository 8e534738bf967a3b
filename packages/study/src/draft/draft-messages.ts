import type { Catalogue } from "@kontrafakt/base";

/** What a drafted study says of its options: why each was chosen, and what is to be chosen. */
export const draftMessages: Catalogue = {
  "study/draft-version": "version of the study file's form",
  "study/draft-title": "title of the report; change it as you like",
  "study/draft-municipality": "who asks and pays, as the report names it",
  "study/draft-programme": "the programme, as the report names it",
  "study/draft-language": "language of the report",
  "study/draft-choose-title": "the title of the report, such as: Early Support: did the expected saving come?",
  "study/draft-choose-municipality": "the name of the municipality, as the report shall have it",
  "study/draft-choose-programme": "the name of the programme, as the report shall have it",

  "study/draft-column": '{file}, column "{header}"',
  "study/draft-dates": "dates {first} to {last}",
  "study/draft-national-number": "national identity numbers ({kind})",
  "study/draft-identifiers": "{distinct} different identifiers",
  "study/draft-identifiers-at-least": "at least {distinct} different identifiers",
  "study/draft-numbers": "numbers {min} to {max}",
  "study/draft-levels": "values: {levels}",
  "study/draft-levels-more": "{levels} and {more} more",
  "study/draft-levels-one-more": "{levels} and {more} more",
  "study/draft-filled": "all filled",
  "study/draft-filled-share": "{percent}% filled",
  "study/draft-shared": "{percent}% of them are in {file}",
  "study/draft-file": "{rows} rows, {columns} columns",
  "study/draft-format": "how the file is written, where that cannot be told from it alone",
  "study/draft-rows": "rows: {rows}",

  "study/draft-cohort": "the files about people",
  "study/draft-extract":
    "check: the day the files were drawn, guessed from the last date in them; spells without an end are closed here",
  "study/draft-extract-seen":
    'check: the day the files were drawn; this is the last usual date in {file}, column "{header}"; spells without an end are closed here',
  "study/draft-choose-extract":
    "the day the files were drawn, as 2025-01-31; no file has dates of services or stays that would tell",
  "study/draft-period": "length of a period: month, quarter or year",
  "study/draft-period-wide": "length of a period, as the columns of the wide files have it",
  "study/draft-from":
    "check: first day of the study; from here on the files seem complete. Two years before the first start is good",
  "study/draft-to": "last day of the study: the end of the last whole period before the extract",
  "study/draft-choose-from": "first day of the study, as 2017-01-01, two years or more before the first start",
  "study/draft-choose-to": "last day of the study, as 2024-12-31: the end of the last whole period before the extract",
  "study/draft-ages-children":
    "check: first and last age at which a child is in the study; nobody in the file was older when it begins",
  "study/draft-ages-all": "check: first and last age in the study; this is everyone, so narrow it to those the programme is for",

  "study/draft-people": "one row a person",
  "study/draft-no-people": "none of the files has one row a person with a birth date, which a study needs",
  "study/draft-choose-people":
    "the file with one row a person: identifier, birth date, and the day the programme started for those who got it",
  "study/draft-covariates": "what people are compared on. Keep only what was known before the programme started; delete the rest",
  "study/draft-covariate-blanks": "people with a blank are left out of the study",
  "study/draft-born-from-number": "born is left out: the birth date is read from the identity numbers",
  "study/draft-age": "from the birth date",
  "study/draft-left-out": "columns not used: {columns}. Leave out of the export what no study needs, such as names and addresses",

  "study/draft-services": "one row a spell of a service",
  "study/draft-residence": "one row a stay in a municipality",
  "study/draft-no-residence":
    "no file tells who lived where and when. Without it people who moved away look like people without services: add residence if it can be drawn",
  "study/draft-home": 'check: the municipality that evaluates; the commonest in column "{header}", {percent}% of its rows',
  "study/draft-choose-home": "the municipality that evaluates, as the files write it",
  "study/draft-measures": "what is measured period by period",
  "study/draft-pattern": "{columns} columns, {first} to {last}",
  "study/draft-programme-service":
    'check: the programme\'s own service; {percent}% of the people who have had it have a date in column "{header}". It can be no outcome',
  "study/draft-choose-programme-service":
    "the programme's own service, which can be no outcome. Delete this line and the questions with it if the services file does not have it",
  "study/draft-starters-have": "{percent}% of those who have it have a start date",
  "study/draft-outcomes":
    "what the programme may change. Keep those it is meant to change, decide for each whether lower or higher is better, and group services of one kind with service: [a, b]",
  "study/draft-service-rows": '{rows} rows in {file}, column "{header}"',
  "study/draft-outcome-absence": "check: the file {file} seems to count days away",
  "study/draft-outcome-measure": "check what {file} counts (unit) and which way is good (better: lower or higher)",
  "study/draft-rare-services": "kinds of service not taken up: {services} ({others} in all)",
  "study/draft-unknown-consequences":
    "check: the money files speak of {consequences}, and no outcome is called so; give the outcome they mean that name or label",
  "study/draft-choose-outcomes": "what the programme may change; see kontrafakt explain cohort.outcomes",

  "study/draft-choose-person": "the column that identifies the person, the same in every file",
  "study/draft-choose-born": "the column of the birth date",
  "study/draft-choose-start": "the column of the day the programme started, blank for those who never got it",
  "study/draft-choose-from-column": "the column of the first day",
  "study/draft-choose-to-column": "the column of the last day, blank while it goes on",
  "study/draft-choose-service": "the column of the kind of service",
  "study/draft-choose-municipality-column": "the column of the municipality lived in",
  "study/draft-choose-column": "the column for {option}; see kontrafakt explain {option}",

  "study/draft-matching": "how the comparison group is found; everything else has a default, see kontrafakt explain matching",
  "study/draft-anticipation": "check: whole periods (of a {period}) from referral to start",
  "study/draft-exclude": "brothers and sisters of those who started are no comparison",
  "study/draft-ratio": "people compared with for each who started",

  "study/draft-savings": "prices, cost and claim, and how effects become money",
  "study/draft-currency": "check: currency of every amount",
  "study/draft-choose-currency": "the currency of every amount",
  "study/draft-price-year": "check: the year at whose prices every amount is stated",
  "study/draft-price-year-stated": "the year at whose prices the files state their amounts",
  "study/draft-choose-price-year": "the year at whose prices every amount is stated, as 2024",
  "study/draft-prices": "what a unit of each outcome costs, by payer and year",
  "study/draft-cost": "what the programme cost, by year and payer",
  "study/draft-claim": "the saving the business case assumed",
  "study/draft-budget": "budget and accounts, by year and account",
  "study/draft-refunds": "which share of a price another payer gives back, and when",
  "study/draft-index": "price level of each year, which converts amounts of other price years",
  "study/draft-volume": "how many were to start and did, by year",
  "study/draft-template": "fill in {file}, which was written beside this file if there was none",
  "study/draft-parameters": "official discount rate, tax distortion and price conversion, in the newest edition known",
  "study/draft-discount": "discounting",
  "study/draft-rate": "check that this rate and its source are still in force",
  "study/draft-choose-rate": "the yearly real discount rate as a share, such as 0.035",
  "study/draft-choose-rate-source": "who set the rate, and when; printed in the report",
  "study/draft-base-year": "year of the first start, to whose value everything is discounted",
  "study/draft-choose-base-year": "the year to whose value everything is discounted",
};
