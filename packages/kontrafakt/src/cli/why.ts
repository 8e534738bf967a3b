import { canonicalJson } from "@kontrafakt/base";
import { explainPerson, type Who } from "@kontrafakt/study";
import { loadPeopleStudy } from "./load-study.js";
import { plain } from "./plain.js";
import { type Io, type SessionOptions, withContext } from "./session.js";
import { whyLines } from "./why-lines.js";

export interface WhyOptions extends SessionOptions {
  readonly unit?: number;
  readonly seed?: number;
  readonly json?: boolean;
}

/**
 * `kontrafakt why`: why one person was matched or not, for those who hold the data. Personal data: printed, and written nowhere.
 * Returns false where it is not told which person, or told twice.
 */
export async function why(path: string, person: string | undefined, options: WhyOptions, io: Io): Promise<boolean> {
  if ((person === undefined) === (options.unit === undefined)) {
    io.err.write("name one person: the identifier as in the people file, or --unit and a place among the people analysed\n");
    return false;
  }
  const who: Who = person === undefined ? { place: options.unit as number } : { person };
  const { study, sources, key } = await loadPeopleStudy(path, options.seed);
  const found = await withContext(io, study.seed, { ...options, key }, (context) =>
    explainPerson(study, sources, who, { ...context, key }),
  );
  io.out(options.json ? canonicalJson(found) : plain(`${whyLines(found).join("\n")}\n`));
  return true;
}
