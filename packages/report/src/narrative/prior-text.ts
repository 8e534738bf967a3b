import type { Results } from "@kontrafakt/study";
import type { Speaker } from "../language.js";

/** What a declared belief and the data say together, the belief first; without one, that nothing here is a probability. */
export function priorLines({ savings, verification }: Pick<Results, "savings" | "verification">, speaker: Speaker): string[] {
  const { prior: say, given, noPrior } = speaker.words.depends;
  const { prior } = verification;
  if (prior === undefined) return [`${given} ${noPrior}`];
  const money = (x: unknown) => speaker.money(x, savings.currency);
  const { mean, sd, source, posterior } = prior;
  return [
    prior.kind === "sceptical" ? say.sceptical(money(sd)) : say.given(money(mean), money(sd), source),
    say.posterior(money(posterior.mean), money(posterior.sd)),
    say.probabilities(
      ...([prior.probabilitySaving, prior.probabilityClaim, prior.probabilityNet].map((p) => chance(p, speaker)) as [
        string,
        string,
        string,
      ]),
    ),
    say.information(money(prior.perfectInformation)),
    given,
  ];
}

/** A probability is never rounded to 0 or 1. */
function chance(p: number, speaker: Speaker): string {
  const { above, below } = speaker.words.depends.prior;
  if (p >= 0.995) return above(speaker.percent(0.99));
  if (p < 0.005) return below(speaker.percent(0.01));
  return speaker.percent(p);
}
