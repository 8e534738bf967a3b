import type { Catalogue } from "@kontrafakt/base";

/** English sentences of this package's problems. */
export const messages: Catalogue = {
  "kontrafakt/no-such-file": 'there is no file "{file}" (looked in {folder}); correct the name, or put the file there',
  "kontrafakt/not-a-file": "this is a folder; name a file in it",
  "kontrafakt/file-not-readable": 'the file "{file}" cannot be opened; check its permissions, and that no other program holds it',
  "kontrafakt/not-utf8": "the file is not saved as UTF-8; save it again with that encoding",
  "kontrafakt/cannot-write": 'cannot write "{file}": {reason}; check the folder\'s permissions, or choose another with --out',
  "kontrafakt/lock-exists":
    "there is a lock already, and it differs from the study now ({count} differences, the first: {what}); delete the lock file to lock anew",
};
