/** Ends a sentence whose last word may be "kr." already. */
export const fullStop = (text: string): string => (text.endsWith(".") ? text : `${text}.`);
