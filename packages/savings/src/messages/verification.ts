import type { Catalogue } from "@kontrafakt/base";

export const verificationMessages: Catalogue = {
  "savings/account-shares-over-one":
    "account {account} is given to {consequences} with shares that add up to {sum}, so part of it would count twice; lower the shares in savings.accounts to at most 1",
  "savings/account-without-price":
    "account {account} is mapped to {consequence}, which has no price, so the map does nothing; give {consequence} a price, or leave the map out",
  "savings/account-not-in-budget":
    'no row of the budget file has an account that begins with "{account}" (mapped to {consequence}), so it is in no comparison with the accounts; correct the account, or add its rows',
  "savings/account-not-payers":
    'no row of the budget file is {payer}\'s and has an account that begins with "{account}" (mapped to {consequence}), so it is in no comparison with the accounts; correct the payer or the account, or add its rows',
  "savings/consequence-without-account":
    "a saving on {consequence} is claimed, but no account in the budget file pays for it, so whether its budget was lowered cannot be told; fill in the consequence column, or map the account in savings.accounts",
  "savings/accounts-own-prices":
    "budget and accounts of {years} stand in the prices of their own years beside a claim in {priceYear} prices; name savings.index to have them converted",
  "savings/budget-without-reason":
    "the budget of {accounts} was changed but the row gives no reason, so the change does not count as the programme's; fill in the reason column",
  "savings/accounts-without-cost":
    "the claim is net of the programme's cost; the lowered budget and the lower spending are those of the accounts themselves, with no programme cost taken off",
  "savings/no-human-outcome":
    "the study has no outcome without a price, so the saving stands alone and nothing tells whether people fared better or worse; add one, such as school attendance, wellbeing or new referrals",
  "savings/less-use-worse-outcomes":
    "avoided spending is shown, but people fared worse on {outcomes}: less use may be less help; look into why before the saving is counted as one",
  "savings/total-spend-missing":
    "the outcome of all spend, {outcome}, has no effect after the start, so what the priced outcomes add up to cannot be held against it; look at the outcome's data, or leave out savings.totalSpend",
  "savings/components-differ":
    "the priced outcomes ({consequences}) save {parts} {currency} together, all spend ({outcome}) falls by {total} {currency}: they differ by {difference} {currency}, more than 5%. Look for services without a price, services priced twice, and prices that are not what was paid",
  "savings/gap-not-separable":
    "the claim on {consequence} for {payer} states its parts, but {payer} has no price for it or its person-years are not known, so its gap is not split",
  "savings/claim-cashable-against-gross":
    "the claim on {consequence} for {payer} counts only a share of {share} as cashable, but is held against all avoided spending; set savings.primary.measure to cashable, or claim the whole amount",
  "savings/units-of-everyone-unknown":
    "the study does not tell how much everyone used, so units × price cannot be held against the accounts",
  "savings/account-without-spending":
    "nothing was booked on {account} ({payer}) in {year}, but everyone's units × price for {consequence} come to {computed} {currency}; check that this is the account, and that its figures are filled in",
  "savings/account-differs-years":
    "{account} ({payer}) differs from everyone's units × price for {consequence} by more than 5% in {years}, most in {year}: {computed} {currency} against {booked} {currency} booked, a difference of {percent}%. Check that the price is what was paid, that the account holds these services and nothing else, and that everyone the payer pays for is in the data",
  "savings/account-differs":
    "{account} ({payer}, {year}): everyone's units × price for {consequence} come to {computed} {currency}, booked were {booked} {currency}, a difference of {percent}%. Check that the price is what was paid, that the account holds these services and nothing else, and that everyone the payer pays for is in the data",
  "savings/account-not-reconciled":
    "{account} ({payer}) is not held against units × price in {years}: for {consequence} the units of everyone, or the price, are not known for those years, or may not be told",
  "savings/reconciled-at-other-prices":
    "the accounts of {years} are held against units at {priceYear} prices, since no index converts them; name savings.index, or expect differences",
  "savings/steps-not-drawn":
    "capacity is freed in whole steps, but the cashable figure counts unit by unit, since no draws were given; give verify the figure of cashableFigure",
  "savings/steps-in-total-only":
    "capacity is freed in whole steps: they act on the year as a whole, so the rows by outcome, which count unit by unit, add up to more or less than the figure",
  "savings/budget-payer-unknown":
    "the budget file has accounts of {payer}, who has no price or cost row, so they are in no comparison; the payers are {payers}: correct the name, or add the payer's prices",
  "savings/budget-row-repeats":
    "account {account} has the same adopted and actual amount in {year} as in row {other}; rows of one account and year add up, so state in each only the part that its reason is about",
};
