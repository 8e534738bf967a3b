import type { Catalogue } from "@kontrafakt/base";

/** English sentences of this package's problems. */
export const messages: Catalogue = {
  "kontrafakt/no-such-file": 'there is no file "{file}" (looked in {folder}); correct the name, or put the file there',
  "kontrafakt/not-a-file": "this is a folder; name a file in it",
  "kontrafakt/file-not-readable": 'the file "{file}" cannot be opened; check its permissions, and that no other program holds it',
  "kontrafakt/not-utf8": "the file is not saved as UTF-8; save it again with that encoding",
  "kontrafakt/cannot-write": 'cannot write "{file}": {reason}; check the folder\'s permissions, or choose another with --out',
  "kontrafakt/file-exists":
    'there is a file "{file}" already, and nothing is ever overwritten; move it, or choose another name with --out',
  "kontrafakt/wrong-ending":
    'a study is written as .yaml, or as .xlsx with --excel; "{file}" is neither, so choose another name with --out',
  "kontrafakt/no-people":
    "this study has no people followed one by one, as studies of groups and plans have none; the command is for studies with a block `cohort`",
  "kontrafakt/no-ledger": "a plan has no rows of people, so there is no ledger to write; leave out --out",
  "kontrafakt/bad-inference": "{message}",
  "kontrafakt/no-such-outcome": 'the effects are of no outcome "{outcome}"; they are of {known}',
  "kontrafakt/no-overall":
    "no effect on {outcome} from the start on has an estimate, so there is no overall one; give weights, one for each term",
  "kontrafakt/not-weights": 'the method "{method}" does not weight; use {known}, or match for the others',
  "kontrafakt/no-table":
    'no table can be made of a value of kind "{kind}"; give a panel, comparison, balance, effects, inference, savings, verification or results',
  "kontrafakt/no-part": 'there is no part "{part}" here; the parts are {parts}',
  "kontrafakt/no-chart":
    'no chart can be made of a value of kind "{kind}"; give what was matched, a balance, effects, inference, a decomposition by bacon, savings, a verification, results or an evaluation',
  "kontrafakt/no-description":
    'there is no description of a value of kind "{kind}"; give a panel, comparison, balance, effects, inference, savings, verification or results',
  "kontrafakt/key-exists":
    "there is a file of this name already; a key is never replaced, since the pseudonyms made with it could not be linked any more. Choose another name",
  "kontrafakt/lock-exists":
    "there is a lock already, and it differs from the study now ({count} differences, the first: {what}); delete the lock file to lock anew",
};
