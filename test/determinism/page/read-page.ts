import { blobSource } from "@kontrafakt/cohort";
import { bigFile, bigRequest, hashOfTable, smallRequest } from "../big-file.js";

/** What a page does with a file that somebody chose: here one it makes, and small ones that it fetches. */
async function readBig(rows: number): Promise<string> {
  return hashOfTable(blobSource(new Blob([...bigFile(rows)] as BlobPart[]), "big.csv"), bigRequest);
}

async function readSmall(name: string): Promise<string> {
  return hashOfTable(blobSource(await (await fetch(name)).blob(), name), smallRequest);
}

Object.assign(globalThis, { readBig, readSmall });
