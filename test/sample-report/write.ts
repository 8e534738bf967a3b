import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

/** Writes the committed sample reports and the README's picture again: `pnpm sample-report`. Needs Chromium for the picture. */
const root = fileURLToPath(new URL("../../../", import.meta.url));
const sample = join(root, "data-samples/early-support");
const out = mkdtempSync(join(tmpdir(), "kontrafakt-report-"));
try {
  const main = join(root, "packages/kontrafakt/dist/cli/main.js");
  execFileSync(process.execPath, [main, "run", join(sample, "study.yaml"), "--lang", "en", "--out", out], { stdio: "inherit" });
  copyFileSync(join(out, "publish/report.html"), join(sample, "report/report.en.html"));
  copyFileSync(join(out, "publish/report.da.html"), join(sample, "report/report.da.html"));
} finally {
  rmSync(out, { recursive: true, force: true });
}
const browser = await chromium.launch({ executablePath: "/usr/bin/chromium", args: ["--no-sandbox", "--disable-gpu"] });
try {
  const page = await browser.newPage({ viewport: { width: 1280, height: 740 } });
  await page.goto(`file://${join(sample, "report/report.en.html")}`);
  await page.screenshot({ path: join(sample, "report/first-screen.png") });
} finally {
  await browser.close();
}
