import type { Catalogue } from "@kontrafakt/base";

export const optionsMessages: Catalogue = {
  "matching/bad-option": "{message}",
  "matching/unknown-name": 'the cohort has nothing called "{value}"; it has: {known}',
  "matching/option-without-effect": "{option} has no effect without {needs}; remove it, or set that",
  "matching/option-needs": "{option} {value} needs {needs}; change one of the two",
  "matching/agree-and-differ":
    '"{name}" is in both exact and antiExact, so that a control would have to agree with its starter and differ from it; remove it from one of them',
  "matching/candidate-named-twice": 'two candidates are called "{name}"; give each a name of its own, which the report uses',
};
