import type { Context } from "@kontrafakt/base";
import { openFeeds } from "../files/open-feeds.js";
import type { FormatOptions } from "../options/format-options.js";
import type { Source } from "../table/source.js";
import { delimiters, HEADER_WITHIN } from "../text/detect-delimiter.js";

class Enough extends Error {}

/**
 * The delimiter: the one that splits the most of the first records into the same number of fields, then the more fields; the earlier of
 * `; , tab |` on ties. Nothing for files that are no delimited text.
 */
export async function guessDelimiter(
  source: Source,
  format: Partial<FormatOptions>,
  context?: Context,
): Promise<Pick<FormatOptions, "delimiter">> {
  let best: (typeof delimiters)[number] | undefined;
  let most = [0, 0];
  for (const delimiter of delimiters) {
    const [feed] = await openFeeds(source, { columns: {}, format: { ...format, delimiter } }, context);
    if (feed?.text === undefined) return {};
    const widths = new Map<number, number>();
    let records = 0;
    try {
      await feed.read({
        settled: () => false,
        wanted: () => undefined,
        fields: () => undefined,
        record(cells, _line, fault) {
          if (fault !== "" || cells.every((cell) => cell === "")) return;
          widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
          if (++records >= HEADER_WITHIN) throw new Enough();
        },
      });
    } catch (error) {
      if (!(error instanceof Enough)) throw error;
    }
    for (const [width, rows] of widths) {
      const score = [rows * (1 - 1 / width), width];
      if (score[0] > most[0] || (score[0] === most[0] && score[0] > 0 && score[1] > most[1])) {
        best = delimiter;
        most = score;
      }
    }
  }
  return best === undefined ? {} : { delimiter: best };
}
