import type { Catalogue } from "@kontrafakt/base";

export const spellsMessages: Catalogue = {
  "cohort/service-not-in-study": "no outcome counts this kind of service, nor is it the programme's own",
  "cohort/begins-after-extract": "it begins after the files were drawn",
  "cohort/ends-before-start": "it ends before it begins; correct one of the two dates",
  "cohort/ends-before-birth":
    "it ends before the person is born; correct one of the dates, or see whether it is another person's",
  "cohort/negative-price": "the price is below zero, as in the reversal of a booking; its days are not counted",
  "cohort/paid-elsewhere": "another municipality pays; its days are not counted, nor is the person observed on them",
  "cohort/duplicate-row": "the row repeats an earlier one; that one's line stands under Value",
  "cohort/open-ended": "it has no last day; closed on the day the files were drawn",
  "cohort/ends-after-extract": "it ends after the files were drawn; cut there",
  "cohort/begins-before-birth": "it begins before the person is born",
  "cohort/service-respelled": "the kind of service is written otherwise than in the study; taken as the same",
  "cohort/overlap": "it overlaps another spell of the same service; a day counts once, and the other's line stands under Value",
  "cohort/service-absent":
    "no row has {service}, which outcome {outcome} counts, so it adds no days; check how the file writes it",
  "cohort/negative-amount":
    "the amount is below zero, and no booking in the file has the opposite one; left out. Where the rows are invoices, write basis: invoiced and it counts as a credit",
  "cohort/reversal": "it reverses a booking of the opposite amount; the booking's line stands under Value",
  "cohort/reversed-money":
    "another row reverses its amount, so it adds no money; its days still count, and the other's line stands under Value",
  "cohort/reversed-booking": "another row reverses it, so neither counts; the other's line stands under Value",
  "cohort/credit": "a negative amount without a booking that it reverses; it counts as a credit and adds no days",
  "cohort/amount-missing": "its amount is not known, so the money of the periods it covers is missing, not 0",
  "cohort/overlap-summed":
    "it overlaps another spell of the same service, and each counts by itself; the other's line stands under Value",
  "cohort/left-by-keep": "the services file's keep leaves it out",
  "cohort/row-not-counted":
    "the study has this kind of service, but no outcome counts the row: its where, or its block, leaves it out",
  "cohort/no-such-year": "this is no calendar year between 1900 and 2200; correct it",
  "cohort/no-such-week": "the year of this column has no such week; correct the header, or the pattern in weeks",
  "cohort/week-twice": "column {other} is the same week; leave one of them out",
  "cohort/weeks-not-covering":
    "the weekly columns go from {first} to {last} ({missing} weeks missing between), and the window from {from} to {to}; outside them nothing is known, so let the window lie within",
  "cohort/basis-mixed":
    "{outcome} would count rows of different kinds together ({bases}), which are not the same thing; choose with block",
  "cohort/bases-differ":
    "{service} has {percent}% more days in the window {more} than {less}; an outcome counts one of the two, so check that it is the one meant",
  "cohort/nothing-counted":
    "the files have the services of {outcome}, but no row of them counts; the ledger says why each was left out: see where, keep and block",
  "cohort/mass-starts":
    "{count} spells, {percent}% of all, begin on {date}, far more than usual for a day, as when a system was changed or an export was cut; see what happened that day. Spells begun there may not be new, and what came before may be lost",
  "cohort/mass-ends":
    "{count} spells, {percent}% of all, end on {date}, far more than usual for a day, as when a system was changed; see what happened that day. Spells ended there may go on elsewhere",
  "cohort/option-needs-service": "outcome {outcome} counts no service, so {option} has no meaning here; leave it out",
  "cohort/amount-from-needs-amount":
    "outcome {outcome} counts no money, so amountFrom has no meaning here; leave it out, or write count: amount",
  "cohort/block-unknown":
    "{outcome} draws on the block {block}, but no services file has that name; correct one of the two (named are: {known})",
  "cohort/block-name-twice": "two services files are named {name}; give each its own name",
  "cohort/no-amounts": "{outcome} is in kroner, but none of its services files has a price or an amount; name the column",
  "cohort/no-days":
    "outcome {outcome} has count {count}, but its services files have amounts a year and no days; write count: amount, or add a file with days",
  "cohort/merge-needs-days":
    "{outcome} would merge overlaps, but the amounts fall whole on one day (spread: {spread}); write overlaps: sum, or spread: days",
  "cohort/merge-needs-spells":
    "{outcome} would merge overlaps, but amounts of events or calendar years are bookings of their own, of which all but one would be lost; write overlaps: sum",
  "cohort/dated-how":
    "a services file is dated in one way: from and to (spells), on (events), weeks (weekly codes) or year (amounts a year); found {found}",
  "cohort/from-and-to": "spells need both from and to, the headers of the first and last day; an event has on in their place",
  "cohort/service-or-kind":
    "a services file needs either service, the header of the kind of service, or kind, the one service that all its rows are",
  "cohort/weeks-name-services": "in weekly codes the code is the kind of service; leave service and kind out",
  "cohort/week-pattern":
    "the pattern of weekly columns holds the year, {year} or {yy}, and {week}, each once, such as y_{yy}{week}; it is {found}",
  "cohort/weeks-have-none": "weekly codes have no {option} of their own; leave it out",
  "cohort/year-needs-amount": "rows of a calendar year need the header of their amount",
  "cohort/year-has-no-price": "rows of a calendar year have no days to price; leave price out and use amount",
  "cohort/spread-needs-amount":
    "spread: {spread} says where the row's amount falls, but the file has no amount column; add amount, or leave it out",
  "cohort/range-of-what":
    "the limits of {header} are neither numbers nor dates, or one of each; write from, to or both, as two numbers or two dates",
  "cohort/range-reversed": "the limits of {header} end at {to}, before they begin at {from}; swap them",
  "cohort/side-needs-refund": "outcome {outcome} has a side, but no refund; name the refund scheme, or leave side out",
  "cohort/refund-unknown":
    "outcome {outcome} is a part of a refund scheme that the study does not define, {refund}; it defines: {known}",
  "cohort/refund-is-money": "outcome {outcome} is an amount; leave unit out, or write the currency",
  "cohort/refund-part-twice": "outcomes {other} and {outcome} are the same side of {refund}; keep one",
  "cohort/refund-unused":
    "no outcome is a part of the refund scheme {refund}; add one with refund: {refund}, or leave the scheme out",
  "cohort/refund-of-what": "the refund scheme {refund} needs either services or outcomes, and not both",
  "cohort/refund-option-needs-services":
    "the refund scheme {refund} takes its amounts from outcomes, so {option} has no meaning here; leave it out",
  "cohort/refund-outcome-no-amount":
    "the refund scheme {refund} sums outcome {outcome}, which is not the amount of a service; give it service and count: amount",
  "cohort/refund-needs-household":
    "the refund scheme {refund} sums a household, but the people file's household is not named; add people.household",
  "cohort/rates-not-ascending":
    "the rates of {refund} hold from {year} after those from {before}; order them by year, each year once",
  "cohort/steps-not-ascending": "a step of {refund} above {above} follows one above {before}; order the steps from the lowest",
  "cohort/rates-begin-late":
    "the rates of {refund} hold from {from}, but the window begins in {first}; add the rates of that year, with steps: [] where there was no refund",
  "cohort/refund-part-year":
    "the steps of {scheme} are of calendar years, and these lie only partly in the window: {years}. Their sums are of what the files hold of the whole year",
  "cohort/refund-household-unknown":
    "{count} people have no household in the people file; {scheme} takes each of them as one alone, so their refund may be too small",
};
