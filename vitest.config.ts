import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["@kontrafakt/source"] },
  ssr: { resolve: { conditions: ["@kontrafakt/source"] } },
  test: {
    include: ["packages/*/src/**/*.test.ts", "data-samples/**/*.test.ts", "test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    benchmark: { include: ["test/benchmarks/**/*.bench.ts"] },
    // Files of one worker share their modules: the tests are pure, and loading the packages anew for each took most of the time.
    setupFiles: ["test/setup/properties.ts"],
    isolate: false,
    maxWorkers: 2,
    testTimeout: 60_000,
  },
});
