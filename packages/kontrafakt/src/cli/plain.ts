import { maskIdentifiersIn } from "@kontrafakt/cohort";

/** Text for a terminal: national identifiers masked; control characters but line feeds, which a file's cells may hold to steer it, become U+FFFD. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to replace
  return maskIdentifiersIn(text).replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, "\ufffd");
}
