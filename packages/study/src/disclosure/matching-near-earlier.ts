import type { Count, MatchedResults } from "../results.js";

/** Counts of starters in the bracket and among the specifications compared, near those of an earlier publication told as it told them. */
export function matchingNearEarlier(
  { matching, bracket }: MatchedResults,
  earlier: MatchedResults,
  count: (what: string, now: Count, then: Count | undefined) => Count,
): Pick<MatchedResults, "matching" | "bracket"> {
  const { choice } = matching;
  return {
    matching: {
      ...matching,
      ...(choice && {
        choice: {
          ...choice,
          candidates: choice.candidates.map((c) => {
            if (c.starters === undefined) return c;
            const then = earlier.matching.choice?.candidates.find((e) => e.name === c.name)?.starters;
            return { ...c, starters: count(`matching.choice.${c.name}.starters`, c.starters, then ?? earlier.analysed.matched) };
          }),
        },
      }),
    },
    ...(bracket && {
      bracket: {
        ...bracket,
        matched: count("bracket.matched", bracket.matched, earlier.bracket?.matched ?? earlier.analysed.matched),
      },
    }),
  };
}
