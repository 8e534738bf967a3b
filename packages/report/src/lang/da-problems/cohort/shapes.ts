import type { Catalogue } from "@kontrafakt/base";

export const shapesDanish: Catalogue = {
  "cohort/out-of-range": "værdien ligger uden for målingens spænd; den regnes som manglende",
  "cohort/more-days-than-period": "flere dage, end perioden har; den regnes som manglende",
  "cohort/measure-periods-absent": "målingen {measure} har ingen kolonne for {periods}; den mangler dér",
};
