// Property tests draw the same cases in every run: a failure is there for everyone, and a green run stays green. Another draw: PROPERTY_SEED=7.
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env.PROPERTY_SEED ?? 20261122) });
