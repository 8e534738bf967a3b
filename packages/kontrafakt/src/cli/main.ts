const cancel = new AbortController();
process.once("SIGINT", () => cancel.abort());
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

const { runCli } = await import("./run-cli.js");
process.exitCode = await runCli(process.argv.slice(2), {
  out: (text) => void process.stdout.write(text),
  err: process.stderr,
  signal: cancel.signal,
});

export {};
