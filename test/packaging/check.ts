/**
 * Packs every package, lints the tarballs (publint, attw), installs them into an empty folder with npm as a user would, and runs
 * the command there on the sample study.
 */
import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

interface Packed {
  readonly name: string;
  readonly version: string;
  readonly tarball: string;
}

const root = fileURLToPath(new URL("../../../", import.meta.url));
const scratch = mkdtempSync(join(tmpdir(), "kontrafakt-packages-"));
const failures: string[] = [];

function command(program: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(program, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 26 });
  } catch (error) {
    const { stdout, stderr } = error as { stdout?: string; stderr?: string };
    throw new Error(`${program} ${args.join(" ")} failed\n${stdout ?? ""}${stderr ?? ""}`);
  }
}

const tool = (name: string) => join(root, "node_modules", ".bin", name);

function attempt(what: string, work: () => void): void {
  try {
    work();
    console.log(`ok      ${what}`);
  } catch (error) {
    failures.push(what);
    console.error(`failed  ${what}\n${(error as Error).message}`);
  }
}

/** Every package as a tarball, packed as it would be published. */
function pack(): readonly Packed[] {
  const out = join(scratch, "tarballs");
  mkdirSync(out);
  command("npx", ["-y", "pnpm@10.34.9", "-r", "--filter", "./packages/*", "pack", "--pack-destination", out], root);
  return readdirSync(out).map((file) => {
    const tarball = join(out, file);
    const { name, version } = JSON.parse(manifestOf(tarball)) as { name: string; version: string };
    return { name, version, tarball };
  });
}

function manifestOf(tarball: string): string {
  return command("tar", ["-xzOf", tarball, "package/package.json"], scratch);
}

/** What must hold of the files in a tarball. */
function checkContents({ name, tarball }: Packed): void {
  const files = command("tar", ["-tzf", tarball], scratch).split("\n");
  const stray = files.filter((f) => /\.test\.|\/src\/|\.tsbuildinfo$/.test(f));
  if (stray.length > 0) throw new Error(`these do not belong in the package: ${stray.join(", ")}`);
  for (const needed of ["package/README.md", "package/dist/index.js", "package/dist/index.d.ts"]) {
    if (!files.includes(needed)) throw new Error(`${name} lacks ${needed}`);
  }
  const manifest = manifestOf(tarball);
  if (manifest.includes("@kontrafakt/source")) throw new Error("the source condition is still in the published exports");
  if (manifest.includes("workspace:")) throw new Error("a workspace: version is still in the published manifest");
}

const packages = pack();
if (packages.length !== readdirSync(join(root, "packages")).length) throw new Error("a package was not packed");

for (const packed of packages) {
  attempt(`${packed.name}: files`, () => checkContents(packed));
  attempt(`${packed.name}: publint`, () => command(tool("publint"), ["run", packed.tarball, "--strict"], root));
  attempt(`${packed.name}: attw`, () => command(tool("attw"), [packed.tarball, "--profile", "esm-only", "--no-emoji"], root));
}

const home = join(scratch, "empty");
attempt("install into an empty folder with npm", () => {
  mkdirSync(home);
  const local = Object.fromEntries(packages.map((p) => [p.name, `file:${p.tarball}`]));
  const manifest = { name: "empty", private: true, type: "module", dependencies: local, overrides: local };
  writeFileSync(join(home, "package.json"), JSON.stringify(manifest, null, 2));
  command("npm", ["install", "--no-audit", "--no-fund", "--loglevel=error"], home);
});

const installed = join(home, "node_modules", ".bin", "kontrafakt");
attempt("kontrafakt --version", () => {
  const version = command(installed, ["--version"], home).trim();
  const wanted = packages.find((p) => p.name === "kontrafakt")?.version;
  if (version !== wanted) throw new Error(`it says ${version}, package.json says ${wanted}`);
});
attempt("kontrafakt run on the sample", () => {
  const sample = join(home, "early-support");
  cpSync(join(root, "data-samples", "early-support"), sample, { recursive: true });
  rmSync(join(sample, "publish"), { recursive: true, force: true });
  command(installed, ["run", "study.yaml"], sample);
  if (statSync(join(sample, "publish", "report.html")).size < 10_000) throw new Error("report.html is too small to be a report");
});
attempt("kontrafakt export prints the scripts that ship with it", () => {
  if (!command(installed, ["export", "--effects-script", "r"], home).includes("effects_from_did"))
    throw new Error("no script in R");
  if (!command(installed, ["export", "--effects-script", "stata"], home).includes("csdid")) throw new Error("no script in Stata");
});
attempt("every package can be imported", () => {
  const script = packages.map((p) => `await import(${JSON.stringify(p.name)});`).join("\n");
  writeFileSync(join(home, "import.mjs"), script);
  command(process.execPath, ["import.mjs"], home);
});

rmSync(scratch, { recursive: true, force: true });
if (failures.length > 0) {
  console.error(`${failures.length} package checks failed: ${failures.join("; ")}`);
  process.exit(1);
}
console.log("packages are fit to publish");
