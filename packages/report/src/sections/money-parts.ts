import type { SectionId } from "../designs/design.js";
import type { Html } from "../html.js";
import { bookableSection, saysBookable } from "./bookable-section.js";
import { dependsSection, saysDepends } from "./depends-section.js";
import { laterSection, saysLater } from "./later-section.js";
import { claimSection, payersSection, savingsSection } from "./money-sections.js";
import type { Page } from "./page.js";
import { saysSubgroups, subgroupsSection } from "./subgroups-section.js";
import { saysWorth, worthSection } from "./worth-section.js";

/** Every section on money, in the order of the report; those with nothing to say are left out. */
export function moneySections(page: Page): (readonly [SectionId, Html])[] {
  const one = (says: boolean, id: SectionId, make: (page: Page) => Html) => (says ? [[id, make(page)] as const] : []);
  return [
    ["savings", savingsSection(page)],
    ...one(saysLater(page), "later", laterSection),
    ...one(saysWorth(page), "worth", worthSection),
    ["payers", payersSection(page)],
    ["claim", claimSection(page)],
    ...one(saysBookable(page), "bookable", bookableSection),
    ...one(saysDepends(page), "depends", dependsSection),
    ...one(saysSubgroups(page), "subgroups", subgroupsSection),
  ];
}
