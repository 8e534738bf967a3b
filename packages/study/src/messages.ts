import type { Catalogue } from "@kontrafakt/base";
import { draftMessages } from "./draft/draft-messages.js";
import { workbookMessages } from "./workbook/workbook-messages.js";

/** English sentences of this package's problems. */
export const messages: Catalogue = {
  ...draftMessages,
  ...workbookMessages,
  "study/person-not-analysed":
    "nobody with this identifier is among the {people} people analysed; see whether the people file has it as it is written here, and what " +
    "kontrafakt check tells of those left out",
  "study/no-such-place": "nobody has this place: give a whole number from 1 to {people}, the number of people analysed",
  "study/not-yaml": "this is not readable as YAML: {reason}; check quotes, brackets and indentation around here",
  "study/duplicate-option": 'the option "{option}" is given twice; keep one of them',
  "study/tab-indent": "a tab is used to indent; use spaces",
  "study/unclosed": "a bracket opened before this is not closed, or what it holds is not indented; close it with ] or }",
  "study/bad-indent": "the indentation does not fit the lines above; line it up with its neighbours",
  "study/unknown-anchor": "the alias *{reason} has no anchor &{reason} before it; add the anchor or write the value out",
  "study/too-many-aliases": "aliases repeat too much; write the values out",
  "study/key-not-text": "the name of an option must be plain text; check for a missing quote or a stray bracket",
  "study/reserved-name":
    "__proto__ cannot be the name of an option, outcome or covariate; choose another name (as a column name it is fine)",
  "study/empty": "the study file is empty; start from the example in the README",
  "study/unknown-option": '"{name}" is not an option here; the options are {known}',
  "study/misspelt-option": '"{name}" is not an option here; did you mean {suggestion}?',
  "study/misplaced-option": '"{name}" is not an option here; it belongs under {suggestion}',
  "study/missing-option": "the option {name} is missing; add it ({expected})",
  "study/to-fill-in": "nothing stands here yet; fill it in ({expected})",
  "study/wrong-type": "expected {expected}, found {found}",
  "study/not-one-of": "expected {expected}, found {found}",
  "study/misspelt-value": "expected {expected}, found {found}; did you mean {suggestion}?",
  "study/too-small": "must be {relation} {limit}, found {found}",
  "study/too-big": "must be {relation} {limit}, found {found}",
  "study/too-short": "needs {limit} or more {what}, found {found}",
  "study/too-long": "takes {limit} {what} at most, found {found}",
  "study/wrong-format": "expected {expected}, found {found}",
  "study/wrong-text": "found {found}, which does not fit: {reason}",
  "study/not-allowed": "{reason}",
  "study/no-such-outcome": 'no outcome under cohort.outcomes is called "{name}"; {hint}',
  "study/no-such-covariate": 'no covariate under cohort.people.covariates is called "{name}"; {hint}',
  "study/no-such-variable":
    'nothing that people are compared on is called "{name}"; {hint} (a covariate, one of its levels as sex=Girl, the history of an outcome as placement[1,4], or where people are told apart a clustering)',
  "study/no-such-clustering":
    'no clustering is called "{name}"; {hint} (household and school exist where cohort.people names their columns, others under cohort.clusterings)',
  "study/file-not-given": "the study names this file, but it was not given; add it, or correct the name",
  "study/results-not-json": "this is not a results file: {reason}; give the results.json that kontrafakt run wrote",
  "study/results-other-kind": "this is JSON but not a Kontrafakt result; give the results.json that kontrafakt run wrote",
  "study/results-too-new":
    "this was written by a newer Kontrafakt (schema version {found}, this one reads up to {known}); update Kontrafakt",
  "study/results-too-old": "this has schema version {found}, and there is no migration from it; run the study again",
  "study/lock-not-readable": "this lock file cannot be read: {reason}; delete it and lock the study again, or restore it",
  "study/wave-too-small":
    "wave {wave} has fewer than {threshold} matched starters, too few to publish anything about; match less strictly (fewer names in matching.exact, wider calipers), begin the study later, join waves with a longer period, or, for internal use only, lower report.smallCell",
  "study/outcome-flat":
    "{outcome} does not vary among the people compared, so its effect of 0 has no uncertainty; check that its service or measure is the right one",
  "study/waiting-cost":
    "controls who start later keep their place, but what the programme costs for them is not counted: the cost set against the saving is too high, and net is understated",
  "study/small-cells":
    "{cells} cells (wave × period) rest on fewer than {threshold} starters; they are left out of every figure and total",
  "study/few-rows": "other reasons, told together",
  "study/outcome-rare":
    "fewer than {threshold} starters or controls have {outcome} after the start; none of its figures may be told. Put it together with a similar outcome, or, for internal use only, lower report.smallCell",
  "study/outcome-rare-priced":
    "fewer than {threshold} starters or controls have {outcome} after the start; none of its figures may be told, and its money is left out of every amount, where the others would give it away. Put it together with a similar outcome to have it counted, or, for internal use only, lower report.smallCell",
  "study/outcomes-too-rare":
    "fewer than {threshold} starters or controls have {outcome} after the start, and no other outcome with a price has more: the saving would be theirs; put services together into one outcome, begin the study earlier, or, for internal use only, lower report.smallCell",
  "study/no-such-file": 'the study names no file "{name}"; {hint}',
  "study/near-earlier":
    "{figures} figures are told as in the earlier publication of this study, since only few people lie between the two",
  "study/target-not-starters":
    "the target {target} asks what the programme would do for others too, not what it did for those who started, and money is counted " +
    "from the latter; use target: att here (the matching package has the others, for notebooks)",
  "study/bracket-not-run":
    "what the results would be with history and base taken {gap} periods before time zero cannot be told ({code}), most often because the " +
    "data do not reach so far back; read earlier years, or set a smaller shift",
  "study/referred-early":
    "{people} of {starters} starters were referred more than {anticipation} period(s) before they started, so their base may lie after the referral; raise matching.anticipation to cover it",
};
