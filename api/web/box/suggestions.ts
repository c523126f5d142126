import { letterClasses } from '../../../languages/scripts.ts';
import type { SuggestAnswer } from '../../search/suggest-answer.ts';

/** Suggestions are requested after this pause in typing. */
export const restMs = 120;
/** After this time a message says that suggestions are loading. */
export const slowMs = 1000;
/** One Chinese, Japanese or Korean character counts as two letters. */
export const worthAsking = new RegExp(`[${letterClasses.syllabic}]|\\S.*\\S`, 'u');

/** Request limit of all boxes of a page together. */
const budget = { most: 40, perMs: 40 / 60_000, left: 40, at: 0 };
const cacheSize = 60;
const timeoutMs = 4000;
const longestPauseMs = 60_000;

const cache = new Map<string, SuggestAnswer>();
/** Per address of the API: when it may be requested again after a failure, and the last pause. */
const pauses = new Map<string, { until: number; length: number }>();

/** `null`: not requested or not answered, for any reason; then the box works without suggestions. */
export type Suggested = SuggestAnswer | null;

/** Address of the suggestions for a text. */
export const addressOf = (
  home: URL,
  text: string,
  language: string,
  filters: readonly (readonly [string, string])[],
): string => {
  const url = new URL('/v1/suggest', home);
  url.searchParams.set('q', text.trim().replace(/\s+/g, ' ').toLowerCase().slice(0, 200));
  url.searchParams.set('ui-lang', language);
  for (const [name, value] of filters) url.searchParams.append(name, value);
  return url.href;
};

/** The cached answer, without a request. */
export const remembered = (address: string): Suggested => cache.get(address) ?? null;

/**
 * Requests suggestions from the API, without cookies and without referrer.
 *
 * @param address the whole URL of the request
 * @throws {DOMException} AbortError if `signal` was aborted
 */
export const askForSuggestions = async (address: string, signal: AbortSignal): Promise<Suggested> => {
  const { origin } = new URL(address);
  if (Date.now() < (pauses.get(origin)?.until ?? 0) || !takeFromBudget()) return null;
  try {
    const answer = await fetch(address, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    if (!answer.ok) return pause(origin, Number(answer.headers.get('retry-after')) * 1000);
    const suggested: unknown = await answer.json();
    if (!isAnswer(suggested)) return pause(origin, 0);
    pauses.delete(origin);
    remember(address, suggested);
    return suggested;
  } catch (error) {
    if (signal.aborted) throw error;
    return pause(origin, 0);
  }
};

const takeFromBudget = (): boolean => {
  const now = Date.now();
  budget.left = Math.min(budget.most, budget.left + (now - budget.at) * budget.perMs);
  budget.at = now;
  if (budget.left < 1) return false;
  budget.left -= 1;
  return true;
};

const pause = (origin: string, wanted: number): null => {
  const length = Math.min(longestPauseMs, Math.max(wanted || 0, (pauses.get(origin)?.length ?? 500) * 2));
  pauses.set(origin, { until: Date.now() + length, length });
  return null;
};

const remember = (address: string, answer: SuggestAnswer) => {
  cache.set(address, answer);
  if (cache.size <= cacheSize) return;
  for (const oldest of cache.keys()) {
    cache.delete(oldest);
    break;
  }
};

/** The page's author gives the address, so the answer need not come from Dateline. */
const isAnswer = (value: unknown): value is SuggestAnswer =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'words') === 'object' &&
  ['people', 'agencies', 'completions', 'articles'].every((group) =>
    Array.isArray(Reflect.get(value, group)),
  );
