import type { Catalogue } from "@kontrafakt/base";

export const populationMessages: Catalogue = {
  "cohort/no-residence":
    "the study has no residence file, so everyone counts as the municipality's throughout; people who moved away then look like people without services, which can pass for a saving. Add cohort.residence if it can be drawn",
  "cohort/ids-differ-in-case":
    "{count} identifiers differ from another one only in upper and lower case; they are taken as different people. If they are not, make them alike in every file",
  "cohort/home-not-found": 'no cell is "{home}", the study\'s home; write cohort.home as the file does (found: {found})',
  "cohort/nobody-left":
    "nobody is left to analyse after the exclusions; the first row of each of the commonest reasons is named below",
  "cohort/duplicate-person": "the person has an earlier row in the file; the first is used",
  "cohort/born-after-extract": "the birth date is after the files were drawn; correct the date, or cohort.extract",
  "cohort/start-after-extract":
    "the programme starts after the files were drawn; correct the date, or leave it blank if it is only planned",
  "cohort/start-before-birth": "the programme starts before the person is born; correct one of the two dates",
  "cohort/never-eligible": "the person is of eligible age on no day of the window",
  "cohort/unknown-person": "no usable row of the people file has this person",
  "cohort/programme-without-start":
    "the person has had the programme's own service but has no start date; fill it in, or write treatment.startFrom: either",
  "cohort/never-observed": "the municipality is responsible for the person in no period of the window",
  "cohort/started-before-window": "the programme started before the window, so there is no time before it",
  "cohort/start-before-referral": "the programme starts before the referral; the start decides the wave",
  "cohort/stay-overlap": "it overlaps another stay; the later begun holds, and the other's line stands under Value",
  "cohort/programme-before-start": "the programme's own service begins before the start date; the start date decides the wave",
  "cohort/flow-read": "rows in the people file",
  "cohort/flow-usable": "people with one usable row",
  "cohort/flow-eligible": "of eligible age in the window",
  "cohort/flow-dated": "with a start date if they had the programme",
  "cohort/flow-not-before": "not started before the window",
  "cohort/flow-covariates": "with every covariate known",
  "cohort/flow-observed": "observed in at least one period",
  "cohort/start-needed":
    "the study needs to know who started when; name the people file's start column, or write treatment.startFrom: service",
  "cohort/programme-service-needed":
    "{option} is {value}, so the start comes from the programme's own service; name it in cohort.programmeService",
  "cohort/restart-needs-service":
    "a second start can be seen only in the programme's own service; write treatment.startFrom: service, or leave restart out",
  "cohort/repeats-need-start":
    "the earliest start of a person's rows is asked for, but the people file's start column is not named; name it in people.start",
  "cohort/end-needed":
    "{option} needs to know when the programme ended; name the people file's column in treatment.ends, or the programme's own service",
  "cohort/referral-needed": "{option} needs to know who was referred when; name the people file's column in people.referral",
  "cohort/other-programme-of-what": "programme {programme} needs either its services or the header of its start, and not both",
  "cohort/other-needs-services":
    "programme {programme} is told by its services, but the study names no services file; add cohort.services",
  "cohort/other-is-programme":
    "{service} is the programme's own service, so it cannot be the other programme {programme} too; take it out of one of them",
  "cohort/other-is-outcome":
    "an outcome counts {service}, so that policy {policy} of programme {programme} would select people by their outcome; write policy: keep",
  "cohort/placements-need-services":
    "placements are found in the services file, which the study does not name; add cohort.services",
  "cohort/clustering-twice":
    "people.{clustering} is a clustering of this name already; choose another name, or leave people.{clustering} out",
  "cohort/clustering-person": "every person is a clustering of its own under this name already; choose another name",
  "cohort/clustering-needs-from":
    "clustering {clustering} has a last day and no first day; name the column of the first day too, or leave the last day out",
  "cohort/link-unknown": "the study has no key file called {name}; add it under cohort.link (there is: {known})",
  "cohort/later-start": "the person has another row with an earlier start, which is used; its line stands under Value",
  "cohort/row-without-start": "the person has another row, which is used; its line stands under Value",
  "cohort/without-residence": "the residence file has no usable row for the person, so nothing is known of who was responsible",
  "cohort/residence-gap":
    "days without any stay lie before it, as for someone who lived abroad; the person is not observed on them",
  "cohort/move-near-placement":
    "the person moved in or out near the start or the end of a placement, so the address may follow from it; check who was responsible",
  "cohort/moves-near-placements":
    "{count} moves in or out lie within {days} days of the start or the end of a placement, so the address may follow from it; the ledger lists them. Check that the responsible municipality is right",
  "cohort/person-without-rows":
    "{count} people of the study have no row in the file, which ought to have everyone; they are unknown there, not zero",
  "cohort/no-id-matches":
    "none of its identifiers is in the people file; check that the column is the right one, or add a key file under cohort.link",
  "cohort/ids-written-otherwise":
    "{percent}% of its identifiers are in the people file, and {better}% would be if it did not matter how they are written; write cohort.matchIds: [{rules}]",
  "cohort/key-of-several": "the key file gives this identifier to several people, so it cannot be told whose it is",
  "cohort/several-keys": "the person has several identifiers in the other system; all of them count as this person",
  "cohort/cluster-overlap":
    "the person is in two clusters at once; the later begun holds, and the other's line stands under Value",
  "cohort/started-again": "the person has had the programme again later; the first course is the start",
  "cohort/started-anew": "the person had the programme before the window; a new course inside it is the start",
  "cohort/dropped-out": "the programme ended soon after the start; the person still counts as a starter",
  "cohort/end-before-start": "the programme ends before it starts; the end is not used until one of the two is corrected",
  "cohort/referral-out-of-reach": "the referral is before birth or after the files were drawn; it is not used as the start",
  "cohort/referred-never-started": "the person was referred and never started",
  "cohort/course-too-short": "the programme ended in fewer days than the study asks for",
  "cohort/had-other-programme": "the person has had another programme",
  "cohort/several-courses": "{count} people had the programme more than once; their first course is the start",
  "cohort/several-restarted": "{count} people had the programme before the window too; a new course inside it is their start",
  "cohort/several-ended":
    "the programme has ended for {count} people who started; they count as starters to the end of the window, so the effect is that of having started",
  "cohort/several-dropped-out": "{count} people dropped out within {days} days of the start; they still count as starters",
  "cohort/selects-on-staying":
    "this leaves out people or days by how long the programme lasted, which comes after the start: those who stay differ from those who leave, so the effect is no longer that of starting. Report it beside the effect without this option",
  "cohort/time-zero-is-referral":
    "everyone referred counts as treated from the referral on, whether they started or not: the effect is that of being referred. Set matching.anticipation to 0",
  "cohort/started-before-refused":
    "the study refuses people who started before its window, and there are {count}; begin the window earlier, or write startedBefore: exclude",
  "cohort/no-starts-in-services":
    "no usable row of the services file has {service}, so nobody has started; check how the file writes it",
  "cohort/other-selects":
    "programme {programme} is handled by {policy}, which selects on what may come after the start; report the effect with policy: keep beside it",
  "cohort/other-before-start": "{count} of those who started had {programme} before",
  "cohort/other-after-start":
    "{count} of those who started had {programme} from the start on; the effect is that of both together for them",
  "cohort/other-among-others": "{count} of the others had {programme}; the programme is compared with that for them",
  "cohort/flow-not-referred-only": "not referred without starting",
  "cohort/flow-long-enough": "with the programme for as long as the study asks",
  "cohort/flow-no-other-programme": "without the other programmes",
  "cohort/flow-usable-means":
    "whoever has no usable row is not in the answer; it is about people whose birth and start can be read",
  "cohort/flow-eligible-means": "the answer is about people of the study's ages inside the window",
  "cohort/flow-dated-means":
    "the answer is about starters with a known start date; people who had the programme without one are in neither group",
  "cohort/flow-not-before-means":
    "the answer is about those who started inside the window; earlier starters are neither treated nor compared with",
  "cohort/flow-not-referred-only-means":
    "starters are compared with people never referred; if referral without a start says something of the need, the groups differ more",
  "cohort/flow-long-enough-means":
    "the answer is about those who stayed, who may have done better anyway; it is not the effect of starting",
  "cohort/flow-no-other-programme-means":
    "the answer is about people who never get the other programmes, which starting may itself have changed",
  "cohort/flow-covariates-means":
    "the answer is about people with every covariate known; where these differ from the rest it does not carry over",
  "cohort/flow-observed-means": "the answer is about people for whom the municipality was responsible in the window",
  "cohort/without-rows": "a file that ought to have everyone has no row for the person; its name stands under Value",
  "cohort/cluster-unknown":
    "{count} people have no known {clustering} on the day that counts; each counts as a cluster of its own",
};
