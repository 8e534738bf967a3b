* Writes effects as files that Kontrafakt reads, inside an environment that only results may leave.
*
*   do effects-to-file.do
*   csdid days x1 x2, ivar(id) time(year) gvar(first) method(dripw)
*   effects_from_csdid, outcome(placement) unit(days) depvar(days) ivar(id) time(year) gvar(first) folder(to-let-out)
*
* Three files are written: terms.csv (one row an estimate), covariance.csv (of all estimates jointly) and cohorts.csv (how many units each
* group has). None has a row a person. hidebelow(5) leaves out estimates on fewer than 5 treated, as an environment may demand.
* One outcome at a time: Stata keeps no joint covariance over several csdid runs. For several, estimate them jointly (the R script does)
* and use effects_write with their covariance.
* Written for Stata 14 or later. Numbers are written with every digit: don't round them.

capture program drop effects_from_csdid
program define effects_from_csdid
  version 14
  * notyet: csdid was called with notyet. universal: with long2. label(): year (default), quarter or month, where time counts quarters or
  * months as Stata does (%tq, %tm).
  syntax , OUTcome(string) UNIT(string) DEPVAR(varname numeric) IVAR(varname) TIME(varname numeric) GVAR(varname numeric) FOLDER(string) ///
    [NOTYET UNIVERSAL LABEL(string) HIDEBELOW(integer 1)]
  if "`label'" == "" local label year
  tempname all V b
  matrix `b' = e(b)
  matrix `V' = e(V)
  local names : colfullnames `b'
  tempvar inside tag
  quietly generate byte `inside' = e(sample) & !missing(`depvar')
  tempfile terms cohorts
  postfile `all' str244 outcome str80 unit str20 kind str20 group str20 time double(n controls personPeriods estimate) int place ///
    using `terms', replace
  local place = 0
  foreach name of local names {
    local ++place
    if !regexm("`name'", "g([0-9]+)[:.]t_([0-9]+)_([0-9]+)$") continue
    local g = real(regexs(1))
    local first = real(regexs(2))
    local t = real(regexs(3))
    local base = `first'
    if "`universal'" != "" & `t' == `g' - 1 {
      local base = `t'
      local t = `first'
    }
    quietly count if `inside' & `gvar' == `g' & `time' == `t'
    local n = r(N)
    if "`notyet'" == "" quietly count if `inside' & `gvar' == 0 & `time' == `t'
    else quietly count if `inside' & (`gvar' == 0 | (`gvar' > max(`t', `base') & `gvar' != `g')) & `time' == `t'
    local controls = r(N)
    effects_label `g', label(`label')
    local group "`r(text)'"
    effects_label `t', label(`label')
    post `all' ("`outcome'") ("`unit'") ("cell") ("`group'") ("`r(text)'") (`n') (`controls') (`n') (`b'[1, `place']) (`place')
  }
  postclose `all'
  preserve
  quietly keep if `inside'
  quietly egen byte `tag' = tag(`ivar')
  quietly keep if `tag'
  quietly generate double units = 1
  collapse (sum) units, by(`gvar')
  quietly generate str20 group = "never"
  forvalues i = 1/`=_N' {
    if `gvar'[`i'] == 0 continue
    effects_label `=`gvar'[`i']', label(`label')
    quietly replace group = "`r(text)'" in `i'
  }
  quietly drop if units < `hidebelow' & group != "never"
  effects_put group units using "`folder'/cohorts.csv"
  use `terms', clear
  effects_write, b(`b') v(`V') folder(`"`folder'"') hidebelow(`hidebelow')
  restore
end

capture program drop effects_label
program define effects_label, rclass
  syntax anything(name=value) , LABEL(string)
  if "`label'" == "quarter" local text = string(yofd(dofq(`value'))) + "Q" + string(quarter(dofq(`value')))
  else if "`label'" == "month" local text = string(yofd(dofm(`value'))) + "-" + string(month(dofm(`value')), "%02.0f")
  else local text = string(`value', "%12.0f")
  return local text = strtrim("`text'")
end

* Any estimates: the data in memory have one row each, with outcome, unit, kind, n, controls, personPeriods and what the kind needs (group,
* time, event as text; df and clusters as numbers); b is a row of estimates and v their joint covariance. place says which column of b a
* row is about; without it, row i is about column i.
capture program drop effects_write
program define effects_write
  version 14
  syntax , B(name) V(name) FOLDER(string) [HIDEBELOW(integer 1)]
  capture confirm variable place
  if _rc quietly generate int place = _n
  foreach name in scale group time event of {
    capture confirm variable `name'
    if _rc quietly generate str1 `name' = ""
  }
  foreach name in df clusters {
    capture confirm variable `name'
    if _rc quietly generate double `name' = .
  }
  foreach name in estimate se {
    capture drop `name'
    quietly generate double `name' = .
  }
  forvalues i = 1/`=_N' {
    local p = place[`i']
    quietly replace estimate = `b'[1, `p'] in `i'
    quietly replace se = sqrt(`v'[`p', `p']) in `i'
  }
  quietly count if missing(estimate) | missing(se) | n < `hidebelow' | missing(n)
  if r(N) > 0 display as text r(N) " estimates are left out: without an estimate, or on fewer than `hidebelow' treated"
  quietly drop if missing(estimate) | missing(se) | n < `hidebelow' | missing(n)
  capture drop term
  quietly generate str244 term = outcome + ":" + cond(kind == "cell", "", kind + ":") + group + cond(group != "" & time != "", ":", "") + time ///
    + cond(kind == "cell" | event == "", "", event) + cond(scale == "" | scale == "difference", "", ":" + scale)
  capture confirm numeric variable controls
  if !_rc & `hidebelow' > 1 {
    quietly generate str20 hidden = strtrim(string(controls, "%15.0f"))
    quietly replace hidden = "<`hidebelow'" if controls < `hidebelow'
    drop controls
    rename hidden controls
  }
  effects_put term outcome unit kind scale group time event of n controls personPeriods estimate se df clusters using "`folder'/terms.csv"
  tempname handle
  file open `handle' using "`folder'/covariance.csv", write text replace
  file write `handle' `""term","with","covariance""' _n
  forvalues i = 1/`=_N' {
    forvalues j = 1/`i' {
      local p = place[`i']
      local q = place[`j']
      local value = strtrim(string(`v'[`p', `q'], "%24.17g"))
      file write `handle' `"""' (term[`i']) `"",""' (term[`j']) `"","`value'""' _n
    }
  }
  file close `handle'
end

* Variables as a file with commas, every digit, and an empty cell where a number is missing.
capture program drop effects_put
program define effects_put
  syntax varlist using/
  tempname handle
  file open `handle' using `"`using'"', write text replace
  local line
  foreach name of local varlist {
    local line `"`line'`=cond(`"`line'"' == "", "", ",")'`name'"'
  }
  file write `handle' `"`line'"' _n
  forvalues i = 1/`=_N' {
    local first = 1
    foreach name of local varlist {
      if !`first' file write `handle' ","
      local first = 0
      capture confirm string variable `name'
      if !_rc file write `handle' `"""' (`name'[`i']) `"""'
      else if !missing(`name'[`i']) {
        local value = strtrim(string(`name'[`i'], "%24.17g"))
        file write `handle' "`value'"
      }
    }
    file write `handle' _n
  }
  file close `handle'
end
