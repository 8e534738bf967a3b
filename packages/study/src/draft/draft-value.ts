import type { Params } from "@kontrafakt/base";

/** A sentence of the catalogue that says why something was chosen, or what is to be chosen. */
export interface Note {
  readonly code: string;
  readonly params: Params;
}

/** An answer that fits, with what speaks for it. */
export interface Choice {
  readonly value: string;
  readonly notes: readonly Note[];
}

/**
 * One option of a drafted study, in the order of the file. Without `value` it heads the options below it, or, with `choices`, is still
 * to be chosen. `isSuggestion`: written as a comment, to be taken in by whoever wants it.
 */
export interface DraftEntry {
  readonly path: readonly string[];
  readonly value?: unknown;
  readonly notes: readonly Note[];
  readonly choices?: readonly Choice[];
  readonly isSuggestion?: boolean;
}

/** A small file to fill in beside the study. */
export interface DraftFile {
  readonly name: string;
  readonly header: readonly string[];
  readonly rows: readonly (readonly (string | number)[])[];
}

/** A study drafted from what its files hold. */
export interface Draft {
  readonly kind: "draft";
  readonly entries: readonly DraftEntry[];
  /** Money files that were not among those given. */
  readonly templates: readonly DraftFile[];
  /** Headers of each file, for drop-downs. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** Texts that fit an option, by its path with `*` for names: for drop-downs. */
  readonly offers: ReadonlyMap<string, readonly string[]>;
  /** Files given that the draft has no use for. */
  readonly unused: readonly string[];
}
