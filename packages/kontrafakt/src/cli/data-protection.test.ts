import { mkdtemp, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { capturedCli } from "./captured-cli.fixture.js";

const study = `kontrafakt: 1
title: { en: Early Support, da: Tidlig Støtte }
municipality: Fjordby Kommune
programme: Early Support
language: da
cohort:
  extract: 2025-01-31
  from: 2017-01-01
  to: 2024-12-31
  people:
    file: people.csv
    person: CPR
    born: Født
    start: Start
    covariates: { sex: { column: "Barnets  køn" } }
  services: { file: [services.csv, later.csv], person: CPR, service: Ydelse, from: Fra, to: Til }
  measures: { absence: { file: absence.csv, person: CPR, columns: "{year}-K{quarter}" } }
  outcomes: { placement: { service: Anbringelse } }
savings:
  currency: DKK
  priceYear: 2024
  prices: { file: prices.csv, amount: Pris }
  programmeCost: { file: cost.csv }
  claim: { file: claim.csv }
  discount: { rate: 0.035, baseYear: 2021, source: S }
report: { smallCell: 5, deleteAfter: 90 }
dataProtection:
  controller: { en: Children and Families, da: "Børn & Familie <i>" }
  access: Tre medarbejdere i økonomiafdelingen
`;
const quarters = Array.from({ length: 12 }, (_, i) => `${2022 + Math.floor(i / 4)}-K${1 + (i % 4)}`);
const files: Readonly<Record<string, string>> = {
  "people.csv":
    "CPR;Født;Start;Barnets køn;Mors CPR;Notat\n250947-9989;25-09-1947;;M;210300-9996;intet\n050489-9756;05-04-1989;;K;;intet\n",
  "services.csv": "CPR;Ydelse;Fra;Til\n2509479989;Anbringelse;01-01-2020;\n",
  "absence.csv": `CPR;${quarters.join(";")}\n2509479989${";1".repeat(12)}\n`,
  "prices.csv": "Pris\n12\n",
  "cost.csv": "x\n1\n",
  "claim.csv": "",
};
let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "kontrafakt-"));
  await writeFile(join(folder, "study.yaml"), study);
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const cli = (...args: readonly string[]) => capturedCli(args);

/** The document's text: tags become blanks. */
async function written(name = "data-protection.html"): Promise<{ page: string; text: string }> {
  const page = await readFile(join(folder, name), "utf8");
  const text = page
    .replace(/<style>.*<\/style>/s, "")
    .replace(/<[^>]+>/g, " ")
    .replace(/\s+/g, " ");
  return { page, text };
}

test("names columns, what each is for, and what should not have been in the files", async () => {
  const { code, out } = await cli("data-protection", join(folder, "study.yaml"));
  expect(code).toBe(0);
  expect(out).toContain("databeskyttelse: ");
  const { page, text } = await written();
  expect(page).toContain('<html lang="da">');
  expect(text).toContain(
    "CPR at genkende den samme person i alle filer; erstattes straks af et pseudonym CPR i 100 % af cellerne",
  );
  expect(text).toContain("Barnets køn at sammenligne personer, der ligner hinanden ingen fundet");
  expect(text).toContain("2022-K1 – 2024-K4 målinger, én kolonne for hver periode");
  expect(text).toContain("personnumre i kolonner, som studiet slet ikke læser: Mors CPR (CPR i 100 % af cellerne)");
  expect(text).toContain("Læses ikke: Mors CPR, Notat.");
  expect(text).toContain("later.csv cohort.services Filen var der ikke, da dokumentet blev skrevet.");
  expect(text).toContain("claim.csv savings.claim Filens kolonner kunne ikke læses: filen ");
  expect(text).toContain("Kolonner, der bruges: Pris.");
});

test("says what the study says, and where to write what it does not", async () => {
  await cli("data-protection", join(folder, "study.yaml"));
  const { page, text } = await written();
  expect(text).toContain("Dataansvarlig Børn &amp; Familie &lt;i&gt; ");
  expect(text).toContain("Behandlingsgrundlag Ikke angivet. Skriv det i studiefilen under dataProtection.legalBasis.");
  expect(text).toContain("højst 90 dage, dvs. til ");
  expect(text).toContain("Tre medarbejdere i økonomiafdelingen");
  expect(text).toContain("Antal personer fra 1 til 4 bliver ikke vist.");
  expect(text).toContain("Nøglen er tilfældig.");
  expect(page).toContain("default-src 'none'");
  expect(page).not.toMatch(/<script|https?:\/\/|src=/);
  expect(text.match(/[0-9a-f]{64}/g)).toHaveLength(6);
});

test("holds no identifier, in English and elsewhere too", async () => {
  const { code } = await cli(
    "data-protection",
    join(folder, "study.yaml"),
    "--lang",
    "en",
    "--out",
    join(folder, "dpo.html"),
    "--quiet",
  );
  expect(code).toBe(0);
  const { page, text } = await written("dpo.html");
  expect(text).toContain("Controller Children and Families");
  expect(text).toContain("CPR to know the same person in every file");
  for (const number of ["250947", "210300", "050489"]) expect(page).not.toContain(number);
});

test("tells where the key is", async () => {
  await writeFile(
    join(folder, "study.yaml"),
    study.replace("cohort:\n", "cohort:\n  identifiers: { keyFile: ../key.hex, otherColumns: mask }\n"),
  );
  await cli("data-protection", join(folder, "study.yaml"));
  const { text } = await written();
  expect(text).toContain("Nøglen ligger i filen ../key.hex");
  expect(text).toContain("bliver de maskeret, før kolonnen bruges");
});

test("a new key is written once, for its owner alone, and is never printed", async () => {
  const path = join(folder, "key.hex");
  const { code, out } = await cli("new-key", path);
  expect(code).toBe(0);
  const key = await readFile(path, "utf8");
  expect(key).toMatch(/^[0-9a-f]{64}\n$/);
  expect(out).not.toContain(key.trim());
  expect((await stat(path)).mode & 0o777).toBe(0o600);
  const again = await cli("new-key", path);
  expect(again).toMatchObject({ code: 1, err: expect.stringContaining("key.hex: there is a file of this name already") });
  expect(await readFile(path, "utf8")).toBe(key);
});

test("a key file that is missing or no key stops a run", async () => {
  await writeFile(join(folder, "later.csv"), files["services.csv"]);
  await writeFile(join(folder, "study.yaml"), study.replace("cohort:\n", "cohort:\n  identifiers: { keyFile: key.hex }\n"));
  expect(await cli("check", join(folder, "study.yaml"))).toMatchObject({ code: 1, err: expect.stringContaining("key.hex") });
  await writeFile(join(folder, "key.hex"), "00ff");
  expect((await cli("check", join(folder, "study.yaml"))).err).toContain("the key has 2 bytes");
});
