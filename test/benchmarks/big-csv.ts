import { closeSync, mkdtempSync, openSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stream } from "@kontrafakt/numerics";

const two = (n: number) => (n < 10 ? `0${n}` : String(n));
const services = ["Anbringelse", "Skole", "Rådgivning", "Aflastning", "Kontakt", "Støtte"];
const towns = ["Fjordby", "Østerby", "Vestby", "Nordby"];
const notes = ["", "slut", "fortsætter", "se sag", ""];

export const bigHeader = "BorgerID;Ydelse;Fra;Til;Pris;Kommune;Timer;Andel;Paragraf;Note;Alder;Sag";

/** One row of 12 columns: four of numbers, two of days, six of texts; case numbers are nearly all different. */
function row(integer: (n: number) => number): string {
  const day = () => `${two(1 + integer(28))}-${two(1 + integer(12))}-${2015 + integer(10)}`;
  const until = integer(10) === 0 ? "" : day();
  const price = `${integer(4000)},${two(integer(100))}`;
  const section = `§ ${50 + integer(20)}`;
  const start = `B${100_000 + integer(200_000)};${services[integer(6)]};${day()};${until};${price};${towns[integer(4)]}`;
  return `${start};${integer(40)};0,${integer(1000)};${section};${notes[integer(5)]};${integer(18)};${100_000 + integer(800_000)}`;
}

/** Writes a file of so many rows into a folder of its own and gives its path and size. */
export function writeBigCsv(rows: number): { readonly path: string; readonly bytes: number } {
  const path = join(mkdtempSync(join(tmpdir(), "kontrafakt-bench-")), "services.csv");
  const file = openSync(path, "w");
  let bytes = writeSync(file, `${bigHeader}\n`);
  for (let block = 0; block * 10_000 < rows; block++) {
    const { integer } = stream(1, "benchmarks/big-csv", block);
    const count = Math.min(10_000, rows - block * 10_000);
    bytes += writeSync(file, `${Array.from({ length: count }, () => row(integer)).join("\n")}\n`);
  }
  closeSync(file);
  return { path, bytes };
}
