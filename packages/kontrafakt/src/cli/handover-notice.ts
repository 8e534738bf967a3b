import type { Language } from "@kontrafakt/study";

/** README of the folder handed over. */
export const handoverNotice: Readonly<Record<Language, (day: string) => string>> = {
  en: (day) => `Files to recompute the effects with. Do not publish.

These files have one row a person and period, under pseudonyms. They are personal data.
Keep them where the input files are kept, give them only to those who may see the input files, and delete this folder by ${day}.
The next kontrafakt run removes them.

matched/     the main result: matched people, their weights and changes, and a script that recomputes slopes, cells and mean effect
estimator-*/ each further estimator that is attGt: the panel, and a script that calls did (R) or csdid (Stata) on it

Run recompute.R or recompute.do in a folder. It stops where its figure differs from ours by more than 1e-6.
`,
  da: (day) => `Filer til at genberegne effekterne med. Må ikke offentliggøres.

Filerne har en række pr. person og periode, under pseudonymer. De er personoplysninger.
Opbevar dem samme sted som inddata, giv dem kun til dem, der må se inddata, og slet mappen senest ${day}.
Den næste kontrafakt run fjerner dem.

matched/     hovedresultatet: matchede personer, deres vægte og ændringer, og et program, der genberegner hældninger, celler og gennemsnit
estimator-*/ hver yderligere estimator, der er attGt: panelet, og et program, der kalder did (R) eller csdid (Stata) på det

Kør recompute.R eller recompute.do i en mappe. Programmet stopper, hvis dets tal afviger mere end 1e-6 fra vores.
`,
};

/** What the terminal says. */
export const writtenLine: Readonly<Record<Language, (folder: string, day: string) => string>> = {
  en: (folder, day) => `${folder}: personal data; keep it with the study's own data, and delete it by ${day}`,
  da: (folder, day) => `${folder}: personoplysninger; opbevar mappen sammen med studiets data, og slet den senest ${day}`,
};

export const leftLine: Readonly<Record<Language, (names: readonly string[]) => string>> = {
  en: (names) => `No script for ${names.join(", ")}: did and csdid estimate attGt alone.`,
  da: (names) => `Intet program til ${names.join(", ")}: did og csdid estimerer kun attGt.`,
};
