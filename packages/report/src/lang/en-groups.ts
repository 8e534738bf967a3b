/** What is said only of studies of data that are not people followed one by one. */
export const enGroups = {
  source: {
    cells: "The data are published figures of groups, period by period: how many, mean and spread. No person is in them.",
    "cross-sections": "Every period has its own people; nobody is followed from one to the next.",
    moments: "The data are sums over the people of each cohort, made where the people's data are. No person is in them.",
    "effects-file": "The effects were estimated elsewhere, where the people's data are, and read from a file.",
  },
  lead: (starting: number, never: boolean, later: boolean) =>
    `${starting} ${starting === 1 ? "cohort starts" : "cohorts start"}; ${starting === 1 ? "it is" : "they are"} compared with ${never ? `those who never start${later ? " or have not started yet" : ""}` : "those who start later"}, as they are. Nobody was matched.`,
  estimator: (name: string) => `Estimator: ${name}.`,
  estimatorAssumes: (name: string, assumes: string) => `Estimator: ${name}. It assumes: ${assumes}.`,
  varying:
    "Before the start, the figures show each period's change from the period before; from the start on, the change since the last period before it. A bend at the start may come from that alone; base: universal shows all of them from the same period.",
  caption: "Cohorts, and how many people each has",
  start: "Start",
  units: "People",
  never: "never",
  notMatched:
    "Nobody was matched: those who started are compared with everyone who had not, as they are. If they started because their needs were at a peak, what evens out by itself counts as an effect.",
  independent:
    "Standard errors take people as independent of one another. What befalls a whole group in a period, such as a new practice or an institution that closes, is not in them; with few groups it may be most of the uncertainty.",
  covariance: {
    given: "Standard errors come from the spread among the people behind the figures.",
    assumed:
      "How the same people's outcomes hang together over time is not in the data. The study assumes how strongly, and the intervals are no better than that.",
    conservative:
      "How the same people's outcomes hang together over time is not in the data. The intervals allow for the worst, so they are wider than they need to be.",
  },
};
