import { expect, test } from "vitest";
import { publicNames } from "./public-files.js";

test("paths inside the folder stay, others lose their folders, and no two become one", () => {
  const files = [
    "people.csv",
    "data/people.csv",
    "/secret/home/people.csv",
    "../b/claim.csv",
    "../c/claim.csv",
    "..\\d\\claim.csv",
    "../../claim.csv",
  ];
  const names = publicNames(files);
  expect([...names.values()]).toEqual([
    "people.csv",
    "data/people.csv",
    "home/people.csv",
    "claim.csv",
    "c/claim.csv",
    "d/claim.csv",
    "claim.csv (2)",
  ]);
});
