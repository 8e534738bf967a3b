import { z } from "zod";
import { file, format, header, person } from "./common.js";
import { ids } from "./link-options.js";
import { recodeOptions } from "./recode-options.js";

const fromPeople = z.strictObject({
  column: header.describe("header of the cluster in the people file"),
});

const fromFile = z.strictObject({
  file,
  person,
  ids,
  cluster: header.describe("header of the cluster: class, school, district"),
  from: header.describe("header of the first day in the cluster; without it the file has one row a person").optional(),
  to: header.describe("header of the last day in the cluster, which counts; blank while it goes on").optional(),
  at: z
    .enum(["start", "referral", "window", "firstKnown"])
    .describe(
      "the day whose cluster is a person's: the own start or referral, the window's first day (also for those without a start or referral; " +
        "or the first cluster after it), or the first cluster known. Whoever shared a cluster with a starter on the day of that start can be left out as a control whatever this says",
    )
    .default("start"),
  format,
  recode: recodeOptions,
});

export const clusteringOptions = z.union([fromPeople, fromFile]);

export type ClusteringOptions = z.infer<typeof clusteringOptions>;
export type ClusteringFile = z.infer<typeof fromFile>;
