const errors = new Set([
  "#N/A",
  "#REF!",
  "#VALUE!",
  "#DIV/0!",
  "#NAME?",
  "#NUM!",
  "#NULL!",
  "#SPILL!",
  "#CALC!",
  "#FIELD!",
  "#BLOCKED!",
  "#CONNECT!",
  "#UNKNOWN!",
  "#GETTING_DATA",
]);

/** Whether a text is what a spreadsheet shows for the error of a formula. */
export function isErrorText(text: string): boolean {
  return text.charCodeAt(0) === 35 && errors.has(text);
}
