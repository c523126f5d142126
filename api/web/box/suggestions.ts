import { letterClasses } from '../../../languages/scripts.ts';
import type { SuggestAnswer } from '../../search/suggest-answer.ts';

/** Asked is when nobody has typed for so long. */
export const restMs = 120;
/** After so long a reader is told that suggestions are on their way. */
export const slowMs = 1000;
/** One Chinese, Japanese or Korean character says as much as two letters. */
export const worthAsking = new RegExp(`[${letterClasses.syllabic}]|\\S.*\\S`, 'u');

/** Shared by all boxes of a page: however many there are, and however fast one types, no more than this. */
const budget = { most: 40, perMs: 40 / 60_000, left: 40, at: 0 };
const cacheSize = 60;
const timeoutMs = 4000;
const longestPauseMs = 60_000;

const cache = new Map<string, SuggestAnswer>();
/** Per address of the API: when it may be asked again after it failed, and how long it was left alone last. */
const pauses = new Map<string, { until: number; length: number }>();

/** `null`: not asked or not answered, for whatever reason; the box searches without suggestions then. */
export type Suggested = SuggestAnswer | null;

/** Where suggestions for a text are asked for. */
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

/** What is known already, without asking. */
export const remembered = (address: string): Suggested => cache.get(address) ?? null;

/**
 * Asks the API, without cookies and without saying which page asks.
 *
 * @param address the whole URL of the question
 * @throws {DOMException} AbortError when `signal` says that nobody waits any more
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

/** The address is the page author's word: what answers there need not be Dateline. */
const isAnswer = (value: unknown): value is SuggestAnswer =>
  typeof value === 'object' &&
  value !== null &&
  typeof Reflect.get(value, 'words') === 'object' &&
  ['people', 'agencies', 'completions', 'articles'].every((group) =>
    Array.isArray(Reflect.get(value, group)),
  );
