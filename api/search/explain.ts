/** An explanation as Elasticsearch gives it. */
interface Explanation {
  readonly value: number;
  readonly description: string;
  readonly details?: readonly Explanation[];
}

/** The largest parts of a score, in Elasticsearch's words. */
export const explain = (explanation: Explanation): string =>
  [explanation, ...(explanation.details ?? [])]
    .slice(0, 6)
    .map(({ value, description }) => `${value.toFixed(2)} ${description.slice(0, 200)}`)
    .join('; ');
