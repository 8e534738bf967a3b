import { type Problem, problem } from "@kontrafakt/base";
import type { WaveDesign } from "../wave-design.js";

/** Says where people change places one by one though whole clusters got the programme: what those of a cluster share is then not counted. */
export function rolesLeaveClusters({ atoms }: WaveDesign): Problem[] {
  if (atoms.cluster === undefined || !atoms.wholeClusters) return [];
  return [problem("effects/roles-leave-clusters", "warning", { option: "inference.beside" }, { name: atoms.cluster })];
}
