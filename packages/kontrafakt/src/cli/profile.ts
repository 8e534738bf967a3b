import { basename, dirname, resolve } from "node:path";
import { canonicalJson } from "@kontrafakt/base";
import { maskAllTexts, profileFiles } from "@kontrafakt/cohort";
import type { Language } from "@kontrafakt/study";
import { fileSource } from "../node/file-source.js";
import { plain } from "./plain.js";
import { profileLines } from "./profile-lines.js";
import { type Io, type SessionOptions, withContext } from "./session.js";

export interface ProfileOptions extends SessionOptions {
  readonly json?: boolean;
  readonly lang?: Language;
}

/** `kontrafakt profile`: what the columns of files hold, without a value that could identify anyone. */
export async function profile(paths: readonly string[], options: ProfileOptions, io: Io): Promise<void> {
  const sources = await Promise.all(paths.map((path) => fileSource(basename(path), dirname(resolve(path)))));
  const found = await withContext(io, 0, { ...options, workers: 1 }, (context) => profileFiles(sources, {}, context));
  const profiles = maskAllTexts(found);
  if (options.json) return io.out(canonicalJson(profiles.length === 1 ? profiles[0] : profiles));
  io.out(plain(`${profiles.map((one) => profileLines(one, options.lang ?? "en").join("\n")).join("\n\n")}\n`));
}
