import type { MatchedResults, Results } from "@kontrafakt/study";
import { codeLabel } from "../code-label.js";
import type { CsvCell } from "../csv.js";
import { numberOf as n } from "../format.js";
import type { Speaker } from "../language.js";
import type { Make } from "../table-rows.js";

function fileRows({ flow }: Results, speaker: Speaker): CsvCell[][] {
  const { table: t } = speaker.words;
  return flow.files.flatMap((f): CsvCell[][] => [
    [f.file, t.read, "", f.read],
    [f.file, t.used, "", f.used],
    [f.file, t.listed, "", f.listed],
    ...f.reasons.map((r) => [f.file, r.listed ? t.leftOut : t.noted, codeLabel(r.code, speaker), r.rows]),
  ]);
}

/** Rows of each file. */
export const filesTable: Make = (results, speaker) => {
  const { table: t } = speaker.words;
  return { name: "flow", header: [t.file, t.what, t.reason, t.rows], rows: fileRows(results, speaker) };
};

/** Rows of each file, and people left after each step. */
export const flowTable: Make<MatchedResults> = (results, speaker) => {
  const { table: t } = speaker.words;
  const files = fileRows(results, speaker).map((row) => [...row, ""]);
  const people = results.flow.people.map((p): CsvCell[] => ["", t.people, codeLabel(p.code, speaker), p.people, p.treated]);
  return { name: "flow", header: [t.file, t.what, t.reason, t.rows, t.treated], rows: [...files, ...people] };
};

export const wavesTable: Make<MatchedResults> = (results, speaker) => {
  const { table: t } = speaker.words;
  return {
    name: "waves",
    header: [t.wave, t.starters, t.matched, t.controls, t.followUp],
    rows: results.waves.map((w) => [speaker.period(w.label), w.starters, w.matched, w.controls, w.followUp]),
  };
};

export const pathsTable: Make<MatchedResults> = (results, speaker) => {
  const { table: t } = speaker.words;
  const some = results.outcomes.some((o) => o.others !== undefined);
  return {
    name: "paths",
    header: [t.outcome, t.event, t.starters, t.matchedComparison, t.rest, ...(some ? [t.publishedOthers] : [])],
    rows: results.outcomes.flatMap((o) =>
      o.paths.event.map((event, i) => [
        speaker.text(o.label),
        event,
        n(o.paths.treated[i]),
        n(o.paths.comparison[i]),
        n(o.paths.rest[i]),
        ...(some ? [n(o.others?.values[i])] : []),
      ]),
    ),
  };
};
