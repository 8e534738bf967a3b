import type { Progress } from "@kontrafakt/base";

/** Where progress goes; Node's stderr fits. */
export interface ProgressStream {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export interface ProgressLine {
  readonly show: (progress: Progress) => void;
  /** Clears the line. */
  readonly end: () => void;
}

/** On a terminal one line that updates; elsewhere nothing, so that logs stay short. */
export function progressLine(stream: ProgressStream, quiet: boolean): ProgressLine {
  if (quiet || !stream.isTTY) return { show: () => {}, end: () => {} };
  let last = "";
  return {
    show: ({ step, done, total }) => {
      const share = total !== undefined && total > 0 ? ` ${Math.min(100, Math.floor((100 * done) / total))}%` : "";
      const line = `… ${step.replace(/^.*\//, "").replaceAll("-", " ")}${share}`.slice(0, (stream.columns ?? 80) - 1);
      if (line === last) return;
      last = line;
      stream.write(`\r\u001b[2K${line}`);
    },
    end: () => {
      if (last !== "") stream.write("\r\u001b[2K");
      last = "";
    },
  };
}
