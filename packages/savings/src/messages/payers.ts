import type { Catalogue } from "@kontrafakt/base";

export const payersMessages: Catalogue = {
  "savings/transfers-not-measured":
    "{payers}: no price is known, so there is no net to share, and the transfers between payers leave them out; give the prices if you can",
  "savings/transfers-correlation-unknown":
    "how effects vary together is not known in full, and a transfer is a difference between gains, so it has no interval that holds; transfers between payers are left out. Give exact correlations for them",
  "savings/transfers-net-loss":
    "together {payers} lose, so no transfer makes all of them whole; the rules then share the loss in proportion to the cost borne",
  "savings/transfers-without-cost":
    "{payers} bear no programme cost, so nothing can be shared in proportion to cost; only rules that need none are shown",
  "savings/transfers-without-gain": "none of {payers} gains, so under the rule that shares cost by gain each keeps its own cost",
  "savings/scale-without-starters":
    "other numbers of starters cannot be worked out, since it is not known how many starters the effects are about; evaluate the study from data on people, or leave out savings.scale",
  "savings/scale-without-waves":
    "other numbers of starters cannot be worked out, since it is not known how many started in each wave, and the interval would be too narrow; evaluate the study from its data",
  "savings/list-price-missing":
    "{quantity} is to be shown at list prices beside {spend}, but the price file has no price for it; add rows for {quantity}, or leave {spend} out of savings.listPrices",
  "savings/list-price-without-spend":
    "{quantity} at list prices cannot be shown beside {spend}: {spend} has no price or no effect after the start; give it a price (1 where it is an amount already)",
  "savings/list-price-without-quantity":
    "{spend} stands without {quantity} at list prices, since no effect on {quantity} after the start could be estimated; look at the outcome's data",
};
