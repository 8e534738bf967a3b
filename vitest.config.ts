import { defineConfig } from "vitest/config";

export default defineConfig({
  resolve: { conditions: ["@kontrafakt/source"] },
  ssr: { resolve: { conditions: ["@kontrafakt/source"] } },
  test: {
    include: ["packages/*/src/**/*.test.ts", "data-samples/**/*.test.ts", "test/**/*.test.ts"],
    exclude: ["**/node_modules/**", "**/dist/**"],
    benchmark: { include: ["test/benchmarks/**/*.bench.ts"] },
    testTimeout: 60_000,
  },
});
