import type { Catalogue } from "@kontrafakt/base";

export const scoreMessages: Catalogue = {
  "matching/all-missing":
    '"{variable}" is missing for everybody at risk and was left out of the score; check the column, or remove it from the study',
  "matching/missing-values":
    '"{variable}" is missing for {people} people, {starters} of them starters, in a wave where they were at risk; they are left out there ' +
    '(matching.missing: "indicator" would keep them)',
  "matching/constant-variable": '"{variable}" is the same for everybody at risk and says nothing; it was left out of the score',
  "matching/collinear": '"{variable}" follows exactly from others in the score and was not given a slope of its own',
  "matching/separation":
    '"{variable}" tells starters from others without fail, so no score can weigh it; it was left out of the score: look at its balance, ' +
    "and leave out the people nobody can be compared with",
  "matching/score-not-converged":
    "the score had not settled after {iterations} steps; use fewer or less related covariates before trusting the match",
  "matching/more-variables-than-starters":
    "the score has {variables} variables for {starters} starters, so it will tell them apart by accident; use fewer covariates, history windows or terms",
  "matching/spline-knots":
    'the spline of "{variable}" has only {columns} of the {asked} columns asked for, since many people share its values and knots coincide',
  "matching/formula-name":
    'the formula needs a name at character {position}, but it has "{found}"; join names by +, and put a name with spaces or signs in backticks',
  "matching/formula-sign":
    'the formula needs +, : or * at character {position}, but it has "{found}"; put a name with spaces or signs in backticks',
  "matching/formula-function":
    'the formula has a function "{found}" at character {position}; it knows poly(age, 2) and spline(age, 3)',
  "matching/formula-number":
    'the formula has "{found}" at character {position} where {function} takes a whole number from {from} to {to}; write for example {function}(age, 3)',
  "matching/formula-bracket": 'the formula needs a closing bracket at character {position}, but it has "{found}"',
  "matching/term-of-category":
    '"{variable}" is a category or 0/1, so a power or spline of it says nothing new; name the variable alone, or in a product',
  "matching/formula-end":
    "the formula is not finished at character {position}; add the name, number, bracket or backtick that is missing",
};
