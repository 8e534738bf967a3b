import type { Catalogue } from "@kontrafakt/base";

export const filesMessages: Catalogue = {
  "savings/too-many-payers":
    "the money files name {payers} payers; more than {most} are hardly budgets, and each would be named in the results. See that the payer column is the right one, and put small payers together",
  "savings/word-unknown": 'expected one of {accepted}, found "{found}"; use one of these words, or leave the cell empty',
  "savings/not-a-number":
    'expected a number, found "{found}"; write the number alone, without %, currency or words (70% as 0.7, 4.8 million as 4800000)',
  "savings/error-cell": "the cell shows a formula's error ({found}); correct the formula, or clear the cell",
  "savings/columns-not-read":
    "the study does not name these columns, so they are not read: {columns}; name those that matter under savings.{option}",
  "savings/index-jumps":
    "the index goes from {before} in {from} to {found}, more than prices do; write each year's level (100, then 102.3), not its change in percent",
  "savings/distribution-without-price":
    "a {kind} distribution but no price; write the price too, or clear the distribution to say that the price is not known",
  "savings/distribution-lacks": "a {kind} price is told by {needs}; fill this in, or choose another distribution",
  "savings/distribution-extra":
    "a {kind} price is told by {needs}, so this cell would say nothing; clear it, or choose another distribution",
  "savings/distribution-missing":
    "{column} is filled in, but no distribution says what it is of; name one (normal, lognormal, gamma, beta or empirical), or clear {column}",
  "savings/distribution-of-zero":
    "a {kind} price must be above 0; choose another distribution, or leave it empty for a price of 0",
  "savings/sd-not-positive":
    "a standard deviation must be a number above 0, found {found}; leave distribution and standard deviation empty if the price is known exactly",
  "savings/normal-below-zero":
    "a normal price of {amount} with standard deviation {sd} is below 0 with a chance of {percent}%; choose lognormal or gamma, which never are",
  "savings/beta-too-wide":
    "a beta price of {amount} between {low} and {high} has a standard deviation below {most}, found {found}; make it smaller, or widen the range",
  "savings/values-unreadable":
    'the prices found must be numbers separated by |, found "{found}"; write them as 1850 | 2100 | 2600',
  "savings/values-beside-price":
    "the price {amount} lies outside the prices found, which go from {least} to {most}; write their mean, or correct them",
  "savings/share-outside": "a share must be between 0 and 1, found {found}; write 25% as 0.25",
  "savings/shares-above-one":
    "the payers' shares of one {consequence} in {year} sum to {total}; together they may pay no more than 1: correct the shares of that year",
  "savings/step-and-cashable":
    "capacity freed in steps of {step} already decides what can leave a budget, so a cashable share of {cashable} beside it would take the same off twice; leave one of the two empty",
  "savings/step-not-positive":
    "a capacity step must be above 0 units, found {found}; leave it empty if capacity is freed unit by unit",
  "savings/lag-outside": "a lag must be between 0 and {most} years, found {found}; write half a year as 0.5",
  "savings/lag-range":
    "the lag {lag} must lie within its range, at most {most} years, found shortest {low} and longest {high}; give both, or neither",
  "savings/lag-range-without-lag":
    "a range of the lag from {low} to {high} but no lag; write the most likely lag too, or clear the range",
  "savings/price-varies":
    "{payer}'s price of {consequence} has {what} {found} here but {other} in row {row}; these hold for all years of a price: write the same in each row",
  "savings/average-all-cashable":
    "{payer}'s price of {consequence} is an average, of which buildings and staff are part that stay when one unit less is used, yet all of it counts as cashable; use the marginal price, a lower cashable share, or a step",
  "savings/deadweight-measured":
    "found {found}, but effects are measured against a comparison group, which has already taken off what would have come anyway and what others brought about; leave it empty (displacement may stay)",
  "savings/transfer-to-self": "{payer} would receive what {payer} pays; name who receives it, or leave the cell empty",
  "savings/transfer-with-step":
    "what {payer} hands over to {receiver} stops with the unit, so neither a capacity step nor a lag fits; clear them, or clear the receiver if services are used up",
  "savings/transfer-to-payer":
    "{receiver} receives what {payer} pays for {consequence} in {year}, but has a price of it too (row {row}), so it would both pay and be paid; keep one of the two",
  "savings/index-not-positive": "an index must be above 0, found {found}; write the price level of the year",
  "savings/index-year-missing":
    "the amount is in {found} prices and the study in {expected} prices, but the index has no {missing}; it has {known}: add the missing years",
  "savings/refund-to-self": "{payer} would refund {payer}; name who refunds, or remove the row",
  "savings/refund-ends-first": "the rule ends on {to}, before it begins on {from}; correct the dates",
  "savings/refund-of-scheme":
    "outcome {outcome} is one side of the refund scheme {scheme}, which is applied to each person already, so this rule would refund it twice; remove the row, or price an outcome before the refund",
  "savings/refunds-overlap":
    "{by} refunds {payer} by this rule and by the one in row {row} on the same days; end the first the day before the second begins",
  "savings/refunds-above-price":
    "{payer} would get {total} of the price refunded (see row {other}); together the rules of a day refund at most 1",
  "savings/refund-not-priced": "a refund of {consequence}, which has no price; add its price, or remove the row",
  "savings/refund-payer-unknown":
    "a refund to {payer}, who has no price of {consequence}; those who have are {payers}: correct the name, or add the price",
  "savings/refund-of-net":
    "{payer}'s price of {consequence} is net of refunds ({file}, row {row}), so this refund would be taken off twice; give the gross price, or remove this row",
  "savings/refund-counted-twice":
    "{by} would refund part of {payer}'s price of {consequence}, but has a price of its own ({file}, row {row}), so the refund would count twice; keep the gross price and this rule, or both net prices",
  "savings/refund-of-two":
    "{by} refunds both {payer} and {other} (row {row}) for {consequence}, and would need two prices at once; name the refunds apart, such as the state's to each",
  "savings/gross-without-refund":
    "{payer}'s price of {consequence} in {year} is gross, but no refund is given, so all of it counts as {payer}'s; add the rule to savings.refunds, or call the price net",
  "savings/cost-step-without-behaviour":
    "a step of {step} starters, but the cost does not rise in steps; write step as its behaviour, or clear the step",
  "savings/cost-step-missing": "a cost that rises in steps needs how many starters a step holds, a number above 0, found {found}",
  "savings/volume-empty": "neither planned nor actual starters; fill in at least one, or remove the row",
  "savings/not-people": "expected a whole number of people, 0 or more, found {found}; leave the cell empty if it is not known",
  "savings/dropouts-above-starters": "{dropouts} left, but only {actual} started; correct one of the two",
  "savings/dropouts-of-unknown": "{dropouts} left, but how many started is not given; fill in the actual number of starters",
  "savings/claim-parts-half":
    "the amount is split into starters, effect and price, but {missing} is empty; fill it in, or clear all of them to claim only an amount",
  "savings/claim-parts-of-nothing":
    "starters, effect and price are given, but not of which outcome; fill in the consequence, or clear them",
  "savings/claim-part-negative":
    "expected a number of people, 0 or more, found {found}; write how many the year's amount counts with",
  "savings/claim-not-product":
    "the amount is {amount}, but {starters} starters × {effect} units × {price} × {cashable} is {product}; correct whichever of them is wrong",
  "savings/account-not-of-chart":
    'the account "{found}" does not begin as an account of the {chart} chart does, such as {example}; write the code first, or set savings.budget.chart to own',
  "savings/payer-not-found":
    "savings.payers names {found}, who neither pays nor receives in any money file; those who do are {payers}: correct the name, or remove it",
  "savings/group-not-found":
    "savings.uncertainty.correlation names the group {found}, which no price has, nor an outcome of a plan; the groups are {groups}: correct the name, or remove it",
  "savings/outcome-unknown": 'no outcome of the study is called "{found}"; the outcomes are {outcomes}: correct the name',
  "savings/total-priced":
    "{consequence} is all spend (savings.totalSpend), so its price would count every priced outcome twice; remove the row, or name another total",
  "savings/total-not-money":
    "{outcome} is counted in {unit}, but all spend is an amount in {currency}; name an outcome that is spend",
  "savings/list-of-itself": "{spend} would stand beside itself; name the outcome of its quantity in savings.listPrices",
};
