import { pause } from './installation.ts';
import type { Expected, Ledger } from './ledger.ts';

export interface WriterOptions {
  readonly name: string;
  readonly api: string;
  readonly key: string;
  readonly ledger: Ledger;
  readonly random: () => number;
  readonly stopped: AbortSignal;
}

interface Wish {
  readonly method: 'PUT' | 'DELETE';
  readonly type?: string;
  readonly body?: string;
  readonly expected: Expected;
}

const bodies = {
  en: 'The ministers of both countries met on Tuesday and spoke about the new bridge over the river.',
  ru: 'Министры обеих стран встретились во вторник и говорили о новом мосте через реку.',
  de: 'Die Minister beider Länder trafen sich am Dienstag und sprachen über die neue Brücke.',
} as const;
const languages = ['en', 'ru', 'de'] as const;

/**
 * One client: writes, corrects, moves to other languages and deletes articles of its own, one after the other, and
 * repeats each wish until it is acknowledged, as a careful sender would.
 */
export const runWriter = async (options: WriterOptions): Promise<void> => {
  const { name, random, stopped } = options;
  for (let n = 0; !stopped.aborted; n += 1) {
    const id = `${name}/${Math.floor(random() * (20 + n / 2))}`;
    await insist(id, chooseWish(id, n, random), options);
  }
};

const chooseWish = (id: string, n: number, random: () => number): Wish => {
  if (id.endsWith('7')) {
    return {
      method: 'PUT',
      type: 'text/plain',
      body: `%PDF-1.7 \u0001\u0002\u0003 ${'\u0001'.repeat(40)}`,
      expected: { kind: 'poisoned' },
    };
  }
  if (random() < 0.2) return { method: 'DELETE', expected: { kind: 'deleted' } };
  const language = languages[Math.floor(random() * languages.length)] ?? 'en';
  const title = `${id} as of ${n}`;
  const body = JSON.stringify({ title, body: bodies[language], language });
  return { method: 'PUT', type: 'application/json', body, expected: { kind: 'present', title } };
};

const insist = async (id: string, wish: Wish, options: WriterOptions): Promise<void> => {
  const { api, key, ledger } = options;
  const { method, type, body } = wish;
  // Until it is acknowledged it may stand there or not; a wish that was begun is therefore always finished.
  for (let attempt = 0; attempt < 600; attempt += 1) {
    try {
      const response = await fetch(`${api}/v1/articles/${encodeURIComponent(id)}`, {
        method,
        headers: { 'api-key': key, ...(type ? { 'content-type': type } : {}) },
        ...(body === undefined ? {} : { body }),
        signal: AbortSignal.timeout(20_000),
      });
      await response.text();
      if (response.ok || (method === 'DELETE' && response.status === 404)) {
        if (response.ok) ledger.expected.set(id, wish.expected);
        ledger.acknowledged += 1;
        return;
      }
      if (response.status < 500 && response.status !== 429)
        throw new Refused(`${id}: HTTP ${response.status}`);
    } catch (error) {
      if (error instanceof Refused) throw error;
    }
    await pause(200);
  }
  throw new Refused(`${id}: never acknowledged`);
};

class Refused extends Error {
  override readonly name = 'Refused';
}
