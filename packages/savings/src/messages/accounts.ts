import type { Catalogue } from "@kontrafakt/base";

/** English sentences of this package's problems. */
export const accountsMessages: Catalogue = {
  "savings/no-variation":
    "no priced outcome varies among the people compared in the primary row's years, so nothing can be told about a saving; check the services and the years",
  "savings/file-missing": "the study names this file but it was not given; put it beside the study file or correct the name",
  "savings/file-empty": "no rows below the header; add at least one",
  "savings/outcome-name-ambiguous":
    'the word "{word}" stands for both outcome {first} and outcome {second}, so a price for it would belong to two; give each its own name or label',
  "savings/cell-empty": "empty, but needed; fill it in",
  "savings/not-a-year": "expected a calendar year between 1900 and 2200, found {found}; write it with four digits",
  "savings/amount-missing": "expected an amount, found {found}; write it in the study's currency, or 0 if there was none",
  "savings/row-repeated": "a second row for {what}, first given in row {first}; keep one",
  "savings/consequence-unknown":
    'no outcome of the study is called "{found}"; the outcomes are {outcomes}: correct the name, or add an outcome or a label to the study',
  "savings/unit-differs":
    "outcome {outcome} is counted in {expected}, but the price is for one {found}; state the price per {expected}, or count the outcome in {found}",
  "savings/price-negative": "a price must be 0 or more, found {found}; write what one unit costs as a positive number",
  "savings/range-without-price":
    "a range from {low} to {high} but no price; write the most likely price too, or clear the range to say that the price is not known",
  "savings/range-half": "a range needs both ends, found low {low} and high {high}; give both or neither",
  "savings/low-above-price": "low must be at most the price {amount}, found {found}; the price must lie within its range",
  "savings/high-below-price":
    "high must be a number of at least the price {amount}, found {found}; the price must lie within its range",
  "savings/cashable-outside":
    "the cashable share must be between 0 and 1, found {found}; write 1 if all of a saving can be taken out of the budget, 0 if none",
  "savings/price-year-differs":
    "an account has one price year: the study says {expected}, found {found}; convert the row's amounts to {expected} prices, name an index in savings.index, or change savings.priceYear and every file",
  "savings/currency-differs":
    "the study's currency is {expected}, found {found}; convert the row's amounts to {expected} and say in the source column at what rate",
  "savings/consequences-overlap":
    "outcomes {first} and {second} both count {counts}, so pricing both would count each krone twice; price only one of them, or name both in savings.exclusive if no unit is ever counted in both",
  "savings/refund-twice":
    "outcome {outcome} is what is left after {payer} has refunded its part ({scheme}), so a price for {payer} would count the refund twice; leave the row out",
  "savings/refund-not-payers":
    "outcome {outcome} is what {payer} refunds ({scheme}), so only {payer} has its price, found {found}; correct the payer, or leave the row out",
  "savings/no-price-known":
    "not one price of a public payer is given, so no saving can be added up; give at least one, if only an estimate with low and high beside it",
  "savings/price-half-known":
    "{payer}'s price of {consequence} is empty for {year} but given for {other}; fill it in, or leave it empty for all years to say that it is not known",
  "savings/price-year-missing":
    "{payer} has a price of {consequence} for {year} but none for {missing}, when effects were observed; add the missing rows",
  "savings/cost-negative":
    "a programme cost must be 0 or more, found {found}; income from a fund is a payer of its own, not a negative cost",
  "savings/claim-both-ways":
    "{payer}'s saving in {year} is claimed as a whole in one row and by consequence in another (see row {other}), which counts it twice; keep one of the two",
  "savings/claim-payer-unknown":
    "a saving is claimed for {payer}, who has no price or cost row; the payers are {payers}: add price rows (amount empty if not known), or correct the name",
  "savings/claim-not-priced":
    "a saving on {consequence} is claimed, but the price file has no row for it; priced are {priced}: add its price (amount empty if not known)",
  "savings/claim-not-positive":
    "the claim over the primary years and payers is {claim}; a verdict needs a claim above 0: check the claim file and savings.primary",
  "savings/claim-year-missing":
    "the primary row includes {year}, for which the claim has no row; add one (0 if nothing was assumed), or leave the year out of savings.primary.years",
  "savings/claim-payer-missing":
    "the primary row includes {payer}, for whom the claim assumes nothing; add a claim row (0 if nothing was assumed), or name the payers in savings.primary.payers",
  "savings/claim-lacks-consequence":
    "the primary row is about {consequences} only, but this row states {payer}'s {year} saving as one amount; split it by consequence, or leave savings.primary.consequences empty",
  "savings/primary-unknown": 'there is no {what} "{found}" in the money files; known are {known}',
  "savings/claim-not-measured":
    "{payer} pays for {consequence} at a price nobody gave, so the claimed saving on it cannot be evaluated and the verdict leaves it out; give the price if you can",
  "savings/band-not-a-band":
    "the interval from {lower} to {upper} is none; the effect has no usable standard error, so there can be no verdict",
  "savings/no-cells":
    "none of the priced outcomes ({priced}) has an effect after the start; check that outcomes and price file use the same names and that starters were observed",
  "savings/priced-without-effect":
    "{consequences}: there is a price but no effect after the start could be estimated, so it is in no total; look at the outcome's data, or remove the price",
  "savings/cells-left-out":
    "{cells} wave-by-period effects could not be estimated and are in no total; waves with few starters or controls are the usual reason",
  "savings/cost-after-window":
    "programme cost of {amount} {currency} falls after {last}, the last observed year, and is left out: no effect of those years is known yet",
  "savings/year-partly-observed":
    "{year} is observed in part only: its saving covers the observed part, its programme cost the whole year; extract the data again once the year is over",
  "savings/not-measured": "{payer} pays for {consequence}, but the price is not given: shown as not measured, and in no total",
  "savings/too-few-degrees-of-freedom":
    "the saving's standard error rests on {df} degrees of freedom: the interval is so wide that hardly any saving could be shown, and all of the uncertainty is put down to the effect. Set methods for few treated clusters beside it (an estimator on everyone with inference.beside: [fewTreated, randomisation]), or wait for more starters or clusters",
  "savings/permutation-disagrees":
    "a permutation test within matched sets gives p = {p}, not below 0.025, so the saving does not count as shown although its interval lies above 0",
  "savings/cluster-test-disagrees":
    "a test that gives the programme to other clusters gives p = {p}, not below 0.025, so the saving does not count as shown although its interval lies above 0",
  "savings/people-test-disagrees":
    "a test that gives the programme to other people gives p = {p}, not below 0.025, so the saving does not count as shown although its interval lies above 0",
  "savings/score-bootstrap-disagrees":
    "a score bootstrap gives p = {p}, not below 0.025, so the saving does not count as shown although its interval lies above 0",
  "savings/discount-missing":
    "no discount rate: write savings.discount.rate with its source, or name savings.parameters.country, whose rate is then used",
};
