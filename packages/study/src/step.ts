import type { Context } from "@kontrafakt/base";

/** Begins a step of the pipeline: stops where it was cancelled, and tells which step it is. */
export function step(context: Context, name: string): void {
  context.signal?.throwIfAborted();
  context.progress?.({ step: name, done: 0 });
}
