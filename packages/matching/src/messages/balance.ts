import type { Catalogue } from "@kontrafakt/base";

export const balanceMessages: Catalogue = {
  "matching/not-balanced":
    "after matching, starters and controls still differ by more than {threshold} standard deviations in: {variables}; a narrower caliper or " +
    "fewer controls per starter may help, else the comparison stands only with that caveat",
  "matching/wave-not-balanced":
    "in {waves} starters and controls differ far more than over all waves, beyond {threshold} standard deviations and beyond what chance does among so " +
    "few: look at that wave's balance, and narrow the caliper or match it exactly on what differs",
  "matching/products-not-balanced":
    "{over} of {products} squares and products of the characteristics differ by more than {threshold} standard deviations after matching, {variables} the " +
    "most; where it matters, put it into matching.score.terms",
  "matching/lost-differ":
    "the {unmatched} starters without a control differ from the others in: {variables}; the results are about the others, and say less of people like those",
  "matching/few-effective-controls":
    "the controls weigh as much as {effective} people would, for {starters} starters; few of them carry the comparison: use more controls per starter, " +
    "a wider caliper, or limits on the weights",
  "matching/none-held-back":
    "matching used every period before time zero, so that none is left to test whether the groups moved alike; leave older periods out of the windows, or read earlier years",
};
