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
  "study/option-of-others": '"{name}" is not an option here, only of {others}; the options here are {known}',
  "study/misplaced-option": '"{name}" is not an option here; it belongs under {suggestion}',
  "study/former-option": '"{name}" is of an earlier version; it is now written {suggestion}',
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
  "study/subgroup-number":
    'covariate "{name}" is a number ({type}), and groups are not guessed; add a covariate of categories that holds the bands to look at, and name that one',
  "study/subgroup-one-value":
    "everybody analysed has the same value of {covariate}, so there are no groups of it to look at apart; leave it out of savings.subgroups",
  "study/subgroup-left-out":
    "some values of {covariate} are not shown: fewer than {threshold} matched starters have them, or no effect could be estimated among them, or one shown would give another away",
  "study/subgroup-rare":
    "in groups by {covariate} the saving is without {outcomes}: in one of the groups too few people have it after the start, and the others would give it away",
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
  "study/total-spend-withheld":
    "{outcome} is all spend, and less the outcomes that may be told it would be the spend on those that fewer than {threshold} people have; none of its figures may be told, and the others are not held against it. Put rare services together into one outcome to have it back",
  "study/outcomes-too-rare":
    "fewer than {threshold} starters or controls have {outcome} after the start, and no other outcome with a price has more: the saving would be theirs; put services together into one outcome, begin the study earlier, or, for internal use only, lower report.smallCell",
  "study/no-such-file": 'the study names no file "{name}"; {hint}',
  "study/near-earlier":
    "{figures} figures are told as in the earlier publication of this study, since only few people lie between the two",
  "study/near-earlier-effects":
    "few people came or left since the earlier publication, and effects and money are told anew: whoever holds both publications could work out what those few have between them. Publish one of them only, or wait until more have come",
  "study/target-not-starters":
    "the target {target} asks what the programme would do for others too, not what it did for those who started, and money is counted " +
    "from the latter; use target: att here (the matching package has the others, for notebooks)",
  "study/bracket-not-run":
    "what the results would be with history and base taken {gap} periods before time zero cannot be told ({code}), most often because the " +
    "data do not reach so far back; read earlier years, or set a smaller shift",
  "study/groups-and-people":
    "{name} is for people followed one by one, and groups for data that are not; a study has one of the two: remove {name} or groups",
  "study/plan-and-others":
    "{name} is for what was observed, and plan for what nobody has observed yet; a study has one of the two: remove {name} or plan",
  "study/plan-history-few":
    "the target group was of few people in {years}, so the history of those years is left out of everything",
  "study/history-nobody":
    "nobody referred or started has a whole calendar year before a start that may be told; name the column of referrals (cohort.people.referral), read earlier years, or, for internal use only, lower report.smallCell",
  "study/plan-not-yet":
    "a plan has nothing to hold against anything yet, so savings.{name} belongs to the study that verifies it; remove it here",
  "study/no-such-plan-outcome": 'no outcome under plan.outcomes is called "{name}"; {hint}',
  "study/groups-source": "a study of groups has exactly one source, found {found}; give one of {sources}",
  "study/moments-twice":
    "these are the same sums as in {other}, and people who count twice make everything look surer than it is; give each place's file once",
  "study/groups-estimator-missing": "the option estimator is missing; say how the effect is estimated, such as estimator: attGt",
  "study/groups-no-subgroups":
    "a study of groups has no people to tell apart by a covariate, so savings.subgroups cannot be worked out; leave it out",
  "study/groups-estimator-given": "these effects are estimated already, so no estimator goes with them; remove it",
  "study/groups-estimator-cross-sections":
    "efficient needs the same people in every period, and cross-sections have others; use attGt",
  "study/groups-dominance":
    "sums and means don't tell what single people add, so dominance cannot be held against them; remove it, or have whoever makes the file keep the rule",
  "study/no-such-group-outcome": 'the data have no outcome "{name}"; {hint}',
  "study/no-such-group-covariate": 'no covariate of the cross-sections is called "{name}"; {hint}',
  "study/no-such-group-clustering": 'no clustering is called "{name}"; {hint}',
  "study/groups-no-cells":
    "no cohort that starts has {threshold} people or more in a period, so there is nothing to tell; put cohorts together, or, for internal use only, lower report.smallCell",
  "study/groups-one-treated-cluster":
    "all treated, or all of each start, are in one {cluster}, and one cannot tell how such groups differ: there is no interval, and so no saving to tell. Name a finer clustering if the programme was given within it, add places that started too, or study people (cohort), with fewTreated beside an estimator of effects.estimators",
  "study/groups-few-controls":
    "fewer than {threshold} people never start, and every effect would be a difference from them; bring more for comparison, or, for internal use only, lower report.smallCell",
  "study/groups-pretrend-none":
    "{outcome}: no period before the start can be tested, so nothing is known about whether trends were alike before",
  "study/groups-pretrend-covariance":
    "{outcome}: it is not known how the periods go together, so whether trends were alike before the start is not tested; the event study shows the periods one by one",
  "study/share-without-limits":
    "{outcome}: it is not known how the periods go together, so no limits hold for the effect as a share of what would have been; it is told in its own unit alone",
  "study/two-way-not-decomposed":
    "{outcome}: this number of two-way fixed effects is not taken apart, since that is worked out for effects of unit and period on the same rows alone",
  "study/estimator-own-outcome":
    "{outcome} would be adjusted for itself, which leaves no effect; name the outcomes this estimator is for without it (outcomes: …), or leave it out here",
  "study/estimator-covariate-fixed":
    '"{name}" has one value a person, and covariates of {estimator} vary over time; name an outcome, or leave it out: effects of unit account for what stays the same',
  "study/estimator-covariate-varies":
    '"{name}" varies over time, and covariates of {estimator} have one value a person; name one of cohort.people.covariates, or for attGt put it under timeVarying',
  "study/estimator-eligible-level":
    '"{name}" is a category; name the level of those the programme is for, as {name}=Yes (any level but its reference), or read it with type: boolean',
  "study/inference-option-unused": "{option} has no effect without {needs} in beside; name that there too, or leave {option} out",
  "study/inference-few-treated-clusters":
    "the programme was given in {treatedClusters} of {clusters} clusters ({by}): with so few the interval says little, and what befell one of them by chance looks like the programme. Set fewTreated beside it (effects.inference.beside), or let more start",
  "study/inference-one-cluster-most":
    "one cluster ({by}) has about {share} of the treated, so that what befell it by chance cannot be told from the programme. Set fewTreated beside it (effects.inference.beside), or let others start too",
  "study/inference-few-clusters":
    "there are {clusters} clusters ({by}) in all, fewer than the interval has been tried with: it may be too short or say nothing. Bring more clusters for comparison",
  "study/inference-few-with-outcome":
    "{people} of the starters have {outcome} after the start: its effect hangs on so few that no interval can be trusted. Put it together with a similar outcome, or follow more people or more years",
  "study/inference-no-figure":
    "there is no overall effect that could be set beside other methods: no period after the start has an estimate. Leave beside empty, or look at why nothing was estimated",
  "study/estimator-option-unused": "{option} has no effect without {needs}; set that too, or leave {option} out",
  "study/estimator-failed":
    "{estimator} could not be estimated for {outcome}, so it is not among the estimates beside the matched one; the reason is told next to this, under the same option",
  "study/referred-early":
    "{people} of {starters} starters were referred more than {anticipation} period(s) before they started, so their base may lie after the referral; raise matching.anticipation to cover it",
  "study/parameters-changed":
    "official parameters are those of {to}, in the earlier results {from}: {changes}; society's discounted net was {before} {currency} and is {after} {currency}, which includes whatever else changed in between",
};
