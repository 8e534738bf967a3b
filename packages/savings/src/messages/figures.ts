import type { Catalogue } from "@kontrafakt/base";

export const figuresMessages: Catalogue = {
  "savings/persistence-outcome":
    'no priced outcome is called "{found}"; priced are {priced}: correct the name, or add a price for it',
  "savings/persistence-none":
    "form none counts nothing after the window, so {what} has nothing to act on; choose a form, or leave it out",
  "savings/persistence-lag":
    "the effect would set in {lag} years after the window, but only {years} years are counted; shorten the lag, or count more years",
  "savings/persistence-decline":
    "a yearly decline belongs to form exponential, found form {form}; change the form, or leave decline out",
  "savings/persistence-decline-missing": "form exponential needs decline: the share of the effect lost each year, such as 0.1",
  "savings/persistence-points":
    "points belong to form stepwise or interpolated, found form {form}; change the form, or leave points out",
  "savings/persistence-points-missing": "form {form} needs points: what is left of the effect, by years after the window",
  "savings/persistence-points-order":
    "points must be in order of year, found year {year} after year {before}; sort them, and give each year once",
  "savings/persistence-point-late":
    "the point at year {year} lies beyond the {years} years that are counted; raise years, or leave the point out",
  "savings/persistence-share": "a share must be between 0 and 1, found {found}",
  "savings/persistence-uncertain-nothing":
    "an uncertain share is told relative to the one counted with, and at {amount} nothing of the effect is left; count with another value, or leave out the distribution",
  "savings/uncertain-lacks": "distribution {kind} needs {what}; add it, or choose another distribution",
  "savings/uncertain-extra": "distribution {kind} takes no {what}; leave it out, or choose another distribution",
  "savings/uncertain-amount": "the amount {amount} must lie between low {low} and high {high}",
  "savings/age-out-without-course":
    "ageOut ends an assumed effect, but no effect is assumed after the window; choose a form, or leave ageOut out",
  "savings/age-out-unknown":
    "how many are below the age of {ageOut} is not known here: the data have no birth dates, or results were made without ageOut; evaluate the cohort anew, or leave ageOut out",
  "savings/age-out-year-unknown":
    "how many are below the age of {ageOut} in {year} is not known here, only for {years}; count fewer years, or evaluate the cohort anew",
  "savings/price-carried-on":
    "{consequence} has no price for every year after the window; the last one known, of {year} or earlier, is used on, since prices are fixed",
  "savings/cost-after-horizon":
    "programme cost of {amount} {currency} falls after {last}, the last year counted with, and is left out; count more years in savings.persistence.years to have it in",
};
