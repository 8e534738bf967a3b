import { finite } from "../format.js";
import type { Html } from "../html.js";
import { laterLines } from "../narrative/later-text.js";
import { periodWords } from "../outcome-words.js";
import { assumedYears } from "../savings-lines.js";
import { outcomeLabel } from "./amounts.js";
import type { Page } from "./page.js";
import { list, section, table } from "./table.js";

const n = { numeric: true };

/** Whether the study assumes anything after the observed years. */
export function saysLater({ results }: Pick<Page, "results">): boolean {
  const { persistence } = results.savings;
  return (
    persistence.form !== "none" || persistence.outcomes.some((o) => o.form !== "none") || assumedYears(results.savings).length > 0
  );
}

/** What is assumed after the observed years and why, how much money it is, and how long each wave was followed. */
export function laterSection(page: Page): Html {
  const { results, speaker } = page;
  const { later, table: t, heading } = speaker.words;
  const [first, ...rest] = laterLines(results, speaker);
  return section(
    "later",
    heading.later,
    [first ?? ""],
    list(rest),
    table(
      later.caption.remaining,
      [{ name: t.year }, { name: later.table.share, ...n }],
      results.savings.persistence.remaining
        .filter((r) => finite(r.share) !== null)
        .map((r) => [String(r.year), speaker.percent(r.share)]),
    ),
    leftTable(page),
    followUpTable(page),
  );
}

/** What is left of each outcome's effect in each assumed year. */
function leftTable({ results, speaker }: Page): Html {
  const { later, table: t } = speaker.words;
  const { left = [] } = results.savings.persistence;
  const years = [...new Set(left.flatMap((l) => l.shares.map((s) => s.year)))].sort((a, b) => a - b);
  const share = (x: unknown) => (finite(x) === null ? "–" : speaker.percent(x));
  return table(
    later.caption.left,
    [{ name: t.outcome }, ...years.map((year) => ({ name: String(year), ...n }))],
    left.map((l) => [
      outcomeLabel(results, l.outcome, speaker),
      ...years.map((year) => share(l.shares.find((s) => s.year === year)?.share)),
    ]),
  );
}

/** How many periods each wave was followed; nothing where the results do not say. */
export function followUpTable({ results, speaker }: Pick<Page, "results" | "speaker">): Html {
  const { later, table: t } = speaker.words;
  return table(
    later.caption.followUp,
    [{ name: t.group }, { name: later.table.periods(periodWords(results, speaker).many), ...n }],
    results.savings.persistence.followUp.map((w) => [speaker.period(w.label), speaker.number(w.periods, 0)]),
  );
}
