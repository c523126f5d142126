import { setTimeout as pause } from 'node:timers/promises';

const mostTries = 5;

/**
 * Retries, so that one slow answer does not end a run of half an hour.
 *
 * @param attempt must be safe to repeat
 * @throws what the fifth attempt throws
 */
export const patiently = async <T>(attempt: () => Promise<T>, tries = 1): Promise<T> => {
  try {
    return await attempt();
  } catch (error) {
    if (tries === mostTries) throw error;
    await pause(2000 * tries);
    return patiently(attempt, tries + 1);
  }
};
