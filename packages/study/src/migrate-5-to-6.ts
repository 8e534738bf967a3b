type Group = Readonly<Record<string, unknown>>;

const isGroup = (value: unknown): value is Group => typeof value === "object" && value !== null && !Array.isArray(value);
const withEach = (list: unknown, more: Group) =>
  Array.isArray(list) ? list.map((one) => (isGroup(one) ? { ...more, ...one } : one)) : list;

/**
 * results.json of schema version 5 in the shape of version 6: everything in it was observed, nothing was assumed after the window, and key
 * figures, transfers, bookable amounts and the way from claim to accounts were not worked out.
 */
export function migrate5to6(old: Record<string, unknown>): Record<string, unknown> {
  const { savings, verification, money } = old;
  const until = isGroup(savings) && Array.isArray(savings.years) ? (savings.years.at(-1) ?? null) : null;
  const persistence = { form: "none", until, source: "", ageOut: null, outcomes: [], remaining: [], followUp: [] };
  return {
    ...old,
    schemaVersion: 6,
    ...(isGroup(savings) && {
      savings: {
        ...savings,
        lines: withEach(savings.lines, { basis: "observed" }),
        shares: withEach(savings.shares, { error: null }),
        figures: [],
        tornado: [],
        bookable: [],
        transfers: [],
        payerShares: [],
        persistence,
        human: [],
      },
    }),
    ...(isGroup(verification) && { verification: { ...verification, waterfall: [], gap: [], reconciliation: [] } }),
    ...(isGroup(money) && { money: { ...money, facts: {} } }),
  };
}
