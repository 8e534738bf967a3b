import type { AttGtOptions } from "../options/att-gt-options.js";
import { type AttGtFigures, beyondOneCall } from "./att-gt-r-script.js";
import type { DidPanel } from "./did-panel.js";
import { commentText, digits } from "./handover-file.js";

const methods = { dr: "dripw", drImproved: "drimp", reg: "reg", ipw: "stdipw" } as const;

/** Script that recomputes group-time effects in Stata with csdid. */
export function attGtStataScript(did: DidPanel, options: AttGtOptions, figures: readonly AttGtFigures[]): string {
  const { method, control, anticipation, incomplete } = options;
  const x = [...did.covariates, ...did.varying].map(({ column }) => column);
  const section = incomplete === "crossSection";
  const weights = did.weighted ? " [iw = weight]" : "";
  const ivar = section ? "cluster(unit)" : "ivar(unit)";
  const beyond = [
    ...beyondOneCall(options),
    ...(anticipation > 0 ? [`anticipation ${anticipation}: the base lies earlier`] : []),
    ...(did.varying.length > 0 ? ["timeVarying: covariates are those of one period"] : []),
  ];
  const direct = `
* The package's own call, on the whole panel.
import delimited using panel.csv, clear asdouble case(preserve) encoding(utf-8) stringcols(2)
${figures
  .map(
    (
      f,
    ) => `csdid ${[f.column, ...x].join(" ")}${weights}, ${ivar} time(period) gvar(first) method(${methods[method]})${control === "notYet" ? " notyet" : ""}
estat simple`,
  )
  .join("\n")}
`;
  return `* Recomputes group-time effects of a Kontrafakt study from the files beside this script with csdid, and stops where they differ.
* These files are personal data: keep them where the study's own data are kept.
* Run in this folder: do recompute.do    Needs Stata 14 or later, and csdid with drdid (ssc install csdid; ssc install drdid).
${did.outcomes.map(({ column, of }) => `* ${column}: ${commentText(of.name)}`).join("\n")}
version 14
set type double
clear all
${beyond.length > 0 ? `* One call cannot give these figures, since the package has no such option (${beyond.join("; ")}).\n` : direct}
* Cell by cell, each given to csdid as a panel of two periods: ${section ? "a cell is the mean of comparisons with each of its base periods." : "the period, and the mean of what is observed of its base periods."}
tempfile panel recomputed
import delimited using panel.csv, clear asdouble case(preserve) encoding(utf-8) stringcols(2)
save \`panel'
import delimited using cells.csv, clear asdouble case(preserve) encoding(utf-8) stringcols(4)
local C = _N
tempname post
postfile \`post' int line double found using \`recomputed'
forvalues c = 1/\`C' {
  local outcome = column[\`c']
  foreach v in group time base covariatesAt through {
    local \`v' = \`v'[\`c']
  }
  preserve
  use \`panel', clear
${
  did.varying.length > 0
    ? `  foreach v of varlist ${did.varying.map(({ column }) => column).join(" ")} {
    quietly generate double at = \`v' if period == \`covariatesAt'
    quietly bysort unit: egen double fixed = max(at)
    quietly replace \`v' = fixed
    drop at fixed
  }
`
    : ""
}  quietly keep if (first == \`group' | first == 0${control === "notYet" ? " | (first > `through' & first != `group')" : ""})
  quietly generate post = 2 if period == \`time'
  foreach b of local base {
    quietly replace post = 1 if period == \`b'
  }
  quietly drop if missing(post)
  quietly drop if missing(${["`outcome'", ...x].join(", ")})
  collapse (mean) \`outcome' (first) first weight${x.map((name) => ` ${name}`).join("")}, by(unit post)
${section ? "" : "  quietly bysort unit: keep if _N == 2\n"}  quietly generate start = 2 * (first == \`group')
  quietly csdid \`outcome'${x.map((name) => ` ${name}`).join("")}${weights}, ${ivar} time(post) gvar(start) method(${methods[method]})
  matrix b = e(b)
  local effect = b[1, 1]
  restore
  post \`post' (\`c') (\`effect')
}
postclose \`post'
generate line = _n
merge 1:1 line using \`recomputed', nogenerate
collapse (mean) found estimate n, by(column group time)
program define check_outcome
  syntax, column(string) mean(real)
  quietly summarize estimate if column == "\`column'"
  local size = max(abs(r(min)), abs(r(max)))
  quietly count if column == "\`column'" & !(abs(found - estimate) <= 1e-6 * \`size')
  if r(N) > 0 {
    display as error "\`column': " r(N) " cells differ from Kontrafakt"
    exit 9
  }
  quietly summarize found [aw = n] if column == "\`column'" & time >= group
  if !(abs(r(mean) - (\`mean')) <= 1e-6 * \`size') {
    display as error "\`column': mean effect " r(mean) " differs from Kontrafakt, which has " \`mean'
    exit 9
  }
  display "\`column': cells and mean effect agree"
end
${figures.map((f) => `check_outcome, column(${f.column}) mean(${digits(f.mean)})`).join("\n")}
display "everything agrees"
`;
}
