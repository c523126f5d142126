import { type Effect, isGone, isPoisoned, stands } from './ledger.ts';
import { draw, type Random } from './random.ts';

/** One operation on one article. */
export interface Wish {
  readonly method: 'PUT' | 'DELETE';
  readonly type?: string;
  readonly body?: string;
  readonly effect: Effect;
}

const bodies = {
  en: 'The ministers of both countries met on Tuesday and spoke about the new bridge over the river.',
  ru: 'Министры обеих стран встретились во вторник и говорили о новом мосте через реку.',
  de: 'Die Minister beider Länder trafen sich am Dienstag und sprachen über die neue Brücke.',
} as const;
const languages = ['en', 'ru', 'de'] as const;

/** Inputs that are accepted and stored, but cannot become documents, each for another reason. */
const poisons: readonly { readonly type: string; readonly body: string }[] = [
  { type: 'text/plain', body: `%PDF-1.7 \u0001\u0002\u0003 ${'\u0001'.repeat(40)}` },
  { type: 'application/rss+xml', body: '<rss><channel><title>nothing today</title></channel></rss>' },
  { type: 'application/xml', body: '<!DOCTYPE nitf [<!ENTITY a "b">]><nitf><body>&a;</body></nitf>' },
  { type: 'application/json', body: JSON.stringify({ title: 'When', body: bodies.en, date: 'once upon' }) },
];

/** A new text, perhaps in another language; a deletion; or, for every tenth article, often an invalid input. */
export const chooseWish = (id: string, n: number, random: Random): Wish => {
  if (id.endsWith('7') && random() < 0.6) {
    return { method: 'PUT', ...draw(poisons, random), effect: isPoisoned };
  }
  if (random() < 0.2) return { method: 'DELETE', effect: isGone };
  const title = `${id} as of ${n}`;
  return {
    method: 'PUT',
    type: 'application/json',
    body: writeArticle(title, random),
    effect: stands(title),
  };
};

/** A line for an import; an invalid one affects only itself. */
export const chooseLine = (id: string, n: number, random: Random): { line: object; effect: Effect } => {
  const title = `${id} as of ${n}`;
  const article = { id, ...JSON.parse(writeArticle(title, random)) };
  if (id.endsWith('7') && random() < 0.3)
    return { line: { ...article, date: 'once upon' }, effect: isPoisoned };
  return { line: article, effect: stands(title) };
};

const writeArticle = (title: string, random: Random): string => {
  const language = draw(languages, random);
  return JSON.stringify({ title, body: bodies[language], language });
};
