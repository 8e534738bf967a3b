import { textOption } from "@kontrafakt/cohort";
import { z } from "zod";

const text = (what: string) => textOption.describe(what).optional();

/** What the document for the data-protection officer says that no file can tell. Nothing is computed from it. */
export const dataProtectionOptions = z.strictObject({
  controller: text("Who is responsible for the processing, such as the municipality's department."),
  contact: text("Whom to ask about it."),
  purpose: text("What the data are used for, in plain words. Default: evaluating the programme."),
  legalBasis: text("The law the processing rests on, as the controller has decided, with its paragraph."),
  retention: text("Until when the input files are kept, and who deletes them."),
  access: text("Who may see the input files and the folder internal/."),
});
