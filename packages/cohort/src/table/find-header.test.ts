import { expect, it } from "vitest";
import { findHeader } from "./find-header.js";
import { tidyHeader } from "./resolve-header.js";
import type { TableRequest } from "./table-request.js";

const request = (headerRows: number, ...headers: string[]): TableRequest => ({
  columns: new Map(headers.map((header) => [header, { header, type: "text" }])),
  format: { headerRows },
});
const records = (...rows: string[]) => rows.map((row, i) => ({ cells: row.split(";"), line: i + 1 }));

it("is the first that holds all, else the one that holds most, the first on ties", () => {
  expect(findHeader(records("a;x", "a;b", "a;b"), request(1, "a", "b"))).toMatchObject({ line: 2, complete: true });
  expect(findHeader(records("x", "a;x", "b;y"), request(1, "a", "b"))).toMatchObject({ line: 2, complete: false });
  expect(findHeader(records("", ";"), request(1, "a"))).toBeUndefined();
});

it("joins the texts of several rows, merged cells carried on", () => {
  const header = (rows: number, ...lines: string[]) => findHeader(records(...lines), request(rows))?.header;
  expect(header(2, "Id;2023;;2024;", ";K1;K2;K1;K2")).toEqual(["Id", "2023 / K1", "2023 / K2", "2024 / K1", "2024 / K2"]);
  expect(header(2, ";Barn;", "Id;Navn;Alder")).toEqual(["Id", "Barn / Navn", "Barn / Alder"]);
  expect(header(2, "Id;Navn;2023;", ";;K1;K2")).toEqual(["Id", "Navn", "2023 / K1", "2023 / K2"]);
  expect(header(3, "År;;", "2023;;", "K1;K2;K3")).toEqual(["År / 2023 / K1", "År / 2023 / K2", "År / 2023 / K3"]);
  expect(header(2, "Id;x", "Id;y")).toEqual(["Id", "x / y"]);
});

it("compares header texts without what cannot be seen", () => {
  expect(tidyHeader("\ufeff F\u00f8dsels\u00ad\u200bdato\u00a0\n(barn) ")).toBe("Fødselsdato (barn)");
  expect(tidyHeader("Beløb")).toBe("Beløb");
});
