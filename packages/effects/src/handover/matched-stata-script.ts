import { digits } from "./handover-file.js";
import type { MatchedFigures } from "./matched-r-script.js";

/** A text as Stata reads it between compound quotes. */
export function stataText(text: string): string {
  return `\`"${text.replaceAll("`", "'").replaceAll('"', "'").replaceAll("$", "\\$")}"'`;
}

/** Script that recomputes the matched result in Stata from the files beside it. */
export function matchedStataScript(figures: readonly MatchedFigures[]): string {
  const checks = figures.map(
    (f) => `check_outcome, outcome(${stataText(f.outcome)}) mean(${digits(f.mean)}) total(${digits(f.total)})`,
  );
  return `* Recomputes the matched result of a Kontrafakt study from the files beside this script, and stops where it differs.
* These files are personal data: keep them where the study's own data are kept.
* Run in this folder: do recompute.do    Needs Stata 14 or later; uses csdid too where it is installed (ssc install csdid).
version 14
set type double
clear all
local share = 1e-6

* 1. Slopes: changes of the comparison rows on their covariates, with a constant for each wave, by weighted least squares.
tempfile rows changes recomputed
import delimited using rows.csv, clear asdouble case(preserve) encoding(utf-8) stringcols(3)
local covariates
capture unab covariates : x*_*
keep row \`covariates'
save \`rows'
import delimited using slopes.csv, clear asdouble case(preserve) encoding(utf-8)
local S = _N
forvalues s = 1/\`S' {
  local outcome\`s' = outcome[\`s']
  local event\`s' = event[\`s']
  local column\`s' = column[\`s']
  local slope\`s' = string(slope[\`s'], "%21.17g")
}
import delimited using changes.csv, clear asdouble case(preserve) encoding(utf-8)
merge m:1 row using \`rows', keep(master match) nogenerate
generate double again = change
local s = 1
while \`s' <= \`S' {
  local columns
  local from = \`s'
  while \`s' <= \`S' & \`"\`outcome\`s''"' == \`"\`outcome\`from''"' & "\`event\`s''" == "\`event\`from''" {
    local columns \`columns' \`column\`s''
    local ++s
    if \`s' > \`S' continue, break
  }
  quietly areg change \`columns' [aw = weight] if role == 0 & outcome == \`"\`outcome\`from''"' & event == \`event\`from'', absorb(wave)
  local last = \`s' - 1
  forvalues k = \`from'/\`last' {
    assert abs(_b[\`column\`k''] - \`slope\`k'') <= 1e-6 * max(1, abs(\`slope\`k''))
    quietly replace again = again - _b[\`column\`k''] * \`column\`k'' if outcome == \`"\`outcome\`from''"' & event == \`event\`from''
  }
}
quietly summarize change
local size = max(abs(r(min)), abs(r(max)))
quietly count if abs(again - adjusted) > \`share' * \`size'
if r(N) > 0 {
  display as error "adjusted changes differ from Kontrafakt in " r(N) " rows"
  exit 9
}
capture drop x*_*
save \`changes'

* 2. Cells: mean adjusted change of the treated less that of their comparison, by the weights; the same by csdid, where each wave and
*    period is a panel of two periods, first the base (0) and then the adjusted change.
capture which csdid
local has_csdid = _rc == 0
import delimited using cells.csv, clear asdouble case(preserve) encoding(utf-8)
local C = _N
tempname post
postfile \`post' int cell double again double csdid using \`recomputed'
forvalues c = 1/\`C' {
  local outcome = outcome[\`c']
  local wave = wave[\`c']
  local period = period[\`c']
  preserve
  quietly use if outcome == \`"\`outcome'"' & wave == \`wave' & period == \`period' using \`changes', clear
  quietly summarize again [aw = weight] if role == 1
  local effect = r(mean)
  quietly summarize again [aw = weight] if role == 0
  local effect = \`effect' - r(mean)
  local other = .
  if \`has_csdid' {
    generate long id = _n
    generate double y1 = 0
    rename again y2
    keep id y1 y2 role weight
    quietly reshape long y, i(id) j(post)
    generate first = 2 * role
    quietly csdid y [iw = weight], ivar(id) time(post) gvar(first) method(reg)
    matrix b = e(b)
    local other = b[1, 1]
  }
  restore
  post \`post' (\`c') (\`effect') (\`other')
}
postclose \`post'
generate cell = _n
merge 1:1 cell using \`recomputed', nogenerate

* 3. The mean effect per treated person and period from the start on, by the number of treated, and the total.
program define check_outcome
  syntax, outcome(string) mean(real) total(real)
  quietly summarize estimate if outcome == \`"\`outcome'"'
  local size = max(abs(r(min)), abs(r(max)))
  foreach way in again csdid {
    quietly count if outcome == \`"\`outcome'"' & missing(\`way')
    if r(N) > 0 continue
    quietly count if outcome == \`"\`outcome'"' & abs(\`way' - estimate) > 1e-6 * \`size'
    if r(N) > 0 {
      display as error \`"\`outcome', \`way': "' r(N) " cells differ from Kontrafakt"
      exit 9
    }
    quietly summarize \`way' [aw = n] if outcome == \`"\`outcome'"' & event >= 0
    local found = r(mean)
    quietly summarize n if outcome == \`"\`outcome'"' & event >= 0
    local people = r(sum)
    if abs(\`found' - (\`mean')) > 1e-6 * \`size' | abs(\`found' * \`people' - (\`total')) > 1e-6 * \`size' * \`people' {
      display as error \`"\`outcome', \`way': mean effect "' \`found' " and total " \`found' * \`people' " differ from Kontrafakt"
      exit 9
    }
    display \`"\`outcome', \`way': cells, mean effect and total agree"'
  }
end
${checks.join("\n")}
display "everything agrees"
`;
}
