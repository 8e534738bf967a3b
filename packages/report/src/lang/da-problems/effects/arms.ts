import type { Catalogue } from "@kontrafakt/base";

export const armsMessages: Catalogue = {
  "effects/one-treated-cluster":
    "alle deltagere er i samme {cluster}, og hvor forskellige den slags grupper med indsats er, kan ikke ses af én: der er ingen standardfejl og intet interval. Sæt inference.beside: [fewTreated, randomisation], eller angiv en finere inddeling, hvis indsatsen blev givet inden for den",
  "effects/one-treated-cluster-asked":
    "alle deltagere er i samme {cluster}: hvor forskellige sådanne grupper er, kan kun ses af dem uden indsats, så de standardfejl, der er bedt om, er for små og intervallerne alt for smalle. Sæt inference.beside: [fewTreated, randomisation], eller angiv en finere inddeling, hvis indsatsen blev givet inden for den",
  "effects/each-start-one-cluster":
    "de, der starter samtidig, er i én {cluster} hver gang ({clusters} i alt), så ingen start viser, hvor forskellige den slags grupper med indsats er: der er ingen standardfejl og intet interval. Sæt inference.beside: [wildBootstrap, randomisation], brug twoWay, som tager alle starter sammen, eller angiv en finere inddeling, hvis indsatsen blev givet inden for den",
  "effects/each-start-one-cluster-asked":
    "de, der starter samtidig, er i én {cluster} hver gang ({clusters} i alt): hvor forskellige sådanne grupper er, kan kun ses af dem uden indsats, så de standardfejl, der er bedt om, er for små og intervallerne alt for smalle. Sæt inference.beside: [wildBootstrap, randomisation], eller brug twoWay, som tager alle starter sammen",
  "effects/unmatched-few-treated-clusters":
    "kun {clusters} {cluster} har deltagere: hvor meget sådanne grupper svinger, ses så af meget få, så intervallerne er brede og viser kun store effekter, og de holder ikke, hvis en af grupperne er af en anden slags eller størrelse end de andre. Sæt fewTreated, wildBootstrap eller randomisation ved siden af",
  "effects/cohort-one-cluster":
    "alle, der starter i {group}, er i samme {cluster}: standardfejlene for netop deres effekter fortæller kun, hvor meget de uden indsats varierer. Se på gennemsnittet over alle starter, eller sæt fewTreated ved siden af",
  "effects/largest-treated-cluster":
    "én {cluster} rummer {percent}% af deltagerne: intervaller ud fra sådanne grupper kan være for smalle. Sæt fewTreated eller randomisation ved siden af",
  "effects/bands-singular":
    "der er bedt om en fælles grænse for {limits} tal ud fra en kovarians af rang {rank}: der er for få grupper ({clusters}) til at se, hvordan tallene hænger sammen. Sæt bands: bonferroni, eller bed om færre tal",
  "effects/bands-bonferroni":
    "der er for få grupper ({clusters}) til at se, hvordan {limits} tal hænger sammen (kovariansen har rang {rank}), så grænserne for dem alle under ét er Bonferronis, som er bredere",
  "effects/wald-none": "{outcome}: ingen periode før start har en standardfejl, så der er intet at teste",
  "effects/wald-too-many":
    "{outcome}: {restrictions} effekter før start kan ikke testes samlet med {clusters} grupper og {df} frihedsgrader. Test gennemsnit over flere perioder, eller hver for sig på niveauet delt med {restrictions} (Bonferroni)",
};
