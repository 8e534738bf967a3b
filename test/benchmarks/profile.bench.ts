import { bytesSource, profileSource } from "@kontrafakt/cohort";
import { bench } from "vitest";

/** One million rows of twelve columns: an identifier, dates, categories, amounts; 84 MB. */
function file(rows: number): Uint8Array {
  const two = (n: number) => String(n).padStart(2, "0");
  const parts = ["id;born;sex;school;from;to;service;price;amount;payer;score;note\n"];
  for (let i = 0; i < rows; i++) {
    const day = `${two((i % 28) + 1)}-${two((i % 12) + 1)}-`;
    parts.push(
      `B${1_000_000 + ((i * 7919) % rows)};${day}${2000 + (i % 18)};${i % 2 ? "boy" : "girl"};School ${i % 40};${day}${2016 + (i % 8)};${i % 3 ? `${day}2024` : ""};` +
        `Service ${i % 9};${900 + (i % 700)},50;${(i * 37) % 900_000},25;Town ${i % 5};${i % 100},5;text ${i % 1000}\n`,
    );
  }
  return new TextEncoder().encode(parts.join(""));
}

const bytes = file(1_000_000);

bench("profile 1M rows × 12 columns", async () => void (await profileSource(bytesSource("big.csv", bytes))), {
  iterations: 3,
  warmupIterations: 1,
  time: 0,
  warmupTime: 0,
});
