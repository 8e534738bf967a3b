import type { Relative } from "@kontrafakt/study";
import type { CsvCell } from "../csv.js";
import { numberOf as n } from "../format.js";
import type { Speaker } from "../language.js";
import { isRelative } from "../narrative/relative-text.js";

interface WithRelative {
  readonly relative?: Relative;
}

/** Columns of a mean effect as a share of what would have been; no columns where none of them is told. */
export function relativeColumns(of: readonly WithRelative[], speaker: Speaker) {
  if (!of.some((o) => o.relative !== undefined)) return { header: [], cells: (): CsvCell[] => [], none: [] };
  const { table: t, relative: words } = speaker.words;
  const lower = t.lower.toLowerCase();
  const upper = t.upper.toLowerCase();
  const header = [
    t.relative,
    `${t.relative}, ${t.se.toLowerCase()}`,
    `${t.relative}, ${words.delta}, ${lower}`,
    `${t.relative}, ${words.delta}, ${upper}`,
    `${t.relative}, ${words.fieller}, ${lower}`,
    `${t.relative}, ${words.fieller}, ${upper}`,
    words.shape,
    words.counterfactual,
  ];
  const none: readonly CsvCell[] = header.map(() => null);
  const cells = ({ relative: r }: WithRelative): readonly CsvCell[] =>
    isRelative(r)
      ? [
          ...[r.ratio, r.se, r.lower, r.upper, r.fieller.lower, r.fieller.upper].map(n),
          words.shapes[r.fieller.shape],
          n(r.counterfactual),
        ]
      : none;
  return { header, cells, none };
}
