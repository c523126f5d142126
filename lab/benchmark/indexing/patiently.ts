import { setTimeout as pause } from 'node:timers/promises';

const mostTries = 5;

/**
 * Tries again what failed: a run of half an hour shall not end by one answer that comes too late.
 *
 * @param attempt  may be repeated
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
