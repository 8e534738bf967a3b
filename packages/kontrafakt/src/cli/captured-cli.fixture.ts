import { runCli } from "./run-cli.js";

/** Runs the command; what it prints, in place of printing it. */
export async function capturedCli(args: readonly string[], signal?: AbortSignal) {
  const [out, err]: string[][] = [[], []];
  const code = await runCli(args, {
    out: (text) => void out.push(text),
    err: { write: (text: string) => err.push(text) },
    signal,
  });
  return { code, out: out.join(""), err: err.join("") };
}
