import type { Catalogue } from "@kontrafakt/base";

export const leastSquaresMessages: Catalogue = {
  "effects/covariance-not-clustered":
    "kovariansen {covariance} regnes ud fra klynger, og variance er {variance}. Sæt variance: cluster, eller udelad inference.covariance",
  "effects/covariance-two-way":
    "{covariance} findes ikke for to slags klynger på én gang ({by}). Brug CR1, brug kun den ene slags, eller slå dem sammen til én med *",
  "effects/covariance-too-large":
    "{covariance} med {clusters} klynger og {columns} kolonner er for meget at regne ud. Brug auto, som tager koefficienterne én ad gangen, når der er mange klynger, eller CR1",
  "effects/least-squares-not-nested":
    "de faste effekter {effects} går på tværs af klyngerne efter {by} og har for mange niveauer til wild bootstrap. Brug klynger, som enhederne ligger inden for, eller scoreBootstrap",
  "effects/least-squares-variance":
    "wild bootstrap kræver én slags klynger; variance er {variance} efter {by}. Sæt variance: cluster og én klynge, eller brug scoreBootstrap",
};
