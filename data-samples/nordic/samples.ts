import { makeWorld, type World } from "../early-support/world.js";
import { norwegianFiles } from "./norwegian-files.js";
import { type SampleFile, swedishFiles } from "./swedish-files.js";

/** Seeds of the two small municipalities. */
const SEEDS = { swedish: 103, norwegian: 88 } as const;

const small = { children: 320, startersPerWave: 12, truthPaths: 24 };

export interface Sample {
  /** Folder under data-samples. */
  readonly folder: string;
  readonly world: World;
  readonly files: readonly SampleFile[];
}

/** The Swedish and the Norwegian sample: municipalities of 320 children from the generator of Early Support. */
export function samples(): Sample[] {
  const swedish = makeWorld(SEEDS.swedish, small);
  const norwegian = makeWorld(SEEDS.norwegian, small);
  return [
    { folder: "tidiga-insatser", world: swedish, files: swedishFiles(swedish) },
    { folder: "tidlig-innsats", world: norwegian, files: norwegianFiles(norwegian) },
  ];
}
