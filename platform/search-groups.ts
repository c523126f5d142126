/** Searches in article indices that no reader waits for; Elasticsearch counts them apart by these names. */
export const ownSearches = { reindex: 'reindex', stories: 'stories', alerts: 'alerts' } as const;
